"""The files of exports as a whole, as text; of archives the parts that people read."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from alaqat import store
from alaqat.export import chart_png, format_registry
from alaqat.model.errors import AlaqatError
from alaqat.model.pins import Pin

BOTH = ("bibtex", "ris", "csl", "svg", "timelinejs", "ics", "html", "docx", "pptx", "pdf")
ARABIC = ("json", "jsonl", "gexf", "graphml", "ftm", "package", "xlsx", "csv")
PARTS = {
    "docx": "word/(document|footnotes).xml",
    "pptx": "ppt/(slides/slide[124]|notesSlides/notesSlide2).xml",
    "xlsx": "xl/(worksheets/sheet1|sharedStrings).xml",
}
# fonts, stylesheets, and the day on which the file was written
LONG = re.compile(
    'base64,[A-Za-z0-9+/=]{200,}|<style.*?</style>|(?<=lastmodifieddate=")[0-9-]+', re.DOTALL
)


def text_of(name: str, content: bytes) -> str:
    """The file as text, without fonts; the parts of an archive under their names."""
    if name == "pdf":
        with pypdfium2.PdfDocument(content) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if name in PARTS:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [part for part in sorted(archive.namelist()) if re.fullmatch(PARTS[name], part)]
            return "\n".join(f"{part}\n{archive.read(part).decode()}" for part in found)
    if name == "package":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read("datapackage.json").decode()
    return LONG.sub("", content.decode())


CASES = [
    *(
        (name, table, language)
        for name in BOTH
        for table in ("events", "quotes")
        for language in ("ar", "en")
    ),
    *((name, table, "ar") for name in ARABIC for table in ("events", "network")),
]
CASES = [case for case in CASES if case[1] in format_registry.FORMATS[case[0]].tables]
CASES = [
    (name, table, language)
    for name, table, language in CASES
    if table == "events" or name not in (*PARTS, "package")
]


@pytest.mark.parametrize(("name", "table", "language"), CASES)
def test_a_file_as_a_whole(name, table, language, request_of, whole):
    request = request_of(table, language=language)
    content = format_registry.written(request, format_registry.named(name))
    whole(f"{name} of {table} in {language}", text_of(name, content))


@pytest.mark.parametrize("name", ["html", "pptx", "pdf"])
def test_a_story_of_pins_as_a_whole(name, request_of, visits, whole):
    event = store.read(visits, "events")["event_id"].iloc[1]
    quote = store.read(visits, "quotes")["quote_id"].iloc[0]
    pins = (Pin("q", quote, "<note>"), Pin("e", event))
    request = request_of("events", language="en", pins=pins, title="<Mine>")
    content = format_registry.written(request, format_registry.named(name))
    whole(f"{name} of pins", text_of(name, content))


@pytest.fixture
def browser(monkeypatch):
    """The commands given to a browser, which draws a picture of three letters."""
    commands = []

    def run(command):
        commands.append(command)
        out = next(one.partition("=")[2] for one in command if one.startswith("--screenshot"))
        commands.append(Path(out).with_name("chart.html").read_bytes()[:54])
        Path(out).write_bytes(b"PNG")

    monkeypatch.setattr(chart_png, "_run", run)
    monkeypatch.setattr(chart_png.shutil, "which", {"chromium": "/bin/chromium"}.get)
    return commands


@pytest.mark.parametrize("is_root", [True, False])
def test_a_browser_draws_the_chart_at_twice_its_size(is_root, browser, monkeypatch, request_of):
    monkeypatch.setattr(chart_png, "_is_root", lambda: is_root)
    assert chart_png.write(request_of("events")) == b"PNG"
    (program, *options, page), beginning = browser
    assert program == "/bin/chromium"
    assert page.startswith("file://")
    assert beginning == b"<meta charset=utf-8><style>body{margin:0}</style><svg "[:54]
    assert [one for one in options if "screenshot" not in one] == [
        *("--headless", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"),
        "--window-size=1120,240",
        *(["--no-sandbox"] if is_root else []),
    ]


def test_without_a_browser_or_a_picture_the_error_says_so(browser, monkeypatch, request_of):
    monkeypatch.setattr(chart_png, "_run", lambda _: None)
    with pytest.raises(AlaqatError, match="wrote no picture"):
        chart_png.write(request_of("events"))
    monkeypatch.setattr(chart_png.shutil, "which", lambda _: None)
    with pytest.raises(AlaqatError, match="there is none on this machine"):
        chart_png.write(request_of("events"))
