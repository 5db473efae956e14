"""The pieces that are kept, by name, in one file of SQLite in the project's folder for what can be made again."""

import gc
import pickle
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

FOLDER = ".build"
FILE = "kept.sqlite"
_MARK = 20
_PATIENCE = 2.0
"""Seconds to wait for another run that is writing what it keeps."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS piece (name TEXT PRIMARY KEY, mark BLOB NOT NULL, data BLOB NOT NULL) WITHOUT ROWID"
)


class Store:
    """Pieces by name. A piece that is not as it was written is not there; no fault of the store stops a build."""

    def __init__(self, root: Path, key: bytes | None, engine: str) -> None:
        """`engine` stands for everything that pieces are made by: another engine has other pieces."""
        self._path = root / FOLDER / FILE
        self._key = key
        self._engine = engine.encode()
        self._open: sqlite3.Connection | None = None
        self._spoilt = key is None or self._path.is_symlink() or self._path.parent.is_symlink()

    def get(self, name: str) -> Any:
        """The piece of that name; None when there is none that can be trusted."""
        row = self._row(name)
        if row is None or self._mark(name, row[1]) != row[0]:
            return None
        collecting = gc.isenabled()
        gc.disable()  # a hundred thousand new objects, none of which is garbage
        try:
            return pickle.loads(row[1])  # noqa: S301  carries the mark that only this person's own key can make
        except Exception:  # noqa: BLE001  a class that has moved or changed: made again
            return None
        finally:
            if collecting:
                gc.enable()

    def put(self, pieces: Mapping[str, Any], gone: tuple[str, ...] = ()) -> None:
        """Keep these pieces, and no longer those that are gone: all of it or nothing."""
        rows = []
        for name, value in pieces.items():
            data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            rows.append((name, self._mark(name, data), data))
        if self._spoilt:
            return
        try:
            connection = self._connected(make=True)
            with connection:
                connection.executemany("DELETE FROM piece WHERE name = ?", [(name,) for name in gone])
                connection.executemany("REPLACE INTO piece VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError:
            self._spoilt = True  # locked, full, read-only: kept another time
        except (sqlite3.Error, OSError):
            self._drop()

    def names(self, start: str) -> list[str]:
        """Names of the pieces that begin so."""
        end = start[:-1] + chr(ord(start[-1]) + 1)
        return [row[0] for row in self._rows("SELECT name FROM piece WHERE name >= ? AND name < ?", (start, end))]

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def __enter__(self) -> Self:
        """For as long as a command runs."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self.close()

    def _row(self, name: str) -> tuple[bytes, bytes] | None:
        rows = self._rows("SELECT mark, data FROM piece WHERE name = ?", (name,))
        return rows[0] if rows and all(isinstance(part, bytes) for part in rows[0]) else None

    def _rows(self, query: str, given: tuple[str, ...]) -> list[Any]:
        if self._spoilt or (self._open is None and not self._path.is_file()):
            return []
        try:
            return self._connected().execute(query, given).fetchall()
        except sqlite3.OperationalError:
            return []
        except (sqlite3.Error, OSError):
            self._drop()
            return []

    def _connected(self, *, make: bool = False) -> sqlite3.Connection:
        if self._open is None:
            if make:
                self._path.parent.mkdir(exist_ok=True)
                with suppress(FileExistsError), (self._path.parent / ".gitignore").open("x", encoding="utf-8") as file:
                    file.write("*\n")
            self._open = sqlite3.connect(self._path, timeout=_PATIENCE)
            self._open.execute("PRAGMA synchronous = OFF")  # what a crash damages is known by its mark
            self._open.execute(_TABLE)
        return self._open

    def _drop(self) -> None:
        """Away with a file that is damaged, or none of SQLite's."""
        self.close()
        with suppress(OSError):
            self._path.unlink()
        self._spoilt = True

    def _mark(self, name: str, data: bytes) -> bytes:
        """What only a run with the same key and engine can have put beside this piece."""
        keyed = blake2b(key=self._key or b"", digest_size=_MARK)
        for part in (self._engine, name.encode(), data):
            keyed.update(len(part).to_bytes(8, "big") + part)
        return keyed.digest()
