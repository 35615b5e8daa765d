"""Timeline: events by date; a click on a mark opens its card, a stroke on the axis zooms."""

from components.data import queries
from components.widgets import action_row, filters, reference_choice, timeline_charts

view = filters.bar("timeline")
count = queries.count("events", view.selection())
if not count:
    filters.empty("timeline", view, view.words.t("events"))
timeline_charts.draw(view)
if count:
    action_row.draw("timeline", view, "events", has_picture=True)
timeline_charts.comparison_box(view)
reference_choice.draw_link(view)
timeline_charts.table(view)
