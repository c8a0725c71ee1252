"""Flask and Django end to end: cookies, forms, uploads, streams, files, the admin."""

import hashlib
import http.cookiejar
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from client import get
from serving import APPS, ROOT


class Browser:
    """Keeps cookies, follows redirects, sends forms."""

    def __init__(self, server):
        self.base = f"http://{server.authority}"
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies)

    def open(self, path, data=None, headers=None):
        """Status, headers and text."""
        asked = urllib.request.Request(self.base + path, data, headers or {})
        try:
            with self._opener.open(asked, timeout=20) as response:
                return response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()

    def form(self, path, **fields):
        return self.open(path, urllib.parse.urlencode(fields).encode())


@pytest.fixture(scope="module")
def shop(start_for_module):
    return start_for_module(APPS / "shop.py", "--workers", "2")


@pytest.fixture
def browser(shop):
    return Browser(shop)


def test_flask_session(browser):
    assert browser.open("/me")[2] == "nobody"
    assert browser.form("/login", name="Zoë & Co")[2] == "Zoë & Co"
    assert browser.open("/me")[2] == "Zoë & Co"
    assert browser.form("/logout")[2] == "nobody"


@pytest.mark.parametrize("size", [0, 1, 1000, 65_536, 3_000_000])
def test_flask_upload(browser, size):
    content = os.urandom(size)
    boundary = "krait-test-boundary"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nä note\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + content
    body += f"\r\n--{boundary}--\r\n".encode()
    kind = f"multipart/form-data; boundary={boundary}"
    status, _, text = browser.open("/upload", body, {"Content-Type": kind})
    assert status == 200, text
    assert hashlib.sha1(content).hexdigest() in text
    assert '"name":"a.bin"' in text and "note" in text


def test_flask_json(browser):
    body, kind = b"[1, 2, 3.5]", {"Content-Type": "application/json"}
    assert browser.open("/json", body, kind)[2].strip() == '{"sum":6.5}'


def test_flask_stream(browser):
    text = browser.open("/stream?rows=5000")[2]
    assert text == "".join(f"row {number}\n" for number in range(5000))


def test_flask_files_and_ranges(browser):
    status, headers, text = browser.open("/file")
    assert (status, text) == (200, (APPS / "shop.py").read_text())
    unchanged = browser.open("/file", headers={"If-None-Match": headers["ETag"]})
    assert unchanged[0] == 304
    part = browser.open("/file", headers={"Range": "bytes=3-8"})
    assert (part[0], part[2]) == (206, text[3:9])
    assert browser.open("/memory-file")[2] == "from memory"


def test_flask_addresses(browser, shop):
    text = browser.open("/" + urllib.parse.quote("äöü/grün käse"))[2]
    assert text.startswith("grün käse ")
    assert shop.authority in text


def test_flask_error_page_is_flasks_and_the_log_has_the_traceback(browser, shop):
    status, _, text = browser.open("/raise")
    assert status == 500
    assert "the shop raised" not in text
    shop.wait_line("RuntimeError: the shop raised")
    assert browser.open("/nothing")[0] == 404


def test_flask_under_parallel_clients(shop):
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: get(shop, "/slow").text, range(200)))
    assert answers == ["slow"] * 200


@pytest.fixture(scope="module")
def site(start_for_module, tmp_path_factory):
    """A copy of the example, set up as its `setup` does."""
    folder = tmp_path_factory.mktemp("django") / "django_site"
    ignored = shutil.ignore_patterns(".venv", "*.sqlite3", "staticfiles", "__pycache__")
    shutil.copytree(ROOT / "examples/django_site", folder, ignore=ignored)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    subprocess.run([folder / "setup"], env=environment, timeout=120, check=True)
    return start_for_module(folder, "--workers", "2", "--access-log")


def token(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)


def test_django_form_with_csrf(site):
    browser = Browser(site)
    status, _, page = browser.open("/")
    assert status == 200
    status, _, page = browser.form(
        "/", csrfmiddlewaretoken=token(page), name="Zoë", message="Grüße <b>"
    )
    assert status == 200
    assert "Thank you for writing." in page
    assert "Zoë" in page and "Grüße &lt;b&gt;" in page
    assert Browser(site).form("/", name="x", message="without a token")[0] == 403
    assert "without a token" not in Browser(site).open("/")[2]


def test_django_admin(site):
    browser = Browser(site)
    page = browser.open("/admin/")[2]
    status, _, page = browser.form(
        "/admin/login/?next=/admin/",
        csrfmiddlewaretoken=token(page),
        username="demo",
        password="demo",
    )
    assert status == 200 and "Site administration" in page
    status, _, page = browser.open("/admin/guestbook/entry/add/")
    status, _, page = browser.form(
        "/admin/guestbook/entry/add/",
        csrfmiddlewaretoken=token(page),
        name="Admin",
        message="by hand",
    )
    assert status == 200 and "was added successfully" in page
    assert "by hand" in Browser(site).open("/")[2]


def test_django_static_files_never_reach_python(site):
    page = Browser(site).open("/admin/login/")[2]
    style = re.search(r'href="(/static/admin/css/base\.css)"', page).group(1)
    status, headers, text = Browser(site).open(style)
    assert status == 200 and "body" in text
    assert headers["Content-Type"].startswith("text/css")
    assert "ETag" in headers
    # The site's own URLs know nothing of /static: Django would answer 404.
    assert Browser(site).open("/static/guestbook/guestbook.css")[0] == 200
