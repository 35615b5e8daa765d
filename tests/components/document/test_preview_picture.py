from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace

import pytest
from PIL import Image

from components.data import event_queries
from components.document import link_preview, preview_picture
from components.i18n.words import Words
from components.theme.colours import COLOURS
from components.view.view_state import ViewState
from tests import builders


@pytest.fixture
def picture(tmp_path, monkeypatch):
    builders.publish(builders.visits(), tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))

    def draw(lang):
        view = ViewState(lang=lang)
        png = preview_picture.png(view, link_preview.preview(view, "overview"))
        return Image.open(BytesIO(png)).convert("RGB")

    return draw


def dark(picture, columns):
    """The number of dark pixels of the headline in a range of columns."""
    part = picture.crop((columns[0], 110, columns[1], 420)).convert("L")
    return sum(part.histogram()[:100])


def test_a_picture_has_the_size_that_programs_expect(picture):
    assert picture("ar").size == (1200, 630)


def test_lines_start_at_the_reading_side(picture):
    left, right = (0, 300), (900, 1200)
    arabic, english = picture("ar"), picture("en")
    assert dark(arabic, right) > dark(arabic, left)
    assert dark(english, left) > dark(english, right)


def test_a_text_of_too_many_lines_ends_in_its_last_line():
    drawn = []
    pen = SimpleNamespace(text=lambda _place, line, *_, **__: drawn.append(line))
    sheet = preview_picture.Sheet(pen, Words("en"))
    font = preview_picture._font(400, 28)
    text = " ".join(map(str, range(300)))
    sheet.write(text, 0, font, most=2)
    assert [line.endswith(" …") for line in drawn] == [False, True]
    assert text.startswith(" ".join(drawn).removesuffix("…"))
    sheet.write("word", 0, font)
    assert drawn[2:] == ["word"]


def test_events_are_drawn_in_the_colours_of_their_sides(picture):
    colours = {colour for _, colour in picture("en").getcolors(maxcolors=1 << 20)}
    assert tuple(bytes.fromhex(COLOURS["light"]["cooperation"][1:])) in colours


class Pen:
    """Notes what is drawn."""

    def __init__(self) -> None:
        self.lines = []

    def __getattr__(self, name) -> Callable[..., None]:
        return lambda *given, **options: self.lines.append(f"{name} {_plain(given)} {options}")


def _plain(given):
    return [getattr(one, "size", one) for one in given]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_events_are_drawn_along_the_axis(lang, sample_view, whole):
    sheet = preview_picture.Sheet(Pen(), Words(lang))
    preview_picture._events(sheet, event_queries.events(sample_view))
    sheet.write("one two", 100, preview_picture._font(400, 28))
    whole(lang, "\n".join(sheet.pen.lines))


def test_without_a_date_only_the_axis_is_drawn(sample_view):
    sheet = preview_picture.Sheet(Pen(), Words("en"))
    events = event_queries.events(sample_view)
    preview_picture._events(sheet, events[events["date_from"].isna()])
    assert len(sheet.pen.lines) == 1


@pytest.mark.parametrize(("polarity", "intensity", "height"), [
    ("cooperation", 10, 70), ("conflict", -10, -70), ("neutral", 5, 0), ("cooperation", 0, 17.5),
])  # fmt: skip
def test_a_line_is_as_long_as_its_event_is_strong(polarity, intensity, height):
    row = {"polarity": polarity, "intensity": intensity}
    assert preview_picture._height(row) == height


@pytest.mark.parametrize(("words", "size"), [(2, 60), (12, 60), (16, 44), (40, 40)])
def test_a_longer_title_is_smaller(words, size, monkeypatch, sample_view):
    sizes = []
    monkeypatch.setattr(
        preview_picture.Sheet,
        "write",
        lambda _, text, top, font, **__: sizes.append((font.size, top)) or top,
    )
    preview = link_preview.Preview("Egypt " * words, "T", "text", "/", "/")
    preview_picture.png(sample_view, preview)
    assert sizes == [(34, 58), (size, 120), (28, 134)]
