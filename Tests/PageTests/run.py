#!/usr/bin/env python3
"""The published site as its visitors meet it, in headless Chromium.

    run.py --signpost BINARY --site FOLDER [--content FOLDER] [--chromium BINARY]

The site is the sample help centre as published from the content folder; smaller ones of other kinds
are published on the way. Ends with "N passed, N failed"; exit code 1 if a fact doesn't hold.
"""

import argparse
import concurrent.futures
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

import fixtures
from facts import Facts
from form_facts import check_forms
from hosting_facts import check_hosting
from layout_facts import check_layout
from look_facts import check_looks
from markup_facts import check_markup
from report_facts import check_reports
from search_facts import check_search
from search_scale_facts import check_search_at_scale
from speed_facts import check_speed
from static_host import StaticHost
from tab_facts import check_tabs
from tree_facts import check_trees
from widget_facts import check_widget

KINDS = [
    "/", "/en/", "/pl/payments/", "/en/driving/where-to-park/", "/lv/driving/unlock-the-car/",
    "/ru/payments/refund/", "/en/account/common-questions/", "/pl/contact/",
    "/en/search/?q=refund", "/lv/a-z/", "/ru/archive/", "/ru/not-found/",
]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--signpost", required=True, type=pathlib.Path)
    options.add_argument("--site", required=True, type=pathlib.Path)
    options.add_argument("--content", default="content", type=pathlib.Path)
    options.add_argument("--chromium", default="/usr/bin/chromium")
    chosen = options.parse_args()
    chosen.signpost, chosen.content = chosen.signpost.resolve(), chosen.content.resolve()
    with concurrent.futures.ProcessPoolExecutor(max_workers=2) as processes:
        running = [processes.submit(outcome, part, chosen) for part in (of_sample, of_others)]
        outcomes = [process.result() for process in running]
    # What measures time has the machine for itself.
    outcomes.append(outcome(of_time, chosen))
    facts = Facts(sum(passed for passed, _ in outcomes), [failure for _, failed in outcomes for failure in failed])
    print(facts.summary())
    return 1 if facts.failed else 0


def outcome(part, chosen):
    """How many facts of a part hold and which don't, each part with a browser and a folder of its own."""
    facts = Facts()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chosen.chromium, args=["--no-sandbox"])
        part(facts, browser, chosen, pathlib.Path(folder))
        browser.close()
    return facts.passed, facts.failed


def of_sample(facts, browser, chosen, folder):
    check_markup(facts, chosen.site, "https://help.kilometr.example")
    with StaticHost(chosen.site) as host:
        check_search(facts, browser, host, chosen.content, chosen.signpost)
        check_looks(facts, browser, host, "sample", KINDS)
        check_layout(facts, browser, host, "sample")
        check_forms(facts, browser, host, chosen.signpost, folder / "forms")
        check_widget(facts, browser, host)


def of_others(facts, browser, chosen, folder):
    check_trees(facts, browser, chosen.signpost, folder / "trees")
    check_hosting(facts, chosen.signpost, folder / "hosting")
    check_reports(facts, browser, chosen.signpost, chosen.content, folder / "reports")
    check_tabs(facts, browser, chosen.signpost, folder / "tabs")
    check_search_at_scale(facts, browser, chosen.signpost, folder / "scale")
    check_others(facts, browser, chosen.signpost, folder)


def of_time(facts, browser, chosen, folder):
    with StaticHost(chosen.site) as host:
        check_speed(facts, browser, host, KINDS)


def check_others(facts, browser, signpost, folder):
    """Sites unlike the sample: right to left, one article, a thousand, none in a category, long words
    below a sub-folder, long titles."""
    for name, files, base_url, paths in (
        ("right to left", fixtures.RIGHT_TO_LEFT, "https://help.example.com",
         ["/", "/ar/payments/", "/ar/payments/refund/", "/ar/payments/card/", "/ar/contact/"]),
        ("one article", fixtures.ONE_ARTICLE, "https://help.example.com",
         ["/", "/en/hello/", "/en/a-z/"]),
        ("long words", fixtures.LONG_WORDS, "https://help.example.com/de/hilfe",
         ["/de/hilfe/", "/de/hilfe/de/thema/", "/de/hilfe/de/thema/frage/"]),
        ("long titles", fixtures.LONG_TITLES, "https://help.example.com",
         ["/", "/pl/skargi/", "/pl/skargi/pytanie-1/"]),
        ("five channels", fixtures.FIVE_CHANNELS, "https://help.example.com",
         ["/", "/en/hello/", "/en/contact/"]),
        ("no categories", fixtures.NO_CATEGORIES, "https://help.example.com",
         ["/", "/en/question-1/", "/en/contact/"]),
        ("thousand articles", fixtures.THOUSAND_ARTICLES, "https://help.example.com",
         ["/", "/en/all/article-500/"]),
    ):
        site = fixtures.publish(signpost, files, folder / name.replace(" ", "-"))
        check_markup(facts, site, base_url)
        below = base_url.split("/", 3)[3] + "/" if base_url.count("/") > 2 else ""
        with StaticHost(site, "/" + below) as host:
            check_looks(facts, browser, host, name, paths, in_colours=False)
            check_layout(facts, browser, host, name)


if __name__ == "__main__":
    sys.exit(main())
