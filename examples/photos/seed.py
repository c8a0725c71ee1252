"""Fills the database with users and photos made on the spot: python seed.py --users 100000

The same arguments always give the same database.
"""

import argparse
import os
import sqlite3
import sys
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random

import database
import pictures

PHOTOS_MIN, PHOTOS_MAX = 10, 20
BATCH = 20_000
FIRST_UPLOAD = 1_420_070_400  # 2015-01-01
LAST_UPLOAD = 1_735_689_600  # 2025-01-01

FIRST_NAMES = (
    "Ada Amir Anna Aya Bea Boris Carla Chidi Dana Diego Elif Emma Farid Femi Grace Hana Hugo Ines "
    "Ivan Jin Jonas Kaito Kira Lars Leila Lucia Maya Milo Nadia Noor Olga Omar Priya Quinn Rosa "
    "Ravi Sofia Sven Tara Tomas Uma Viktor Wanda Xin Yara Yuki Zara Zeno"
).split()
LAST_NAMES = (
    "Abe Almeida Bauer Berg Castro Chen Cohen Costa Dahl Diallo Evans Ferrari Fischer Garcia Green "
    "Haas Hassan Ito Ivanova Jensen Kaya Khan Kim Kowalski Larsen Leroy Lopez Mensah Moreau Moser "
    "Nakamura Novak Okafor Olsen Patel Petrov Quist Reyes Rossi Sato Silva Singh Torres Urban "
    "Varga Weber Wong Yilmaz Zhang Ziegler"
).split()
HOMES = (
    "Bergen Bologna Cork Cusco Dakar Esfahan Gdansk Graz Hanoi Hobart Istanbul Kyoto "
    "Lagos Leipzig Lisbon Lyon Malmö Montevideo Montreal Nairobi Oaxaca Porto Pune Quito "
    "Reykjavik Riga Seville Tartu Tbilisi Tucson Utrecht Valencia Vilnius Wellington Zagreb"
).split()
MOTTOES = (
    "Chasing the last light.",
    "One photo a day, most days.",
    "Slow trains and long walks.",
    "Always looks up.",
    "Up before the birds.",
    "Weather is a subject.",
    "Never without a flask of tea.",
    "Still learning to wait.",
    "Collects horizons.",
    "The best camera is the one at hand.",
)
TITLES = {
    "mountains": ("Above the valley", "Ridge after ridge", "The long way up", "Thin air"),
    "sea": ("A single sail", "Evening tide", "Salt and light", "Homeward"),
    "dunes": ("Only wind", "Warm sand", "Nothing for miles", "The quiet desert"),
    "forest": (
        "Between the pines",
        "Morning in the woods",
        "Where the path ends",
        "All green",
    ),
    "city": ("Rooftops", "Someone is still up", "Before the rush", "A thousand windows"),
    "night": ("Past midnight", "Moonrise", "Awake in the hills", "So many stars"),
}


def main():
    options = arguments()
    started = time.perf_counter()
    photos = seed(
        options.database,
        options.users,
        random_seed=options.seed,
        index=options.index,
        progress=Progress(sys.stderr),
    )
    print(
        f"{options.users:,} users with {photos:,} photos, index {'on' if options.index else 'off'}:"
        f" {options.database} ({time.perf_counter() - started:.1f} s)"
    )


def arguments():
    parser = argparse.ArgumentParser(description="Fill the database of the photos example.")
    parser.add_argument("--users", type=positive, default=200, help="how many (default: 200)")
    parser.add_argument("--seed", type=int, default=2007, help="another seed, other people")
    parser.add_argument("--no-index", dest="index", action="store_false", help="add no index")
    parser.add_argument("--database", type=Path, default=database.FILE, metavar="FILE")
    return parser.parse_args()


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def seed(file, users, random_seed=2007, index=True, progress=lambda done, total, what: None):
    """Writes a new database over `file`, in one step at the end; returns the number of photos."""
    random = Random(random_seed)
    counts = [random.randint(PHOTOS_MIN, PHOTOS_MAX) for _ in range(users)]
    total = users + sum(counts)
    unfinished = Path(f"{file}.new")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
        # A half-written file is thrown away, so nothing has to be safe until it is renamed.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(database.SCHEMA)
        done = 0
        for statement, rows in (
            ("INSERT INTO users VALUES (?, ?, ?, ?)", people(random, users)),
            ("INSERT INTO photos VALUES (?, ?, ?, ?, ?)", photos(random, counts)),
        ):
            while batch := list(islice(rows, BATCH)):
                connection.execute("BEGIN")
                connection.executemany(statement, batch)
                connection.execute("COMMIT")
                done += len(batch)
                progress(done, total, "rows")
    if index:
        progress(total, total, "adding the index")
        database.add_indexes(unfinished)
    os.replace(unfinished, file)
    progress(total, total, "done")
    return total - users


def people(random, users):
    for number in range(1, users + 1):
        name = f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"
        yield number, name, random.choice(HOMES), random.choice(MOTTOES)


def photos(random, counts):
    """Rows in the order of upload, so that the photos of one user lie apart, as in life."""
    step = (LAST_UPLOAD - FIRST_UPLOAD) // sum(counts)
    photo = 0
    for round_ in range(PHOTOS_MAX):
        for user, count in enumerate(counts, start=1):
            if round_ < count:
                photo += 1
                title = random.choice(TITLES[pictures.subject(photo)])
                uploaded = FIRST_UPLOAD + photo * step - int(random.random() * step)
                yield photo, user, title, uploaded, int(9 * random.paretovariate(0.9)) % 9973


class Progress:
    """A bar on one line of a terminal; silent elsewhere."""

    WIDTH = 40

    def __init__(self, stream):
        self.stream = stream
        self.started = time.perf_counter()

    def __call__(self, done, total, what):
        if not self.stream.isatty():
            return
        bar = "█" * (self.WIDTH * done // total)
        percent = 100 * done // total
        seconds = time.perf_counter() - self.started
        self.stream.write(
            f"\r{bar:░<{self.WIDTH}} {percent:3} %  {done:,} {what}  {seconds:.0f} s\x1b[K"
        )
        if what == "done":
            self.stream.write("\r\x1b[K")
        self.stream.flush()


if __name__ == "__main__":
    main()
