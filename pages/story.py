"""Story: the pins in their order, each with its note; it is opened by links only."""

from components.slides import story_editor

story_editor.draw()
