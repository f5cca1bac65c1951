#!/usr/bin/env python3
"""What the first query of a visit loads: scripts and files of the index, compressed, in Chromium.

    first_query.py --signpost BINARY [--articles 1000 10000 100000] [--folder DIR]

Publishes invented articles of about 4 kB (`publish.py`), opens the home page and asks once: pasted, and typed letter by
letter on a network without delay, so that each letter is a query of its own. The table goes into RESULTS.md; the run
fails when a pasted query finds nothing or loads more than it may.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

import results
from publish import CONFIGURATION, sample_queries, write_articles

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "PageTests"))
from page_probe import visit
from playwright.sync_api import sync_playwright
from static_host import StaticHost

MOST_BYTES = {1_000: 40_000, 10_000: 60_000, 100_000: 100_000}
# Milliseconds between letters.
PER_LETTER = 150


def loaded(browser, host, query, is_typed):
    """Bytes and files."""
    with visit(browser, f"{host.base}/en/") as opened:
        # Browsers note 250 files unless they are asked for more.
        opened.page.evaluate("performance.setResourceTimingBufferSize(5000)")
        before = len(opened.scripts_and_data())
        box = opened.page.locator("#_q")
        box.press_sequentially(query, delay=PER_LETTER) if is_typed else box.fill(query)
        opened.page.wait_for_selector("#_option-0")
        opened.page.wait_for_load_state("networkidle")
        sizes = [size for _, size in opened.scripts_and_data()[before:]]
        return sum(sizes), len(sizes)


def rows(signpost, browser, count, folder):
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        root = pathlib.Path(temporary)
        write_articles(root / "content" / "en", count)
        (root / "content" / "signpost.yml").write_text(CONFIGURATION)
        subprocess.run([signpost, "publish"], cwd=root, check=True, capture_output=True)
        with StaticHost(root / "public", "/") as host:
            for name, query in sample_queries().items():
                pasted, typed = (loaded(browser, host, query, is_typed) for is_typed in (False, True))
                assert pasted[0] <= MOST_BYTES.get(count, MOST_BYTES[100_000]), f"{count} articles, {name}: {pasted[0]} bytes"
                yield f"| {count:,} | {name} | {pasted[0]:,} | {pasted[1]} | {typed[0]:,} | {typed[1]} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--signpost", required=True)
    parser.add_argument("--articles", type=int, nargs="+", default=list(MOST_BYTES))
    memory = pathlib.Path("/dev/shm")
    parser.add_argument("--folder", type=pathlib.Path, default=memory if memory.is_dir() else None, help="where to work")
    options = parser.parse_args()
    signpost = str(pathlib.Path(options.signpost).resolve())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        lines = [f"{results.machine()}; Chromium {browser.version}, gzip, bytes without headers; may be at most "
                 + ", ".join(f"{most:,} among {count:,}" for count, most in MOST_BYTES.items()) + ", pasted. The sentence has eight "
                 f"words, most of them frequent; typed, each letter is a query, every {PER_LETTER} ms.", "",
                 "| Articles | Query | Pasted, bytes | Files | Typed, bytes | Files |", "|---|---|---|---|---|---|"]
        for count in options.articles:
            for row in rows(signpost, browser, count, options.folder):
                lines.append(row)
                print(row, flush=True)
        browser.close()
    results.replace_section("First query", "\n".join(lines))


if __name__ == "__main__":
    main()
