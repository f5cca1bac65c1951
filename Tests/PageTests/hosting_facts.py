"""What holds of the files for nginx and Caddy: the real servers serve the site as it asks for."""

import contextlib
import http.client
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

import fixtures
from facts import expect_equal

FILES = {
    "signpost.yml": "title: Help\nbase-url: https://example.com/help\nlanguages: [en, pl]\nprecompress: [gzip]\n",
    "contact.yml": "time-zone: Europe/Riga\nchannels:\n"
                   "  - {id: phone, kind: phone, title: Phone, value: '+371 1', hours: {mon-fri: '8:00-16:00'}}\n",
    "en/a.md": "---\ntitle: A\naliases: [/old/, '/old $page/x.html', '/stary łoś/']\n---\nText.\n",
    "pl/a.md": "# A po polsku\n",
    "assets/photo.png": "PNG",
}
NGINX = """daemon off; {user}pid {folder}/pid; error_log {folder}/log; events {{ }}
http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {folder}/body;
proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
server {{ listen 127.0.0.1:{port}; root {root}; include {site}/nginx.conf; }} }}
"""
CADDY = """{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  root * {root}
  import {site}/Caddyfile
}}
"""
SERVERS = {"nginx": (NGINX, ["nginx", "-c"]), "caddy": (CADDY, ["caddy", "run", "--adapter", "caddyfile", "--config"])}


def check_hosting(facts, signpost, folder):
    folder = pathlib.Path(folder).resolve()
    published = fixtures.publish(signpost, FILES, folder)
    site = folder / "www" / "help"
    shutil.copytree(published, site)
    for name, (configuration, command) in SERVERS.items():
        program = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/bin")
        if not program:
            print(f"skipped {name}: not installed", flush=True)
            continue
        with serving(configuration, [program, *command[1:]], site) as get:
            for fact in (
                serves_pages, tells_caches_that_files_come_compressed, redirects_former_addresses, shows_the_page_for_missing_ones,
                keeps_hashed_files_for_good, lets_other_pages_read_what_the_widget_needs,
                knows_every_type, hides_its_own_files,
            ):
                facts.check(f"{name}: {fact.__name__.replace('_', ' ')}", fact, get, site)


@contextlib.contextmanager
def serving(configuration, command, site):
    """Starts a server; gives what asks it for a path and answers with status, headers and body."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        file = pathlib.Path(folder, "Caddyfile")
        # nginx started by root serves as another user, who may not read folders for tests.
        user = "user root; " if os.geteuid() == 0 else ""
        file.write_text(configuration.format(folder=folder, port=port, root=site.parent, site=site, user=user))
        server = subprocess.Popen([*command, file], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

        def get(path, asked={}):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path, headers={"Origin": "https://shop.example", **asked})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

        try:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    get("/")
                    break
                assert server.poll() is None, server.stderr.read().decode()
                time.sleep(0.1)
            yield get
        finally:
            server.terminate()
            server.wait()


def serves_pages(get, site):
    for path, file in (("/help/", "index.html"), ("/help/en/a/", "en/a/index.html")):
        status, headers, body = get(path)
        expect_equal(status, 200, path)
        assert body == (site / file).read_bytes(), f"{path} is another file"
        expect_equal(headers["Content-Type"].replace(" ", ""), "text/html;charset=utf-8", path)
        expect_equal(headers["Cache-Control"], "no-cache", path)
        for header in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
            assert f"{header}: {headers[header]}\n" in (site / "_headers").read_text(), header
    status, headers, _ = get("/help/en/a")
    assert status in (301, 308) and headers["Location"].endswith("/help/en/a/"), (status, dict(headers))


def tells_caches_that_files_come_compressed(get, site):
    headers = get("/help/en/a/", {"Accept-Encoding": "gzip"})[1]
    expect_equal((headers["Content-Encoding"], headers["Vary"]), ("gzip", "Accept-Encoding"), "of a page")


def redirects_former_addresses(get, site):
    for path in ("/help/old/", "/help/old%20$page/x.html", "/help/stary%20%C5%82o%C5%9B/"):
        status, headers, _ = get(path)
        expect_equal((status, headers["Location"]), (301, "/help/en/a/"), path)


def shows_the_page_for_missing_ones(get, site):
    status, headers, body = get("/help/en/nothing/")
    expect_equal(status, 404, "status")
    assert body == (site / "404.html").read_bytes(), "another page"
    assert headers["Content-Security-Policy"], "no policy"


def keeps_hashed_files_for_good(get, site):
    hashed = [f"/help/{file.relative_to(site)}" for file in site.glob("assets/*") if file.name.count(".") == 2]
    assert len(hashed) > 5, hashed
    for path in hashed:
        expect_equal(get(path)[1]["Cache-Control"], "public, max-age=31536000, immutable", path)
    expect_equal(get("/help/assets/photo.png")[1]["Cache-Control"], "public, max-age=3600", "a photo")


def lets_other_pages_read_what_the_widget_needs(get, site):
    script = next(site.glob("assets/search.*.js")).name
    for path in ("widget.js", f"assets/{script}", "search/en.json", "api/en/articles.json", "calendars/en/phone.ics"):
        status, headers, _ = get("/help/" + path)
        expect_equal((status, headers["Access-Control-Allow-Origin"]), (200, "*"), path)
        assert headers["Content-Security-Policy"], path
    expect_equal(get("/help/en/a/")[1]["Access-Control-Allow-Origin"], None, "a page")
    expect_equal(get("/help/search/en.json")[1]["Cache-Control"], "no-cache", "the index")


def knows_every_type(get, site):
    for path, kinds in (
        ("en/a/index.md", ["text/markdown"]), ("calendars/en/phone.ics", ["text/calendar"]),
        ("en/feed.atom", ["application/atom+xml"]), ("llms.txt", ["text/plain"]),
        ("widget.js", ["text/javascript", "application/javascript"]),
        ("api/en/articles.json", ["application/json"]), ("sitemap.xml", ["text/xml", "application/xml"]),
        ("assets/" + next(site.glob("assets/social.*")).name, ["image/png"]),
    ):
        status, headers, _ = get("/help/" + path)
        kind, _, charset = headers["Content-Type"].replace(" ", "").partition(";")
        assert status == 200 and kind in kinds, f"{path}: {headers['Content-Type']}"
        if path.endswith((".md", ".ics")):
            expect_equal(charset, "charset=utf-8", path)


def hides_its_own_files(get, site):
    for name in ("_headers", "_redirects", "nginx.conf", "Caddyfile"):
        assert (site / name).exists(), name
        expect_equal(get("/help/" + name)[0], 404, name)
