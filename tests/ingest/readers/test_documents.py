"""Documents of Word and of press databases, rich text, and pages saved in one file."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml import parse_xml

from alaqat.ingest.press_documents import is_press_document
from alaqat.ingest.readers.registry import read_source
from alaqat.ingest.source_file import in_memory
from tests.ingest.files import docx, mhtml, rtf, warc, web

TEXT = "زار رئيس الوزراء المصنع الجديد وتحدث مع العمال عن خطط التوسعة."
OTHER = "افتتح المحافظ المدرسة بعد أعمال ترميم دامت عاماً كاملاً."
NEXIS = [
    "زيارة المصنع", "جريدة الصباح", "9 مارس 2021 الثلاثاء", "Copyright 2021 الصباح All Rights Reserved",
    "Section: اقتصاد", "Length: 90 words", "Byline: مراسل", "Body", TEXT, "Load-Date: March 20, 2021", "End of Document",
    "افتتاح مدرسة", "جريدة المساء", "March 10, 2021 Wednesday", "Length: 80 words", "Body", OTHER,
    "Load-Date: March 20, 2021", "End of Document",
]  # fmt: skip
FACTIVA = [
    "زيارة المصنع", "90 words", "9 March 2021", "10:15", "جريدة الصباح", "SABAH", "Arabic", "Copyright 2021 SABAH", TEXT,
    "Document SABAH00020210309eh390002v",
    "افتتاح مدرسة", "80 كلمة", "10 مارس 2021", "جريدة المساء", "MASAA", "العربية", "حقوق النشر 2021. جميع الحقوق محفوظة.", OTHER,
    "Document MASAA00020210310eh3a00001",
]  # fmt: skip
CODED = [
    "HD زيارة المصنع", "WC 90 words", "PD 9 March 2021", "SN جريدة الصباح", "SC SABAH", "LA Arabic", f"LP {TEXT}", "TD",
    OTHER, "AN x", "Document SABAH00020210309eh390002v",
]  # fmt: skip


def read(name, data):
    return list(read_source(in_memory(name, data)))


def word(xml):
    """A document whose body is this XML."""
    document = Document()
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    content = f"<w:sdt {names}><w:sdtContent>{xml}</w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(content))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        f"<w:p><w:sdt><w:sdtContent><w:r><w:t>{TEXT}</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        f"<w:p><w:ins><w:r><w:t>{TEXT}</w:t></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>",
        f"<w:p><w:hyperlink><w:r><w:t>{TEXT}</w:t></w:r></w:hyperlink></w:p>",
    ],
    ids=["table", "control", "insertion", "box", "link"],
)  # fmt: skip
def test_text_in_every_part_of_a_document_is_read(xml):
    (article,) = read("a.docx", word(xml))
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx("\n".join(NEXIS))),
        ("a.rtf", rtf(NEXIS)),
        ("a.txt", "\n\n".join(NEXIS).encode()),
        ("a.docx", docx("\n".join(FACTIVA))),
        ("a.rtf", rtf(FACTIVA)),
    ],
    ids=["nexis.docx", "nexis.rtf", "nexis.txt", "factiva.docx", "factiva.rtf"],
)
def test_a_document_of_a_press_database_is_split(name, data):
    assert [(one.text, str(one.published), one.source, one.title) for one in read(name, data)] == [
        (TEXT, "2021-03-09", "جريدة الصباح", "زيارة المصنع"),
        (OTHER, "2021-03-10", "جريدة المساء", "افتتاح مدرسة"),
    ]


def test_a_document_with_field_codes_is_read_by_them():
    (article,) = read("a.rtf", rtf(CODED))
    assert (article.text, str(article.published)) == (f"{TEXT}\n{OTHER}", "2021-03-09")
    assert (article.source, article.title) == ("جريدة الصباح", "زيارة المصنع")


def test_an_article_about_a_document_is_no_press_document():
    assert not is_press_document(f"Body\n{TEXT}\nLength: 5\n{OTHER}")


def test_letters_of_code_pages_are_read_in_rich_text():
    codes = "".join(f"\\'{byte:02x}" for byte in TEXT.encode("cp1256"))
    data = "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset178 Arial;}}\\f0 " + codes + "}"
    assert read("a.rtf", data.encode())[0].text == TEXT


def test_a_page_saved_in_one_file_has_its_link_and_no_day_of_saving():
    (article,) = read("a.mht", mhtml(web(TEXT * 3), "https://example.org/x"))
    assert (article.url, article.published) == ("https://example.org/x", None)


def test_a_page_packed_with_brotli_is_called_so():
    page = ("https://example.org/1", "200 OK", "text/html\r\nContent-Encoding: br", b"\x8b\x02\x80")
    (refusal,) = read("a.warc", warc(page))
    assert "a.warc, https://example.org/1: is packed with brotli" in str(refusal)


def test_a_page_that_is_cut_off_is_refused_so():
    (refusal,) = read("a.mhtml", mhtml(web(TEXT * 3))[:-40])
    assert "ends inside the page" in str(refusal)
