"""Bundles: the same bytes for the same content, and nothing believed of a zip file from outside."""

import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.sources.bundle import pack, unpack

FILES = {"snapshots/moss2018.pdf": b"%PDF", "evidence/sources/moss2018.lock": b"{}"}


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packed:
        for name, data in entries:
            packed.writestr(name, data)
    return out.getvalue()


def test_what_was_packed_comes_out_and_the_order_does_not_matter():
    assert unpack(pack(FILES)) == FILES
    assert pack(dict(reversed(FILES.items()))) == pack(FILES)


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("snapshots/a.pdf")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "name",
    [
        "../snapshots/a.pdf",
        "/snapshots/a.pdf",
        "snapshots/../../a.pdf",
        "snapshots/x/a.pdf",
        "snapshots/a.exe",
        "snapshots/.pdf/",
        "C:/snapshots/a.pdf",
        "snapshots\\..\\a.pdf",
        "evidence/sources/a.yaml",
        "briefs/a.lock",
    ],
)
def test_a_file_that_would_go_elsewhere_is_refused(name):
    told = unpack(zipped((name, b"x")))
    assert isinstance(told, str)
    assert told.endswith("which is neither a copy nor a lock")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no zip file, or is damaged"),
        (b"PK\x03\x04 and more", "it is no zip file, or is damaged"),
        (zipped(), "it is empty"),
        (zipped((link(), b"/etc/passwd")), "it holds links"),
        (zipped(("snapshots/a.pdf", b"1"), ("snapshots/A.pdf", b"2")), "it holds two files of one name"),
        (zipped(*((f"snapshots/{n}.pdf", b"") for n in range(5001))), "it is too large"),
    ],
)
def test_what_is_no_bundle_says_why(data, why):
    assert unpack(data) == why


def test_a_file_that_unpacks_to_more_than_it_says_is_refused():
    data = bytearray(zipped(("snapshots/a.txt", b"a" * 9_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert unpack(bytes(data)) == "it is no zip file, or is damaged"
    data[at + 24 : at + 28] = (900_000_000).to_bytes(4, "little")
    assert unpack(bytes(data)) == "it is too large"


@given(st.integers(0, 400), st.binary(max_size=8))
def test_no_damage_does_more_than_be_told(at, junk):
    whole = pack(FILES)
    told = unpack(whole[:at] + junk + whole[at + len(junk) :])
    assert (
        isinstance(told, str)
        or set(told) <= {*FILES}
        or all(name.startswith(("snapshots/", "evidence/")) for name in told)
    )
