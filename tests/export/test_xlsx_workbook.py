import io

import openpyxl
import pytest

from alaqat.export import xlsx_workbook


@pytest.mark.parametrize(
    ("column", "width"), [("text", len("سنعمل معا") + 2), ("sentence_text", 31), ("event_id", 10)]
)
def test_a_column_is_as_wide_as_its_longest_cell(request_of, column, width):
    content = xlsx_workbook.write(request_of("quotes"))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    (letter,) = (cell.column_letter for cell in sheet[1] if cell.value == column)
    assert int(sheet.column_dimensions[letter].width) == width
