"""Wide tables: turned sideways, split with their first column repeated, never losing a column or a note."""

from hypothesis import given
from hypothesis import strategies as st
from tables_base import library
from test_tables import made

from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.tables.width import LANDSCAPE, PORTRAIT, split, turned, widths

LIBRARY = library()


def test_narrow_and_wide():
    assert not made("programmes", columns=["name", "country", "patients"]).landscape
    wide = ["name", "country", "place", "started", "patients", "clinics", "paid_by", "status"]
    assert made("programmes", columns=wide).landscape


def table(*lengths, notes=(), marks=None):
    columns = tuple(
        Column(key=str(place), header=f"H{place}", notes=(marks or {}).get(place, ())) for place in range(len(lengths))
    )
    cells = tuple(Cell(text="w" * length) for length in lengths)
    return Table(name="t", caption="T", columns=columns, rows=(Row(record="r", cells=cells),), notes=notes)


def test_one_page_is_not_split():
    whole = table(10, 20, 30)
    assert split(whole) == [whole]


def test_parts_repeat_the_first_column_and_keep_their_notes():
    whole = table(20, 50, 50, 50, 50, notes=("of three", "of one", "of all"), marks={3: (1,), 1: (2,)})
    first, second = split(whole)
    assert [column.key for column in first.columns] == ["0", "1", "2"]
    assert [column.key for column in second.columns] == ["0", "3", "4"]
    assert (first.notes, first.columns[1].notes) == (("of one",), (1,))
    assert (second.notes, second.columns[1].notes) == (("of three", "of all"), (1,))
    assert [(part.part, part.parts, part.name, part.caption) for part in (first, second)] == [
        (1, 2, "t", "T"),
        (2, 2, "t", "T"),
    ]
    assert first.landscape
    assert second.landscape


@given(st.lists(st.integers(0, 120), min_size=1, max_size=12))
def test_every_column_is_printed_once_on_a_page_it_fits(lengths):
    whole = turned(table(*lengths))
    assert whole.landscape == (sum(widths(whole)) > PORTRAIT)
    parts = split(whole)
    assert [column.key for part in parts for column in part.columns[1:]] == [column.key for column in whole.columns[1:]]
    for part in parts:
        assert part.columns[0].key == "0"
        assert len(part.columns) <= 2 or sum(widths(part)) <= LANDSCAPE
