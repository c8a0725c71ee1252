"""The database: its schema, its indexes, which can be switched off, and all queries."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

FILE = Path(os.environ.get("PHOTOS_DATABASE") or Path(__file__).with_name("photos.sqlite3"))

SCHEMA = """
CREATE TABLE users (
    id     INTEGER PRIMARY KEY,
    name   TEXT    NOT NULL,
    home   TEXT    NOT NULL,
    motto  TEXT    NOT NULL
);
CREATE TABLE photos (
    id       INTEGER PRIMARY KEY,
    user_id  INTEGER NOT NULL REFERENCES users (id),
    title    TEXT    NOT NULL,
    uploaded INTEGER NOT NULL,  -- seconds since 1970
    likes    INTEGER NOT NULL
);
"""

# Without them the home page and the page of a user read the whole table of photos.
INDEXES = {
    "photos_by_user": "photos (user_id, uploaded)",
    "photos_by_time": "photos (uploaded)",
}

# The newest photos before a moment, with their owners.
NEWEST = """
SELECT photos.id, title, uploaded, likes, user_id, name
FROM photos JOIN users ON users.id = user_id
WHERE uploaded < ? ORDER BY uploaded DESC LIMIT ?
"""
PHOTO = """
SELECT photos.id, title, uploaded, likes, user_id, name, home
FROM photos JOIN users ON users.id = user_id
WHERE photos.id = ?
"""
PHOTOS_OF_USER = """
SELECT id, title, uploaded, likes FROM photos WHERE user_id = ? ORDER BY uploaded DESC
"""

_thread = threading.local()


def connection():
    """The connection of this thread; it stays open, as opening costs more than a query."""
    if not hasattr(_thread, "connection"):
        _thread.connection = sqlite3.connect(f"{FILE.absolute().as_uri()}?mode=rw", uri=True)
        _thread.connection.row_factory = sqlite3.Row
    return _thread.connection


def one(query, *parameters):
    return connection().execute(query, parameters).fetchone()


def newest(before, limit):
    return connection().execute(NEWEST, (before, limit)).fetchall()


def user(user_id):
    return one("SELECT id, name, home, motto FROM users WHERE id = ?", user_id)


def photos_of_user(user_id):
    return connection().execute(PHOTOS_OF_USER, (user_id,)).fetchall()


def photo(photo_id):
    return one(PHOTO, photo_id)


def like(photo_id):
    """Adds one; returns whether there is such a photo."""
    with connection() as transaction:
        changed = transaction.execute(
            "UPDATE photos SET likes = likes + 1 WHERE id = ?", (photo_id,)
        )
        return changed.rowcount == 1


def totals():
    """How many users and photos there are. Ids are dense, so the last one tells."""
    return one("SELECT (SELECT max(id) FROM users), (SELECT max(id) FROM photos)")


def add_indexes(file=FILE):
    with closing(_existing(file)) as database:
        for name, columns in INDEXES.items():
            database.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")
        database.execute("ANALYZE")


def drop_indexes(file=FILE):
    with closing(_existing(file)) as database:
        for name in INDEXES:
            database.execute(f"DROP INDEX IF EXISTS {name}")
        database.execute("ANALYZE")


def index_names(file=FILE):
    with closing(_existing(file)) as database:
        rows = database.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")
        return sorted(name for (name,) in rows)


def _existing(file):
    address = f"{Path(file).absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, isolation_level=None)
