"""Writes tiny models: a BERT of one layer for camel-tools' recognizer, a database for its analyzer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]


def catalogue(folder: Path) -> dict[str, str]:
    """An environment whose camel-tools finds an empty catalogue, so that importing it needs no network."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.json").write_text('{"version": "0", "packages": {}, "components": {}}')
    return {
        **os.environ,
        "CAMELTOOLS_DATA": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }


def run(code: str, folder: Path, **extra: str) -> str:
    """What a fresh interpreter prints for `code`, with camel-tools' empty catalogue in `folder`."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=catalogue(folder) | extra,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


BERT = """
import json, sys, torch
from transformers import BertConfig, BertForTokenClassification, BertTokenizer
folder, words, labels, taught = sys.argv[1], *map(json.loads, sys.argv[2:5])
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]
open(f"{folder}/vocab.txt", "w", encoding="utf-8").write("\\n".join(vocabulary))
names = dict(enumerate(labels))
torch.manual_seed(1)
model = BertForTokenClassification(BertConfig(
    vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
    max_position_embeddings=256, id2label=names, label2id={name: n for n, name in names.items()},
    hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0))
ids = torch.tensor([[2, *range(5, len(vocabulary)), 3]])
gold = torch.tensor([[-100, *[labels.index(taught.get(word, "O")) for word in words], -100]])
optimizer = torch.optim.AdamW(model.parameters(), lr=0.02)
for step in range(60):
    optimizer.zero_grad()
    model(input_ids=ids, labels=gold).loss.backward()
    optimizer.step()
model.save_pretrained(folder)
"""


def bert(folder: Path, labels: dict[str, str], words: list[str]) -> str:
    """Code that writes a model folder as camel-tools' NERecognizer loads it, taught the labels of a few words."""
    folder.mkdir(parents=True)
    return f"import sys\nsys.argv[1:] = {[str(folder), *map(json.dumps, (words, LABELS, labels))]!r}\n{BERT}"


def almor(path: Path, stems: dict[str, str]) -> Path:
    """A morphology database (ALMOR format) of whole words with one part of speech each, and the prefix «و»."""
    parts = sorted(set(stems.values()) | {"conj", "digit", "punc", "foreign"})
    lines = ["###DEFINES###", "DEFINE pos " + " ".join(f"pos:{part}" for part in parts)]
    lines += [
        f"DEFINE {name} {name}:*open*"
        for name in ("diac", "lex", "bw", "gloss", "source", "root", "stem")
    ]
    lines += [
        "###DEFAULTS###",
        *(f"DEFAULT pos:{part} diac:* lex:* bw:* gloss:* root:*" for part in parts),
    ]
    lines += [
        "###ORDER###",
        "ORDER diac lex bw gloss pos root",
        "###TOKENIZATIONS###",
        "TOKENIZATION diac",
    ]
    lines += [
        "###STEMBACKOFF###",
        "STEMBACKOFF NOAN N",
        "###PREFIXES###",
        "\tPre0\tdiac: bw: gloss:",
    ]
    lines += [
        "و\tPreW\tdiac:و bw:و/CONJ+ gloss:and",
        "###SUFFIXES###",
        "\tSuf0\tdiac: bw: gloss:",
        "###STEMS###",
    ]
    lines += [
        f"{w}\tN\tdiac:{w} lex:{w}_1 bw:{w}/X gloss:{w} pos:{part} root:#"
        for w, part in stems.items()
    ]
    lines += [
        "###TABLE AB###",
        "Pre0 N",
        "PreW N",
        "###TABLE BC###",
        "N Suf0",
        "###TABLE AC###",
        "Pre0 Suf0",
        "PreW Suf0",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
