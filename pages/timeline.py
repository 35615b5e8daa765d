"""Timeline: events by date; a click on a mark opens its card, a stroke on the axis zooms."""

from components.data import event_queries
from components.html import timeline_lanes
from components.widgets import action_row, filters, reference_choice, timeline_charts

view = filters.bar("timeline")
events = event_queries.events(view)
if events.empty:
    filters.empty("timeline", view, view.words.t("events"))
lanes = timeline_lanes.lanes(view, events)
timeline_charts.draw(view, lanes)
if not events.empty:
    action_row.draw("timeline", view, "events", has_picture=True)
timeline_charts.comparison_box(view)
reference_choice.draw_link(view)
timeline_charts.table(view, lanes)
