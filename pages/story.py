"""Story: the pins in their order, each with its note; links lead here, the bar does not."""

from components import story_list

story_list.draw()
