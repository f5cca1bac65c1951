#!/usr/bin/env python3
"""The preview and the stickers as people meet them: a browser beside an editor, a phone before a QR code.

    preview_and_stickers.py --signpost BINARY --content FOLDER

Needs Playwright with the system's Chromium, and zbarimg. Ends with "N passed, N failed".
"""
import argparse
import contextlib
import functools
import http.server
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
results = []


def check(fact, holds, seen=""):
    results.append(bool(holds))
    print(f"{'ok  ' if holds else 'FAIL'} {fact}" + ("" if holds else f": {seen}"), flush=True)


def run(signpost, folder, *arguments):
    done = subprocess.run([signpost, *arguments], cwd=folder, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def decoded(image):
    done = subprocess.run(["zbarimg", "-q", "--raw", image], capture_output=True, encoding="utf-8")
    return sorted(done.stdout.split())


@contextlib.contextmanager
def served(folder):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    server.handle_error = lambda *_: None  # a page that leads on drops its connections
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def stickers(browser, signpost, folder):
    article, base = "fuel/refuel-the-car", "https://help.kilometr.example"
    status, listed, errors = run(signpost, folder, "shortlinks")
    check("every article gets a short address", status == 0 and f"  {article}  " in listed, errors)
    short = next(line.split()[0] for line in listed.splitlines() if f"  {article}  " in line)
    again = run(signpost, folder, "shortlinks")[1]
    check("short addresses never change", again == listed, again)
    places = ["KM-101", "KM-102", "KM-103"]
    options = [word for place in places for word in ("--place", place)]
    status, _, errors = run(
        signpost, folder, "stickers", article, "--lang", "lv", "--lang", "ru", *options, "--output", "sheet.html")
    check("stickers are made in two languages", status == 0, errors)
    page = browser.new_page(viewport={"width": 794, "height": 1123}, device_scale_factor=2)
    page.goto((folder / "sheet.html").as_uri())
    page.screenshot(path=folder / "sheet.png")
    words = " ".join(page.locator("text").all_text_contents())
    check("stickers show the question in both", "Kā uzpildīt" in words and "Как заправить" in words, words)
    sizes = page.evaluate("[...document.querySelectorAll('g > rect')].map(r => r.getBBox().width)")
    scale = page.evaluate("document.querySelector('svg').getBoundingClientRect().width")
    check("a sticker is 90 mm wide", sizes == [90] * 3 and abs(scale * 25.4 / 96 - 210) < 0.1, (sizes, scale))
    page.close()
    codes = decoded(folder / "sheet.png")
    check("another program reads the codes", codes == [f"{short}?p={place}" for place in places], codes)
    status, _, errors = run(signpost, folder, "stickers", article, "--format", "pdf", "--output", "sheet.pdf")
    pdf = (folder / "sheet.pdf").read_bytes() if status == 0 else b""
    check("a PDF is printed", pdf.startswith(b"%PDF"), errors)
    box = [float(side) * 25.4 / 72 for side in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)[:1][0]]
    check("on A4, to a fifth of a millimetre", abs(box[0] - 210) < 0.2 and abs(box[1] - 297) < 0.2, box)
    status, _, errors = run(
        signpost, folder, "stickers", article, "--place", "KM-101", "--size", "60x40", "--format", "svg",
        "--output", "sheet.svg")
    page = browser.new_page(viewport={"width": 794, "height": 1123}, device_scale_factor=2)
    page.goto((folder / "sheet.svg").as_uri())
    page.screenshot(path=folder / "svg.png")
    size = page.evaluate("document.querySelector('g > rect').getBoundingClientRect().width * 25.4 / 96")
    check("a sticker of 60 mm is 60 mm wide", abs(size - 60) < 0.05, size)
    page.close()
    codes = decoded(folder / "svg.png")
    check("and its code is read from the picture", codes == [f"{short}?p=KM-101"], codes or errors)
    status, _, errors = run(signpost, folder, "stickers", "fuel/refuel-the-caar")
    check("a wrong article is corrected", status == 64 and "did you mean 'fuel/refuel-the-car'?" in errors, errors)

    run(signpost, folder, "publish")
    path = short.removeprefix(base)
    with served(folder / "public") as address:
        for locale, target in (("lv-LV", "lv"), ("ru", "ru"), ("de-DE", "en")):
            context = browser.new_context(locale=locale)
            page = context.new_page()
            page.goto(f"{address}{path}?p=KM-101")
            page.wait_for_url(f"**/{article}/", timeout=5000)
            check(f"a reader of {locale} comes to {target}", page.url == f"{address}/{target}/{article}/", page.url)
            context.close()
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(address + path)
        page.wait_for_url(f"**/en/{article}/", timeout=5000)
        check("without script it is the first language", page.url.endswith(f"/en/{article}/"), page.url)
        context.close()


