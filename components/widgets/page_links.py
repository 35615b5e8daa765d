"""Links to other pages that keep the filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.view import view_state
from components.view.view_state import OF_PAGE, ViewState


def links(view: ViewState) -> Callable[..., str]:
    """`link(page, **changes)`: a link with the view's filters, without the choices of this page."""
    carried = view.without(*OF_PAGE)

    def link(page: str, **changes: Any) -> str:
        return view_state.href(page, carried, **changes)

    return link
