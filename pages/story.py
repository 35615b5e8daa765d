"""Story: the pins in their order, each with its note; links lead here, the bar does not."""

from components.slides import story_editor

story_editor.draw()