def preview(browser, signpost, folder):
    article = folder / "content/en/payments/refund.md"
    draft = folder / "content/en/payments/later.md"
    draft.write_text("---\ntitle: Not yet\nstatus: draft\n---\nTo come.\n", encoding="utf-8")
    server = subprocess.Popen(
        [signpost, "serve", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding="utf-8")
    try:
        line = server.stdout.readline()
        address = line.rsplit(" ", 1)[-1].strip()
        told = line.startswith("Serving content with its drafts at http://127.0.0.1:")
        check("serve says what it serves and where", told, line)
        page = browser.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address + "en/payments/later/")
        check("drafts are shown", page.inner_text("h1") == "Not yet", page.inner_text("h1"))
        page.goto(address + "en/payments/refund/")
        page.wait_for_load_state("load")
        page.wait_for_timeout(500)
        text = article.read_text(encoding="utf-8")
        article.write_text(text + "\nA sentence more.\n", encoding="utf-8")
        page.wait_for_selector("text=A sentence more.", timeout=10000)
        check("the page follows a change", True)
        article.write_text(text + "\n[gone](nowhere.md)\n", encoding="utf-8")
        page.wait_for_selector("#signpost-preview pre", timeout=10000)
        overlay = page.inner_text("#signpost-preview")
        listed = "refund.md:" in overlay and "[broken-link]" in overlay
        check("what is wrong is listed over the page", listed, overlay)
        article.write_text(text, encoding="utf-8")
        page.wait_for_selector("#signpost-preview", state="detached", timeout=10000)
        check("and goes when it is mended", True)
        other = folder / "content/en/account/aaa.md"
        other.write_text("---\ntitle: A\n---\n[gone](nowhere.md)\n", encoding="utf-8")
        article.write_text("---\ntitle: [half\n---\nText.\n", encoding="utf-8")
        page.wait_for_selector("#signpost-preview pre", timeout=10000)
        seen = page.inner_text("h1"), page.inner_text("#signpost-preview")
        stays = seen[0] == "How long does a refund take?" and "this is its last state" in seen[1]
        check("a page whose article is faulty stays in sight", stays, seen)
        first = page.locator("#signpost-preview pre").first.inner_text()
        check("what is wrong with it comes first", "refund.md:" in first, first)
        article.rename(article.with_name("money-back.md"))
        other.unlink()
        page.wait_for_selector("text=This page isn’t there any more", timeout=10000)
        check("a page that went is said to have gone", True)
        article.with_name("money-back.md").rename(article)
        article.write_text(text, encoding="utf-8")
        page.wait_for_selector("#signpost-preview", state="detached", timeout=10000)
        check("no script fails", not faults, faults)
        page.close()
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--signpost", required=True)
    parser.add_argument("--content", required=True)
    options = parser.parse_args()
    signpost = str(pathlib.Path(options.signpost).resolve())
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = pathlib.Path(temporary)
        shutil.copytree(options.content, folder / "content")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        stickers(browser, signpost, folder)
        preview(browser, signpost, folder)
        browser.close()
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    raise SystemExit(not all(results))


if __name__ == "__main__":
    main()
