from io import BytesIO
from types import SimpleNamespace

import pytest
from PIL import Image

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
