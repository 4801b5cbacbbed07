"""A statement on the page: its lines as lines, its tables as tables, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from motcua.checker.views.laying import Block, Span, blocks


def plain(block):
    rows = block.rows or [[line] for line in block.lines]
    return "\n".join("\t".join("".join(span.text for span in cell) for cell in row) for row in rows)


@given(st.text(alphabet="ab1\t\n"))
def test_nothing_is_lost(text):
    assert "\n".join(plain(block) for block in blocks([Span(text=text)])) == text


def test_a_figure_stays_in_its_cell():
    spans = [
        Span(text="Kết quả\nHộ tịch\t"),
        Span(text="120", figure=0),
        Span(text="\nĐất đai\t"),
        Span(text="80", figure=1),
    ]
    text, table = blocks(spans)
    assert text == Block(lines=((Span(text="Kết quả"),),))
    assert [[cell[0].figure for cell in row] for row in table.rows] == [[None, 0], [None, 1]]


def test_one_line_with_a_tab_is_no_table():
    (only,) = blocks([Span(text="Nơi nhận:\tUBND quận\nLưu VT")])
    assert not only.rows
