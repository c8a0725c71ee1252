"""Compressed answers, end to end."""

import gzip
import hashlib
import zlib

from client import connect, get, request
from serving import PROBE

ACCEPT = {"Accept-Encoding": "gzip, deflate, br"}


def test_nothing_is_compressed_unless_asked(probe):
    answer = get(probe, "/text?bytes=100000", headers=ACCEPT)
    assert "Content-Encoding" not in answer.headers and "Vary" not in answer.headers


def test_answers_of_an_application(krait):
    server = krait(PROBE, "--workers", "1", "--compress", "auto")
    plain = get(server, "/text?bytes=100000")
    assert len(plain.body) == 100_000 and "Content-Encoding" not in plain.headers
    for path in ("/text?bytes=100000", "/text?bytes=100000&stream=1"):
        packed = get(server, path, headers=ACCEPT)
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 5
    head = request(server, "HEAD", "/text?bytes=100000", headers=ACCEPT)
    assert (head.headers["Content-Encoding"], head.body) == ("gzip", b"")
    for path in ("/", "/source?bytes=100000"):
        assert "Content-Encoding" not in get(server, path, headers=ACCEPT).headers, path
    assert get(server, "/too-short-text", headers=ACCEPT).status == 500


def test_stream_arrives_piece_by_piece(krait, gate):
    server = krait(PROBE, "--workers", "1", "--compress", "auto")
    with connect(server) as connection:
        connection.request("GET", "/stream?name=gate", headers=ACCEPT)
        response = connection.getresponse()
        unpack = zlib.decompressobj(wbits=31)
        text = b""
        while text != b"first\n":
            text += unpack.decompress(response.read1())
        gate().open()
        assert unpack.decompress(response.read()) == b"second\n"
        assert unpack.eof


def test_large_answers_to_many_at_once(krait):
    server = krait(PROBE, "--workers", "2", "--compress", "auto")
    expected = hashlib.sha1(get(server, "/text?bytes=20000000").body).digest()
    with connect(server) as first, connect(server) as second:
        for connection in (first, second):
            connection.request("GET", "/text?bytes=20000000&stream=1", headers=ACCEPT)
        for _ in range(20):
            assert get(server, "/pid").status == 200, "others are answered meanwhile"
        for connection in (first, second):
            body = gzip.decompress(connection.getresponse().read())
            assert hashlib.sha1(body).digest() == expected


def test_client_that_leaves_in_the_middle(krait):
    server = krait(PROBE, "--workers", "1", "--loops", "1", "--compress", "auto")
    for _ in range(100):  # more than may be compressed at a time
        with connect(server) as connection:
            connection.request("GET", "/text?bytes=20000000&stream=1", headers=ACCEPT)
            assert connection.getresponse().headers["Content-Encoding"] == "gzip"
    assert get(server, "/text?bytes=5000", headers=ACCEPT).headers["Content-Encoding"] == "gzip"


def test_static_files(krait, tmp_path):
    assets = tmp_path / "assets"
    assets.mkdir()
    for name, size in (("small.css", 10), ("some.css", 5_000), ("large.css", 3_000_000)):
        (assets / name).write_bytes((b"a { color: red }\n" * (size // 17 + 1))[:size])
    server = krait(
        *(PROBE, "--workers", "1", "--compress", "auto", "--compress-bytes-min", "1000"),
        *("--static", f"/assets={assets}"),
    )
    assert "Content-Encoding" not in get(server, "/assets/small.css", headers=ACCEPT).headers
    for name in ("some.css", "large.css"):
        packed = get(server, f"/assets/{name}", headers=ACCEPT)
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.body) == (assets / name).read_bytes()
        assert packed.headers["ETag"].startswith('W/"')
        again = {**ACCEPT, "If-None-Match": packed.headers["ETag"]}
        assert get(server, f"/assets/{name}", headers=again).status == 304
        part = get(server, f"/assets/{name}", headers={**ACCEPT, "Range": "bytes=0-9"})
        assert (part.status, part.body) == (206, b"a { color:")
        assert "Content-Encoding" not in part.headers
