"""A small static host: gzip, the headers that the site asks for, 404.html for what isn't there."""

import gzip
import http.server
import mimetypes
import pathlib
import sys
import threading
from urllib.parse import unquote, urlsplit

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/atom+xml", ".atom")


def read_rules(folder):
    """The rules of a `_headers` file: a pattern, which may end in `*`, and its headers."""
    rules = []
    file = folder / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
        if line.startswith("/"):
            rules.append((line, []))
        else:
            rules[-1][1].append(tuple(line.strip().split(": ", 1)))
    return rules


def headers_of(rules, path):
    return [
        header for pattern, headers in rules for header in headers
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1]))]


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        # A page that leads on drops its connections.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class StaticHost:
    """Serves a folder while a `with` block runs; `base` is its address without a slash at the end.

    `below` is the path the folder is served at: `/` or `/help/`.
    """

    def __init__(self, folder, below="/"):
        folder = pathlib.Path(folder).resolve()
        rules = read_rules(folder)

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                path = unquote(urlsplit(self.path).path)
                file = folder / "404.html"
                status = 404
                if path.startswith(below):
                    wanted = (folder / path[len(below):]).resolve()
                    if wanted.is_dir():
                        wanted = wanted / "index.html"
                    if wanted.is_file() and folder in wanted.parents:
                        file, status = wanted, 200
                body = file.read_bytes() if file.is_file() else b"nothing here"
                kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                self.send_response(status)
                is_text = kind.startswith("text/") or "json" in kind or "xml" in kind
                self.send_header("Content-Type", kind + ("; charset=utf-8" if is_text else ""))
                if is_text and "gzip" in self.headers.get("Accept-Encoding", ""):
                    body = gzip.compress(body, 6, mtime=0)
                    self.send_header("Content-Encoding", "gzip")
                for name, value in headers_of(rules, path):
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = Server(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
