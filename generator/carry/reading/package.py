"""The bytes of a file in, its members out: what the file is, and that it can be unpacked without harm."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.carry.reading import limits
from generator.carry.reading.limits import Budget
from generator.carry.reading.refused import Refused

CHUNK = 1 << 18
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_BROKEN = (
    BadZipFile,
    EOFError,
    zlib.error,
    struct.error,
    ValueError,
    NotImplementedError,  # what zipfile raises over a packing it does not know: nothing of ours is unfinished
    OSError,
)
"""What zipfile raises over a damaged archive."""
_ENTRY = b"PK\x01\x02"
"""How each member begins in the list of members."""
_ENCRYPTED = 0x1
_OTHERS = {
    "index/document.iwa": "numbers",
    "index.zip": "numbers",
    "mimetype": "open_document",
    "xl/workbook.bin": "binary",
}
"""What a zip is that holds such a member."""


def is_package(content: bytes) -> bool:
    """Whether it is a workbook in a zip; Refused where it is something that another program must save anew."""
    if content.startswith(_OLE):
        # The names of what it holds are written in two bytes a letter.
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Refused("password" if locked else "old_excel")
    if content.startswith(b"%PDF"):
        raise Refused("not_a_table")
    return content.startswith(_ZIP)


class Package:
    """The members of a workbook, by their names in small letters."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        self.budget = budget
        # Before it is opened: the list of members is read as a whole, and may be most of the file.
        if content.count(_ENTRY) > limits.MEMBERS:
            raise Refused("too_many_members")
        try:
            self._zip = ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise Refused("broken") from error
        self._members = {_plain(each.filename): each for each in self._zip.infolist()}
        for name, kind in _OTHERS.items():
            if name in self._members:
                raise Refused(kind)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._members)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A member, piece by piece; Refused where it is broken, locked, or too much comes out."""
        member = self._members.get(_plain(name))
        if member is None:
            return
        _can_be_opened(member)
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    self.budget.unpack(len(chunk))
                    yield chunk
        except _BROKEN as error:
            raise Refused("broken") from error


def _can_be_opened(member: ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise Refused("password")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("broken")


def _plain(name: str) -> str:
    """Some programs write `\\` between folders, or begin with `/`, or use capitals of their own."""
    return str(PurePosixPath(name.replace("\\", "/").lstrip("/"))).lower()
