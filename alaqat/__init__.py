"""Alaqat turns Arabic news into the dated record of how two states get on."""

__version__ = "0.1.0"
