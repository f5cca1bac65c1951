"""What holds of every file of a site without a browser: markup, links, weight."""

import gzip
import json
import pathlib
import re
import struct
import xml.etree.ElementTree
import zlib
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

from facts import expect_equal, expect_nothing

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
DATA_TYPES = ("application/json", "application/ld+json")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


class Page:
    """A parsed page and what the facts ask of it."""

    def __init__(self, root, file):
        self.path = "/" + file.relative_to(root).as_posix().removesuffix("index.html")
        self.bytes = file.read_bytes()
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
        self.tree = parser.parse(self.bytes, transport_encoding="utf-8")
        self.errors = parser.errors
        self.elements = [element for element in self.tree.iter() if isinstance(element.tag, str)]

    def all(self, *names):
        return [e for e in self.elements if e.tag.removeprefix(NAMESPACE) in names]

    def ids(self):
        return [e.get("id") for e in self.elements if e.get("id")]

    def text_of(self, name):
        return "".join("".join(e.itertext()) for e in self.all(name)[:1]).strip()

    def is_indexed(self):
        return not any(e.get("name") == "robots" for e in self.all("meta"))


def picture_size(png):
    """Width and height of a PNG with a palette, every chunk and the data of it checked."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    data, size, at = b"", None, 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + length]
        (checksum,) = struct.unpack(">I", png[at + 8 + length:at + 12 + length])
        expect_equal(zlib.crc32(kind + body), checksum, f"checksum of {kind}")
        if kind == b"IHDR":
            size, depth = struct.unpack(">II", body[:8]), body[8]
        data += body if kind == b"IDAT" else b""
        at += 12 + length
    row = 1 + (size[0] * depth + 7) // 8
    expect_equal(len(zlib.decompress(data)), row * size[1], "bytes of the picture")
    return size


def check_markup(facts, site, base_url):
    """All facts of a published folder whose pages call themselves by `base_url`."""
    root = pathlib.Path(site)
    pages = [Page(root, file) for file in sorted(root.rglob("*.html"))]
    by_path = {page.path: page for page in pages}
    below = urlsplit(base_url).path

    def is_valid_html():
        expect_nothing(((p.path, p.errors[0]) for p in pages if p.errors), "parse errors")

    def ids_are_unique():
        expect_nothing(
            (p.path for p in pages if len(p.ids()) != len(set(p.ids()))), "pages with an id twice")

    def references_lead_to_ids():
        expect_nothing(
            ((p.path, e.get(a)) for p in pages for e in p.elements for a in REFERENCES
             if e.get(a) and not set(e.get(a).split()) <= set(p.ids())),
            "references to no element")

    def obeys_the_policy():
        expect_nothing(
            ((p.path, e.tag) for p in pages for e in p.elements
             if e.get("style") is not None or any(str(a).startswith("on") for a in e.keys())
             or e.tag == NAMESPACE + "style"
             or (e.tag == NAMESPACE + "script" and not e.get("src")
                 and e.get("type") not in DATA_TYPES)),
            "inline styles and scripts")

    def headings_are_in_order():
        for page in pages:
            levels = [int(e.tag[-1]) for e in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
            expect_equal(levels.count(1), 1, f"first-level headings of {page.path}")
            jumps = [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
            expect_nothing(jumps, f"headings that skip a level in {page.path}")

    def says_language_and_direction():
        for page in pages:
            html = page.all("html")[0]
            assert html.get("lang"), f"{page.path} has no language"
            is_rtl = html.get("lang").split("-")[0] in ("ar", "he", "fa", "ur")
            expect_equal(html.get("dir"), "rtl" if is_rtl else "ltr", f"direction of {page.path}")

    def titles_tell_pages_apart():
        seen = {}
        for page in filter(Page.is_indexed, pages):
            assert page.text_of("title"), f"{page.path} has no title"
            seen.setdefault(page.text_of("title"), []).append(page.path)
            described = [e for e in page.all("meta") if e.get("name") == "description"]
            assert described and described[0].get("content"), f"{page.path} has no description"
        # The home page of a site of one language also stands at the root.
        expect_nothing(
            (v for v in seen.values() if len(v) > 1 and "/" not in v), "pages of one title")

    def target(page, address):
        parts = urlsplit(urljoin(base_url + page.path, address))
        if f"{parts.scheme}://{parts.netloc}" != base_url.removesuffix(below):
            return None
        path = unquote(parts.path)
        return path.removeprefix(below) if path.startswith(below) else path, unquote(parts.fragment)

    def no_link_is_dead():
        dead = []
        for page in pages:
            links = [e.get("href") for e in page.all("a", "link") if e.get("href")]
            links += [e.get("src") for e in page.all("img", "script") if e.get("src")]
            for address in links:
                found = target(page, address)
                if not found:
                    continue
                path, fragment = found
                file = root / path.lstrip("/")
                if not (file.is_file() or (file / "index.html").is_file()):
                    dead.append((page.path, address))
                elif fragment and path in by_path and fragment not in by_path[path].ids():
                    dead.append((page.path, address))
        expect_nothing(dead, "dead links")

    def translations_name_each_other():
        named = {
            page.path: {
                target(page, e.get("href"))[0]
                for e in page.all("link") if e.get("hreflang") and target(page, e.get("href"))}
            for page in pages if page.is_indexed() and page.path in by_path}
        expect_nothing(
            ((path, other) for path, others in named.items() for other in others
             if other in named and path not in named[other] and path != "/"),
            "translations that aren't named in return")

    def structured_data_is_json():
        for page in pages:
            for script in page.all("script"):
                if script.get("type") == "application/ld+json":
                    block = json.loads(script.text)
                    expect_equal(block["@context"], "https://schema.org", page.path)
                    assert block.get("@type"), f"{page.path}: no @type"

    def questions_of_structured_data_are_visible():
        for page in pages:
            for script in page.all("script"):
                block = json.loads(script.text) if script.get("type") == DATA_TYPES[1] else {}
                shown = "".join(page.all("main")[0].itertext()).replace("\N{NO-BREAK SPACE}", " ")
                for question in block.get("mainEntity", []):
                    assert question["name"] in shown, f"{page.path} hides {question['name']!r}"

    def pages_are_light():
        for page in pages:
            size = len(gzip.compress(page.bytes, 6))
            assert size <= 8000, f"{page.path} weighs {size} bytes"

    def assets_are_light():
        limits = {"css": 6000, "js": 6000}
        for kind, limit in limits.items():
            names = [f for f in (root / "assets").glob(f"site.*.{kind}")]
            expect_equal(len(names), 1, f"files site.*.{kind}")
            size = len(gzip.compress(names[0].read_bytes(), 6))
            assert size <= limit, f"{names[0].name} weighs {size} bytes"

    def site_map_lists_what_should_be_found():
        tree = xml.etree.ElementTree.parse(root / "sitemap.xml")
        listed = {
            urlsplit(e.text).path.removeprefix(below) if below else urlsplit(e.text).path
            for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
        wanted = {p.path for p in pages if p.is_indexed() and p.path != "/"}
        expect_equal({unquote(path) for path in listed}, wanted, "addresses in sitemap.xml")

    def nothing_is_asked_from_other_hosts():
        others = re.compile(rb"(?:src|href)=\"https?://[^\"]*\.(?:css|js|woff2?|png|svg)\"")
        expect_nothing((p.path for p in pages if others.search(p.bytes)), "pages with foreign files")

    def links_to_pages_have_a_picture():
        named = {
            e.get("content") for page in pages if page.path != "/" and page.all("nav")
            for e in page.all("meta") if e.get("property") == "og:image"}
        expect_equal(len(named), 1, "pictures")
        address = named.pop()
        assert address.startswith(base_url + "/assets/"), address
        expect_equal(
            picture_size((root / address.removeprefix(base_url + "/")).read_bytes()), (1200, 630),
            "size of the picture")

    for fact in (
        is_valid_html, ids_are_unique, references_lead_to_ids, obeys_the_policy,
        headings_are_in_order, says_language_and_direction, titles_tell_pages_apart,
        no_link_is_dead, translations_name_each_other, structured_data_is_json,
        questions_of_structured_data_are_visible, pages_are_light, assets_are_light,
        site_map_lists_what_should_be_found, links_to_pages_have_a_picture, nothing_is_asked_from_other_hosts,
    ):
        facts.check(f"{root.name}: {fact.__name__.replace('_', ' ')}", fact)
