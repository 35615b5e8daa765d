"""Scores of readers against annotated articles."""

from __future__ import annotations

from alaqat.evaluation.evaluate import Evaluation, evaluate
from alaqat.evaluation.gold_files import GoldArticle, read_gold

__all__ = ["Evaluation", "GoldArticle", "evaluate", "read_gold"]
