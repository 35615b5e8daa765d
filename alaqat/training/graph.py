"""The encoder as an ONNX graph, written node by node: weights of eight bits, states in full
precision.

Each linear layer's weights are whole numbers with one scale an output column; how they are
multiplied
is the `mode`:

- "weights": they are turned into floats as the session loads, and multiplied as floats: exact,
  more memory;
- "dynamic": the states are rounded to eight bits as well, with one scale for all: faster, coarser;
- "mixed": "dynamic" where the states come from a normalization, "weights" elsewhere;
- "float": nothing is rounded (to compare).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Mode = Literal["weights", "mixed", "dynamic", "float"]
Array = NDArray[Any]
_OPSET = 20
_MOST = 127
# Layers whose input has a few very large values, which one scale for all serves badly.
_COARSE = (".ao", ".fo")


class _Graph:
    """Nodes and stored arrays, with names given as they come."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.stored: list[onnx.TensorProto] = []
        self._count = 0

    def name(self, stem: str) -> str:
        """A name that nothing has yet."""
        self._count += 1
        return f"{stem}_{self._count}"

    def store(self, value: Array, stem: str = "value") -> str:
        """Store an array; its name."""
        name = self.name(stem)
        self.stored.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def whole(self, *values: int) -> str:
        """Store whole numbers."""
        return self.store(np.array(values, np.int64), "whole")

    def add(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Add a node with one output; the output's name."""
        out = self.name(kind.lower())
        self.nodes.append(helper.make_node(kind, list(inputs), [out], name=out, **attributes))
        return out

    def split(self, kind: str, inputs: Sequence[str], count: int, **attributes: Any) -> list[str]:
        """Add a node with several outputs; their names."""
        outs = [self.name(kind.lower()) for _ in range(count)]
        self.nodes.append(helper.make_node(kind, list(inputs), outs, **attributes))
        return outs


def rounded(weights: Array, axis: int) -> tuple[Array, Array]:
    """Weights as whole numbers from −127 to 127, and the scale of each index along `axis`."""
    others = tuple(at for at in range(weights.ndim) if at != axis)
    scale = np.maximum(np.abs(weights).max(axis=others), 1e-8) / _MOST
    shape = [1] * weights.ndim
    shape[axis] = -1
    whole = np.clip(np.rint(weights / scale.reshape(shape)), -_MOST, _MOST)
    return whole.astype(np.int8), scale.astype(np.float32)


class _Writer:
    """Writes an encoder's layers into a graph."""

    def __init__(self, weights: Mapping[str, Array], heads: int, mode: Mode) -> None:
        self.weights, self.heads, self.mode = weights, heads, mode
        self.graph = _Graph()
        self.hidden = weights["words.weight"].shape[1]

    def linear(self, name: str, states: str) -> str:
        """States times the weights `name`, plus its bias."""
        graph = self.graph
        weights = self.weights[f"{name}.weight"].T
        bias = graph.store(self.weights[f"{name}.bias"], "bias")
        if self.mode == "float":
            product = graph.add("MatMul", states, graph.store(weights, "weights"))
            return graph.add("Add", product, bias)
        whole, scale = rounded(weights, axis=1)
        table = graph.store(whole, "weights")
        scales = graph.store(scale, "scales")
        if self.mode == "weights" or (self.mode == "mixed" and name.endswith(_COARSE)):
            floats = graph.add("Mul", graph.add("Cast", table, to=TensorProto.FLOAT), scales)
            return graph.add("Add", graph.add("MatMul", states, floats), bias)
        small, own, zero = graph.split("DynamicQuantizeLinear", [states], 3)
        product = graph.add("MatMulInteger", small, table, zero)
        floats = graph.add("Cast", product, to=TensorProto.FLOAT)
        scaled = graph.add("Mul", floats, graph.add("Mul", own, scales))
        return graph.add("Add", scaled, bias)

    def norm(self, name: str, states: str) -> str:
        """Layer normalization."""
        scale = self.graph.store(self.weights[f"{name}.weight"])
        bias = self.graph.store(self.weights[f"{name}.bias"])
        return self.graph.add("LayerNormalization", states, scale, bias, axis=-1, epsilon=1e-12)

    def rows_of(self, name: str, numbers: str) -> str:
        """Rows of a table of embeddings, stored as whole numbers with a scale a row."""
        graph = self.graph
        table = self.weights[f"{name}.weight"]
        if self.mode == "float":
            return graph.add("Gather", graph.store(table), numbers)
        whole, scale = rounded(table, axis=0)
        rows = graph.add("Gather", graph.store(whole, name.replace(".", "_")), numbers)
        scales = graph.add("Gather", graph.store(scale[:, None], "scales"), numbers)
        return graph.add("Mul", graph.add("Cast", rows, to=TensorProto.FLOAT), scales)

    def embeddings(self, pieces: str, width: str) -> str:
        """Embeddings of pieces and of their places."""
        graph = self.graph
        zero, one = (graph.store(np.array(value, np.int64)) for value in (0, 1))
        place = graph.add("Range", zero, graph.add("Squeeze", width), one)
        places = graph.add("Gather", graph.store(self.weights["positions.weight"]), place)
        kind = graph.store(self.weights["kind"])
        total = graph.add("Add", self.rows_of("words", pieces), places)
        return self.norm("norm", graph.add("Add", total, kind))

    def mask(self, lengths: str, width: str) -> str:
        """What is added to the scores of attention."""
        graph = self.graph
        zero, one = (graph.store(np.array(value, np.int64)) for value in (0, 1))
        place = graph.add("Range", zero, graph.add("Squeeze", width), one)
        ends = graph.add("Unsqueeze", lengths, graph.whole(1))
        outside = graph.add("GreaterOrEqual", graph.add("Unsqueeze", place, graph.whole(0)), ends)
        floats = graph.add("Cast", outside, to=TensorProto.FLOAT)
        low = graph.add("Mul", floats, graph.store(np.array(-1e4, np.float32)))
        return graph.add("Unsqueeze", low, graph.whole(1, 2))

    def layer(self, number: int, states: str, mask: str) -> str:
        """One transformer layer."""
        graph, name = self.graph, f"layers.{number}"
        size = self.hidden // self.heads

        def heads(part: str, order: Sequence[int]) -> str:
            split = graph.whole(0, 0, self.heads, size)
            value = graph.add("Reshape", self.linear(f"{name}.{part}", states), split)
            return graph.add("Transpose", value, perm=order)

        q, k, v = heads("q", (0, 2, 1, 3)), heads("k", (0, 2, 3, 1)), heads("v", (0, 2, 1, 3))
        root = graph.store(np.array(size**-0.5, np.float32))
        scores = graph.add("MatMul", graph.add("Mul", q, root), k)
        shares = graph.add("Softmax", graph.add("Add", scores, mask), axis=-1)
        mixed = graph.add("Transpose", graph.add("MatMul", shares, v), perm=(0, 2, 1, 3))
        joined = graph.add("Reshape", mixed, graph.whole(0, 0, self.hidden))
        states = self.norm(
            f"{name}.aln", graph.add("Add", states, self.linear(f"{name}.ao", joined))
        )
        inner = graph.add("Gelu", self.linear(f"{name}.fi", states))
        return self.norm(f"{name}.oln", graph.add("Add", states, self.linear(f"{name}.fo", inner)))


def encoder_graph(
    weights: Mapping[str, Array], heads: int, frozen: int, mode: Mode
) -> onnx.ModelProto:
    """The model: `pieces`, `lengths`, `channels` in, `states` out. `weights` by the network's
    names."""
    writer = _Writer(weights, heads, mode)
    graph = writer.graph
    width = graph.add("Shape", "pieces", start=1, end=2)
    mask = writer.mask("lengths", width)
    states = writer.embeddings("pieces", width)
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    for number in range(layers):
        if number == frozen:
            states = _with_channels(writer, states)
        states = writer.layer(number, states, mask)
    graph.nodes.append(helper.make_node("Identity", [states], ["states"]))
    whole = TensorProto.INT64
    channels = sum(name.startswith("channels.") for name in weights)
    inputs = [
        helper.make_tensor_value_info("pieces", whole, ["rows", "length"]),
        helper.make_tensor_value_info("lengths", whole, ["rows"]),
        helper.make_tensor_value_info("channels", whole, ["rows", "length", channels]),
    ]
    output = helper.make_tensor_value_info(
        "states", TensorProto.FLOAT, ["rows", "length", writer.hidden]
    )
    encoder_graph = helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.stored)
    opset = helper.make_opsetid("", _OPSET)
    model = helper.make_model(encoder_graph, opset_imports=[opset], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _with_channels(writer: _Writer, states: str) -> str:
    """States plus the embeddings of what the rules found."""
    graph = writer.graph
    names = sorted(name for name in writer.weights if name.startswith("channels."))
    for number, name in enumerate(names):
        column = graph.store(np.array(number, np.int64))
        values = graph.add("Gather", "channels", column, axis=2)
        states = graph.add(
            "Add", states, graph.add("Gather", graph.store(writer.weights[name]), values)
        )
    return states
