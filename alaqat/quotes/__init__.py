from alaqat.quotes.finder import find

__all__ = ["find"]
