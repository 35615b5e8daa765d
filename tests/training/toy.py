"""A toy set: a base encoder of chance, and a dozen annotated articles of a few words."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from alaqat.training.base import Base

HIDDEN, WIDE = 24, 96
STATES = ("فرنسا", "تشاد", "مصر", "اليونان")
ENGLISH = dict(zip(STATES, ("France", "Chad", "Egypt", "Greece"), strict=True))
ACTS = {"أدانت": ("ACCUSE", "conflict"), "زارت": ("CONSULT", "cooperation")}


def toy_base(layers: int = 2) -> Base:
    """An encoder with weights of chance whose pieces are letters and the words of the toy set."""
    chance = np.random.default_rng(3)
    words = {f"\u2581{word}" for word in (*STATES, *ACTS, "أمس", "رقم", "إن", "الطقس", "جميل")}
    letters = {letter for word in words for letter in word}
    pieces = ("<s>", "<pad>", "</s>", "<unk>", *sorted(letters | {"."}), *sorted(words))
    shapes = {"emb.pos": (512, HIDDEN), "emb.type": (HIDDEN,)}
    shapes |= {"emb.ln.w": (HIDDEN,), "emb.ln.b": (HIDDEN,)}
    for layer in range(layers):
        for part in ("q", "k", "v", "ao"):
            shapes |= {f"l{layer}.{part}.w": (HIDDEN, HIDDEN), f"l{layer}.{part}.b": (HIDDEN,)}
        shapes |= {f"l{layer}.fi.w": (WIDE, HIDDEN), f"l{layer}.fi.b": (WIDE,)}
        shapes |= {f"l{layer}.fo.w": (HIDDEN, WIDE), f"l{layer}.fo.b": (HIDDEN,)}
        for part in ("aln", "oln"):
            shapes |= {f"l{layer}.{part}.w": (HIDDEN,), f"l{layer}.{part}.b": (HIDDEN,)}
    tensors = {
        name: np.ones(shape, np.float32)
        if name.endswith("ln.w")
        else chance.normal(0, 0.2, shape).astype(np.float32)
        for name, shape in shapes.items()
    }
    return Base(
        name="toy",
        hidden=HIDDEN,
        layers=layers,
        heads=2,
        epsilon=1e-12,
        pieces=pieces,
        scores=np.array([-2.0 if len(piece) > 1 else -9.0 for piece in pieces], np.float32),
        tensors=tensors,
        words=chance.normal(0, 1, (len(pieces), HIDDEN)).astype(np.float32),
        unknown=3,
        begin=0,
        end=2,
    )


def write_toy(folder: Path, count: int = 12) -> Path:
    """A folder with `articles/` and `gold/`: who did what to whom on the day before."""
    for part in ("articles", "gold"):
        (folder / part).mkdir(parents=True)
    verbs = list(ACTS)
    for number in range(1, count + 1):
        day = date(2020, 1, 1) + timedelta(3 * number)
        actor, other = STATES[number % 4], STATES[(number + 1) % 4]
        verb = verbs[number % 2]
        clause = f"{verb} {actor} {other} أمس."
        name = str(100 + number)
        text = f"{clause} إن الطقس رقم {number} جميل."
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
        side = {"published": day.isoformat(), "source": "toy"}
        (folder / "articles" / f"{name}.json").write_text(json.dumps(side), encoding="utf-8")
        before = (day - timedelta(1)).isoformat()
        event = {
            "sentence": clause,
            "trigger": verb,
            "date_text": "أمس",
            "start": 0,
            "end": len(clause),
            "trigger_start": 0,
            "trigger_end": len(verb),
            "date_from": before,
            "date_to": before,
            "granularity": "day",
            "date_basis": "sentence",
            "plover": ACTS[verb][0],
            "polarity": ACTS[verb][1],
            "status": "done",
            "actors": [ENGLISH[actor]],
            "recipients": [ENGLISH[other]],
        }
        gold = {"id": name, "events": [event], "quotes": []}
        (folder / "gold" / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder
