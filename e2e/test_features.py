"""Addresses, models, mounts, static files, logs, forwarded headers, interpreters."""

import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from client import connect, exchange, get, post, request, status_of
from serving import LISTENING, PROBE, ROOT
from waiting import wait_until

PYTHONS = sorted(
    path
    for path in Path.home().glob(".pyenv/versions/3.*/bin/python")
    if re.match(r"3\.(1\d|[2-9]\d)\.", path.parent.parent.name)
)


def test_hello_example_is_served(krait):
    server = krait("examples/hello_wsgi", python=None)
    assert get(server, "/").text == "Hello from Krait!\n"
    assert server.terminate() == 0


@pytest.mark.parametrize("python", PYTHONS, ids=lambda path: path.parent.parent.name)
def test_every_cpython_of_the_machine_serves(krait, python):
    server = krait(PROBE, "--workers", "1", python=python)
    assert get(server, "/environ").json["python"] == python.parent.parent.name
    assert post(server, "/echo", b"x" * 100_000).body == b"x" * 100_000
    assert get(server, "/raise").status == 500
    assert get(server, "/").status == 200
    assert server.terminate() == 0


@pytest.mark.parametrize(
    ("options", "multithread", "multiprocess", "processes"),
    [
        (["--workers", "1"], False, False, 1),
        (["--workers", "2"], False, True, 2),
        (["--workers", "1", "--threads", "3"], True, False, 1),
        (["--workers", "2", "--threads", "2"], True, True, 2),
        (["--model", "threads", "--workers", "1"], True, False, 1),
    ],
)
def test_models(krait, options, multithread, multiprocess, processes):
    server = krait(PROBE, *options)
    environ = get(server, "/environ").json
    assert environ["wsgi.multithread"] is multithread
    assert environ["wsgi.multiprocess"] is multiprocess
    assert len(server.worker_pids()) == processes


def test_workers_auto_is_one_for_each_core(krait):
    server = krait(PROBE)
    assert len(server.worker_pids()) == len(os.sched_getaffinity(0))


def test_threads_of_one_process_run_side_by_side(krait, gate, tmp_path):
    options = ["--workers", "1", "--threads", "4"]
    server = krait(PROBE, *options)
    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(get, server, "/at-gate?name=gate") for _ in range(4)]
        gate().wait_entered(count=4)
        gate().open()
        assert len({answer.result().text for answer in answers}) == 1


def test_unix_socket(krait, tmp_path):
    path = tmp_path / "krait.sock"
    server = krait(PROBE, "--bind", f"unix:{path}", "--workers", "1")
    assert get(server, "/").status == 200
    assert post(server, "/echo", b"x" * 100_000).body == b"x" * 100_000
    assert server.terminate() == 0
    assert not path.exists()


def test_stale_unix_socket_is_taken_over(krait, tmp_path):
    path = tmp_path / "krait.sock"
    first = krait(PROBE, "--bind", f"unix:{path}", "--workers", "1")
    first.signal(signal.SIGKILL)
    first.wait()
    assert path.exists()
    second = krait(PROBE, "--bind", f"unix:{path}", "--workers", "1")
    assert get(second, "/").status == 200


def test_several_addresses(krait, tmp_path):
    path = tmp_path / "krait.sock"
    options = ["--bind", "127.0.0.1:0", "--bind", f"unix:{path}", "--workers", "1"]
    server = krait(PROBE, *options)
    server.wait_line(re.escape(str(path)))
    server.wait_line(r"listening on http://127\.0\.0\.1:\d+")
    found = [LISTENING.search(line) for line in server.lines if line]
    (port,) = {match.group(2) for match in found if match and match.group(2)}
    server.host, server.port, server.path = "127.0.0.1", int(port), None
    assert get(server, "/").status == 200
    server.path = str(path)
    assert get(server, "/").status == 200


def test_ipv6(krait):
    server = krait(PROBE, "--host", "::1", "--workers", "1")
    assert server.host == "::1"
    assert get(server, "/environ").json["REMOTE_ADDR"] == "::1"


def test_static_files_alone_need_no_python(krait, tmp_path):
    (tmp_path / "page.html").write_text("<h1>page</h1>")
    server = krait("--static", f"/={tmp_path}", cwd=tmp_path, python=None)
    assert get(server, "/page.html").text == "<h1>page</h1>"
    assert get(server, "/other").status == 404
    assert server.worker_pids() == []
    assert server.terminate() == 0


def test_mounts(krait, tmp_path):
    other = tmp_path / "other.py"
    other.write_text(
        "def app(environ, start_response):\n"
        "    start_response('200 OK', [('Content-Type', 'text/plain')])\n"
        "    return [f\"other {environ['SCRIPT_NAME']} {environ['PATH_INFO']}\".encode()]\n"
    )
    server = krait(PROBE, "--mount", f"/wiki={other}", "--mount", f"/wiki/probe={PROBE}")
    assert get(server, "/").text == "Hello, World!\n"
    assert get(server, "/wiki").text == "other /wiki "
    assert get(server, "/wiki/").text == "other /wiki /"
    assert get(server, "/wiki/a/b").text == "other /wiki /a/b"
    assert get(server, "/wikis").status == 404
    environ = get(server, "/wiki/probe/environ").json
    assert (environ["SCRIPT_NAME"], environ["PATH_INFO"]) == ("/wiki/probe", "/environ")


def test_sources_of_options_in_their_order(krait, tmp_path):
    (tmp_path / "app.py").write_text(PROBE.read_text())
    (tmp_path / "krait.toml").write_text('app = "app"\nworkers = 3\nthreads = 2\n')
    server = krait(cwd=tmp_path)
    assert len(server.worker_pids()) == 3
    assert get(server, "/environ").json["wsgi.multithread"] is True
    server = krait(cwd=tmp_path, env={"KRAIT_WORKERS": "2", "KRAIT_THREADS": "1"})
    assert len(server.worker_pids()) == 2
    assert get(server, "/environ").json["wsgi.multithread"] is False
    server = krait("--workers", "1", cwd=tmp_path, env={"KRAIT_WORKERS": "2"})
    assert len(server.worker_pids()) == 1


def test_env_option_reaches_the_application(krait, tmp_path):
    (tmp_path / "app.py").write_text(
        "import os\n"
        "def app(environ, start_response):\n"
        "    start_response('200 OK', [('Content-Type', 'text/plain')])\n"
        "    return [(os.environ['SHOP'] + ' ' + os.getcwd()).encode()]\n"
    )
    server = krait(tmp_path, "--env", "SHOP=a=b c", "--workers", "1")
    assert get(server, "/").text == f"a=b c {tmp_path}"


def test_factory_is_called(krait, tmp_path):
    (tmp_path / "app.py").write_text(
        "def create_app():\n"
        "    def made(environ, start_response):\n"
        "        start_response('200 OK', [('Content-Type', 'text/plain')])\n"
        "        return [b'made']\n"
        "    return made\n"
    )
    assert get(krait(tmp_path, "--workers", "1"), "/").text == "made"


# Forwarded headers


FORWARDED = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Request-ID": "from-the-proxy",
}


def test_forwarded_headers_of_a_trusted_address_count(krait):
    server = krait(PROBE, "--forwarded-allow-ips", "127.0.0.0/8", "--workers", "1")
    environ = get(server, "/environ", headers=FORWARDED).json
    assert environ["REMOTE_ADDR"] == "203.0.113.7"
    assert environ["wsgi.url_scheme"] == "https"
    assert environ["krait.request_id"] == "from-the-proxy"


def test_forwarded_headers_of_others_do_not(krait):
    server = krait(PROBE, "--forwarded-allow-ips", "192.0.2.1", "--workers", "1")
    environ = get(server, "/environ", headers=FORWARDED).json
    assert environ["REMOTE_ADDR"] == "127.0.0.1"
    assert environ["wsgi.url_scheme"] == "http"
    assert environ["krait.request_id"] not in ("", "from-the-proxy")


# Logs


def test_access_log_as_text(krait):
    server = krait(PROBE, "--access-log", "--workers", "1")
    get(server, "/environ?a=b", headers={"User-Agent": "some agent", "Referer": "http://x/"})
    found = server.wait_line(
        r'127\.0\.0\.1 - - \[[^]]+\] "GET /environ\?a=b HTTP/1\.1" 200 (\d+) '
        r'"http://x/" "some agent"'
    )
    assert int(found.group(1)) > 0


def test_access_log_as_json(krait):
    server = krait(PROBE, "--access-log", "--log-format", "json", "--workers", "1")
    get(server, "/no-such-path?a=%22b%22")
    found = server.wait_line(r"^.*no-such-path.*$")
    record = json.loads(found.group())
    assert record["method"] == "GET"
    assert record["status"] == 404
    assert "no-such-path?a=%22b%22" in record["target"]
    server.terminate()
    for line in server.lines:
        if line and not LISTENING.search(line):
            json.loads(line)


def test_access_log_is_off_unless_asked_for(krait):
    server = krait(PROBE, "--workers", "1")
    get(server, "/environ?secret-of-nobody")
    server.terminate()
    assert "secret-of-nobody" not in server.output


def test_log_lines_cannot_be_forged(krait):
    server = krait(PROBE, "--access-log", "--workers", "1")
    answer = exchange(
        server,
        b'GET /?x=%0Aforged HTTP/1.1\r\nHost: x\r\nUser-Agent: a" 200 "\x80\r\n'
        b"Connection: close\r\n\r\n",
    )
    assert status_of(answer) == 200
    server.wait_line("forged")
    assert not any(line and line.startswith("forged") for line in server.lines)


# Static files

LONG_AGO = 1_700_000_000


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    assets = folder / "assets"
    (assets / "deep").mkdir(parents=True)
    (assets / "page.html").write_text("<h1>page</h1>")
    (assets / "data.bin").write_bytes(bytes(range(256)) * 4096)
    (assets / "style.css").write_text("body { color: black }" * 100)
    (assets / "style.css.gz").write_bytes(b"pretends to be gzip")
    (assets / "deep" / "a b.txt").write_text("deep")
    (folder / "secret.txt").write_text("secret")
    (assets / "out.txt").symlink_to(folder / "secret.txt")
    for file in assets.glob("*.*"):
        os.utime(
            file, (LONG_AGO, LONG_AGO)
        )  # the tag of a file that is still being written is weak
    return folder


@pytest.fixture
def static(krait, site):
    return krait(PROBE, "--static", f"/assets={site / 'assets'}", "--workers", "1")


def test_static_files(static, site):
    whole = (site / "assets" / "data.bin").read_bytes()
    with connect(static) as connection:

        def fetch(path, method="GET", **headers):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return request(static, method, path, None, named, connection)

        answer = fetch("/assets/page.html")
        assert (answer.status, answer.text) == (200, "<h1>page</h1>")
        assert answer.headers["Content-Type"].startswith("text/html")
        tag, modified = answer.headers["ETag"], answer.headers["Last-Modified"]
        assert fetch("/assets/page.html", If_None_Match=tag).status == 304
        assert fetch("/assets/page.html", If_None_Match='"other"').status == 200
        assert fetch("/assets/page.html", If_Modified_Since=modified).status == 304
        assert fetch("/assets/page.html", If_Match='"other"').status == 412
        assert fetch("/assets/deep/a%20b.txt").text == "deep"

        answer = fetch("/assets/data.bin")
        assert answer.body == whole
        tag = answer.headers["ETag"]
        answer = fetch("/assets/data.bin", "HEAD")
        assert (answer.headers["Content-Length"], answer.body) == (str(len(whole)), b"")
        for asked, first, last in (
            ("bytes=0-0", 0, 0),
            ("bytes=100-199", 100, 199),
            ("bytes=-10", len(whole) - 10, len(whole) - 1),
            (f"bytes={len(whole) - 5}-", len(whole) - 5, len(whole) - 1),
            ("bytes=5-999999999", 5, len(whole) - 1),
        ):
            answer = fetch("/assets/data.bin", Range=asked)
            assert answer.status == 206, asked
            assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(whole)}"
            assert answer.body == whole[first : last + 1]
        answer = fetch("/assets/data.bin", Range="bytes=0-1,10-11")
        assert answer.status == 206
        assert answer.headers["Content-Type"].startswith("multipart/byteranges")
        answer = fetch("/assets/data.bin", Range="bytes=99999999-")
        assert answer.status == 416
        assert answer.headers["Content-Range"] == f"bytes */{len(whole)}"
        assert fetch("/assets/data.bin", Range="bytes=0-9", If_Range='"other"').status == 200
        assert fetch("/assets/data.bin", Range="bytes=0-9", If_Range=tag).status == 206
        assert fetch("/assets/data.bin", Range="lines=0-9").status == 200

        answer = fetch("/assets/style.css", Accept_Encoding="br, gzip")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.body == b"pretends to be gzip"
        assert "accept-encoding" in answer.headers["Vary"].lower()
        assert "Content-Encoding" not in fetch("/assets/style.css").headers

        assert fetch("/assets/page.html", "POST").status == 405
        assert fetch("/assets/none.html").status == 404
        assert fetch("/assets/deep").status in (301, 308, 404)
        assert fetch("/").text == "Hello, World!\n"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../secret.txt",
        "/assets/%2e%2e/secret.txt",
        "/assets/..%2fsecret.txt",
        "/assets/deep/../../secret.txt",
        "/assets//../secret.txt",
        "/assets/..\\secret.txt",
        "/assets/%5c..%5csecret.txt",
        "/assets/out.txt",
        "/assets/page.html%00.txt",
        "/assets/%",
        "/assets//etc/passwd",
    ],
)
def test_nothing_leads_out_of_a_static_folder(static, path):
    data = f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()
    answer = exchange(static, data)
    assert status_of(answer) in (400, 403, 404), answer
    assert b"secret" not in answer.partition(b"\r\n\r\n")[2]


