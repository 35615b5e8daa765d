"""Writing a trained network as files that onnxruntime and numpy read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from tokenizers import Tokenizer

from alaqat.readers.trained.reader import ENCODER, HEADS, SETTINGS, TOKENIZER
from alaqat.training.graph import Mode, encoder_graph
from alaqat.training.reader_network import Network


def write_encoder(net: Network, folder: Path, mode: Mode = "mixed") -> None:
    """The encoder as ONNX; `mode` says how its weights are kept (see `graph`)."""
    weights = {name: value.detach().numpy() for name, value in net.encoder.state_dict().items()}
    model = encoder_graph(weights, net.shape.heads, net.shape.frozen, mode)
    onnx.save(model, str(folder / ENCODER))


def write_heads(net: Network, folder: Path) -> None:
    """The weights of the heads in half precision."""
    weights = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in net.heads.state_dict().items()
    }
    np.savez(folder / HEADS, **weights)


def write_settings(folder: Path, tokenizer: Tokenizer, settings: Mapping[str, Any]) -> None:
    """The vocabulary, and what the reader must know to run."""
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    text = json.dumps(settings, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / SETTINGS).write_text(text + "\n", encoding="utf-8")
