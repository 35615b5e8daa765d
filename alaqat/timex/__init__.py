from alaqat.timex.event_anchors import resolve
from alaqat.timex.tagger import tag

__all__ = ["resolve", "tag"]