def test_example_photos_serves_its_style_without_python(krait, tmp_path):
    """The folder's krait.toml names the static files; the environment of the tests has Flask."""
    database = tmp_path / "photos.sqlite3"
    seed(database)
    server = krait(ROOT / "examples/photos", env={"PHOTOS_DATABASE": str(database)})
    assert 'class="tile"' in get(server, "/").text
    assert get(server, "/photos/1.svg").headers["Content-Type"].startswith("image/svg+xml")
    style = get(server, "/static/photos.css")
    assert style.headers["Content-Type"].startswith("text/css")
    assert "ETag" in style.headers
    likes = post(server, "/photos/1/like")
    assert (likes.status, likes.headers["Location"]) == (303, "/photos/1")
    wait_until(lambda: get(server, "/photos/1").status == 200)


def seed(database):
    script = ROOT / "examples/photos/seed.py"
    command = [sys.executable, script, "--users", "5", "--database", database]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def test_cache_control_of_static_files(krait, tmp_path):
    for name in ("a/plain.css", "a/hashed.55e7cbb9ba48.css", "b/plain.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a {}")
    server = krait(
        *(PROBE, "--workers", "1", "--static", f"/a={tmp_path}/a", "--static", f"/b={tmp_path}/b"),
        *("--static-cache-control", "public, max-age=600"),
        *("--static-cache-control", "/b=no-store"),
    )
    assert get(server, "/a/plain.css").headers["Cache-Control"] == "public, max-age=600"
    assert "immutable" in get(server, "/a/hashed.55e7cbb9ba48.css").headers["Cache-Control"]
    assert get(server, "/b/plain.css").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("locale", ["", "C", "POSIX", "C.UTF-8"])
def test_names_beyond_ascii_under_any_locale(krait, tmp_path, locale):
    site = tmp_path / "sité 日本"
    (site / "schöne dateien").mkdir(parents=True)
    (site / "schöne dateien" / "übersicht.txt").write_text("found")
    (site / "app.py").write_text(
        "import os\n"
        "def app(environ, start_response):\n"
        "    start_response('200 OK', [('Content-Type', 'text/plain')])\n"
        "    return [os.getcwd().encode()]\n"
    )
    server = krait(
        *(site, "--workers", "1", "--static", f"/dateien={site}/schöne dateien"),
        env={"LC_ALL": locale, "LC_CTYPE": "", "LANG": ""},
    )
    assert get(server, "/dateien/%C3%BCbersicht.txt").text == "found"
    assert get(server, "/").text == str(site)
