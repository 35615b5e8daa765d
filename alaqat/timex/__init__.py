from alaqat.timex.happenings import resolve
from alaqat.timex.tagger import tag

__all__ = ["resolve", "tag"]
