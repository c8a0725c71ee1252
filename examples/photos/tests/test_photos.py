"""The photos example on its own: the seed, the pictures, the pages."""

import sqlite3
import sys
import xml.etree.ElementTree as ElementTree
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("flask")
sys.path.insert(0, str(Path(__file__).parents[1]))

import app as photos_app  # noqa: E402
import database  # noqa: E402
import pictures  # noqa: E402
import seed  # noqa: E402

USERS = 12


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    file = tmp_path_factory.mktemp("photos") / "photos.sqlite3"
    seed.seed(file, USERS)
    return file


@pytest.fixture
def client(file, monkeypatch):
    monkeypatch.setattr(database, "FILE", file)
    database._thread.__dict__.clear()
    yield photos_app.app.test_client()
    database.connection().close()
    database._thread.__dict__.clear()


def rows(file, query):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def test_every_user_has_10_to_20_photos(file):
    counts = [n for (n,) in rows(file, "SELECT count(*) FROM photos GROUP BY user_id")]
    assert len(counts) == USERS
    assert all(10 <= n <= 20 for n in counts)
    assert len(set(counts)) > 1


def test_photos_are_numbered_in_the_order_of_upload(file):
    uploads = [time for (time,) in rows(file, "SELECT uploaded FROM photos ORDER BY id")]
    assert uploads == sorted(set(uploads))


def test_same_seed_same_database(tmp_path):
    for name, number in (("a", 1), ("b", 1), ("c", 2)):
        seed.seed(tmp_path / name, 5, random_seed=number)
    a, b, c = (rows(tmp_path / n, "SELECT * FROM users, photos") for n in "abc")
    assert a == b != c


def test_seeding_replaces_a_database(tmp_path):
    file = tmp_path / "photos.sqlite3"
    seed.seed(file, 5)
    seed.seed(file, 3)
    assert rows(file, "SELECT count(*) FROM users") == [(3,)]
    assert [path.name for path in tmp_path.iterdir()] == ["photos.sqlite3"]


def test_index_goes_off_and_on(tmp_path):
    file = tmp_path / "photos.sqlite3"
    seed.seed(file, 3, index=False)
    assert database.index_names(file) == []
    database.add_indexes(file)
    assert database.index_names(file) == sorted(database.INDEXES)
    plan = str(rows(file, "EXPLAIN QUERY PLAN " + database.PHOTOS_OF_USER.replace("?", "1")))
    assert "photos_by_user" in plan
    database.drop_indexes(file)
    assert database.index_names(file) == []


def test_each_subject_draws_well_formed_svg_and_always_the_same():
    seen = set()
    for number in range(1, 60):
        text = pictures.draw(number)
        assert text == pictures.draw(number)
        assert ElementTree.fromstring(text).tag.endswith("svg")
        seen.add(pictures.subject(number))
    assert seen == set(pictures.SUBJECTS)


def test_home_shows_the_newest_and_leads_to_all_others(client, file):
    address, seen = "/", []
    while address:
        page = client.get(address).text
        seen += [int(part.split('"')[0]) for part in page.split('class="tile" href="/photos/')[1:]]
        address = "/?" + page.split('href="/?')[1].split('"')[0] if "Older photos" in page else None
    assert seen == [n for (n,) in rows(file, "SELECT id FROM photos ORDER BY uploaded DESC")]


def test_user_page_shows_all_photos_of_that_user(client, file):
    page = client.get("/users/3").text
    ((name,),) = rows(file, "SELECT name FROM users WHERE id = 3")
    assert name in page
    for (number,) in rows(file, "SELECT id FROM photos WHERE user_id = 3"):
        assert f'src="/photos/{number}.svg"' in page


def test_photo_page_has_its_picture_and_its_neighbours(client, file):
    numbers = [n for (n,) in rows(file, "SELECT id FROM photos WHERE user_id = 3 ORDER BY id")]
    middle = client.get(f"/photos/{numbers[1]}").text
    assert f'href="/photos/{numbers[0]}" rel="next"' in middle
    assert f'href="/photos/{numbers[2]}" rel="prev"' in middle
    assert 'rel="prev"' not in client.get(f"/photos/{numbers[-1]}").text


def test_picture_is_svg_that_may_be_kept(client):
    response = client.get("/photos/5.svg")
    assert response.mimetype == "image/svg+xml"
    assert response.text == pictures.draw(5)
    assert response.cache_control.immutable and response.cache_control.max_age > 0


def test_like_counts_one_and_returns_to_the_photo(client, file):
    ((before,),) = rows(file, "SELECT likes FROM photos WHERE id = 7")
    response = client.post("/photos/7/like")
    assert (response.status_code, response.location) == (303, "/photos/7")
    assert rows(file, "SELECT likes FROM photos WHERE id = 7") == [(before + 1,)]


@pytest.mark.parametrize("address", ["/users/0", "/users/9999", "/photos/9999", "/nothing"])
def test_what_is_not_there_is_404(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Nothing here" in response.text


def test_like_of_a_missing_photo_is_404(client):
    assert client.post("/photos/9999/like").status_code == 404
