"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SkippedInput
from kg.read.decode import decode

TEXT = "La Cañada’s mayor, José Muñoz, met “Señora Núñez” in Málaga — for the first time.\r\n" * 4


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    whole = f"One line.\r\n{text}\ttwo"
    assert decode(whole.encode(), "here") == whole


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "here") == TEXT


def test_windows_1252_is_told() -> None:
    assert decode(TEXT.encode("cp1252"), "here") == TEXT


def test_a_declared_encoding_is_believed_if_it_fits() -> None:
    czech = "Předseda vlády přijel. The premier of Řevnice arrived."
    assert decode(czech.encode("cp1250"), "here", "windows-1250") == czech
    assert decode(czech.encode(), "here", "windows-1250") == czech
    assert decode(czech.encode(), "here", "no-such-encoding") == czech


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        ("\u3000\n".encode(), "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"text\0with\0zeros", "binary"),
        (bytes(range(1, 32)) * 10, "binary"),
        (b"%PDF-1.7 and so on", "a PDF file"),
        (b"PK\x03\x04 and so on", "office document"),
        (TEXT.encode() + b"\xff and more", "damaged UTF-8: byte"),
        (b"\xff\xfea", "begins like UTF-16-LE"),
        (bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xE2, 0xE8]) * 30, "encoding that cannot be told"),
    ],
)
def test_what_is_no_text_is_skipped_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(SkippedInput) as caught:
        decode(data, "folder/file.txt")
    assert caught.value.where == "folder/file.txt"
    assert why in caught.value.why
