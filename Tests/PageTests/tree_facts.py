"""What a screen reader is told of each kind of page, and where the tabulator goes.

Recorded in trees/: one line for each element with a role, as Chromium gives it to screen readers, then
the stops of the tabulator. What changed is shown; UPDATE_SNAPSHOTS=1 records anew, to be read.
"""

import difflib
import os
import pathlib

import fixtures
from page_probe import visit
from static_host import StaticHost

TREES = pathlib.Path(__file__).parent / "trees"
# A Wednesday, 10:00 in Riga.
NOW = "2026-02-04T08:00:00Z"
FILES = {
    "signpost.yml": "title: Help\nbase-url: https://help.example.com\nlanguages: [en, pl]\npinned: [pay/refund]\n",
    "contact.yml": "time-zone: Europe/Riga\nchannels:\n"
                   "  - {id: phone, kind: phone, title: Phone, value: '+371 6000 0100', hours: {mon-fri: '8:00-20:00'}}\n"
                   "  - {id: mail, kind: mail, title: E-mail, value: help@example.com, answers-within: 1 working day}\n",
    "en/pay/_category.yml": "title: Payments\ndescription: Refunds and cards\n",
    "en/pay/refund.md": "---\ntitle: How long does a refund take?\n---\nTen days at most.\n\n"
                        "> [!NOTE]\n> Banks need a day more.\n\n## When it takes longer\n\n"
                        "| Bank | Days |\n|---|---:|\n| First | 2 |\n",
    "en/pay/card.md": "---\ntitle: Add a card\nkind: how-to\nneeds: [The app]\nduration: 2 minutes\n---\n"
                      "Have the card at hand.\n\n1. Open the app.\n2. Choose **Add card**.\n",
    "en/pay/claim.md": "---\ntitle: Make a claim\nkind: process\nstages:\n"
                       "  - {title: You write, who: You, takes: 0 days}\n"
                       "  - {title: We answer, who: Support, takes: 2 working days}\n---\nIn two days.\n",
    "en/ship/late.md": "---\ntitle: Is my parcel late?\n---\nAfter three days it is.\n",
    "pl/pay/refund.md": "---\ntitle: Ile trwa zwrot?\n---\nNajwyżej dziesięć dni.\n",
}
PAGES = {
    "home": "/en/", "category": "/en/pay/", "question": "/en/pay/refund/", "steps": "/en/pay/card/",
    "process": "/en/pay/claim/", "list": "/en/a-z/", "contact": "/en/contact/",
    "results": "/en/search/?q=refund", "nothing-found": "/en/search/?q=zzzz", "missing": "/en/nothing/",
}
# Roles that say nothing, and the letters of what the element around them says.
SILENT = {"none", "generic", "StaticText", "InlineTextBox", "LineBreak", "ListMarker", "paragraph"}
STATES = ("expanded", "checked", "selected", "disabled", "level", "invalid", "required", "hasPopup")


def check_trees(facts, browser, signpost, folder):
    with StaticHost(fixtures.publish(signpost, FILES, folder)) as host:
        for kind, path in PAGES.items():
            facts.check(f"screen reader: {kind} is told as recorded", is_as_recorded, browser, host, kind, path)
        facts.check("screen reader: open results are told as recorded", is_as_recorded,
                    browser, host, "box", "/en/", type_and_choose)


def is_as_recorded(browser, host, kind, path, act=None):
    with visit(browser, host.base + path, at=NOW, timezone_id="Europe/Riga", locale="en-GB") as opened:
        # Pages of results show what follows them when all is there.
        opened.page.wait_for_selector(
            "body:not(.page-search, .page-not-found), main.told:not(.busy)", state="attached")
        if act:
            act(opened.page)
        lines = tree(opened.page)
        stops = [] if act else tab_stops(opened.page)
    told = "\n".join(lines + ["", "Tabulator:"] * bool(stops) + stops) + "\n"
    file = TREES / f"{kind}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        file.write_text(told, encoding="utf-8")
    recorded = file.read_text(encoding="utf-8") if file.exists() else ""
    changes = difflib.unified_diff(recorded.splitlines(), told.splitlines(), "recorded", "told", lineterm="", n=1)
    assert told == recorded, "\n".join(changes)


def type_and_choose(page):
    box = page.locator("form.search input")
    box.press_sequentially("refu")
    page.locator("#_option-0").wait_for()
    # What is loaded later, would list the options anew.
    page.wait_for_load_state("networkidle")
    box.press("ArrowDown")


def tree(page):
    """`heading "Payments" level 2`, indented by depth."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    lines = []

    def walk(node, depth):
        role = node["role"]["value"]
        is_told = not node["ignored"] and role not in SILENT
        if is_told:
            name = node.get("name", {}).get("value", "")
            states = {p["name"]: p["value"].get("value") for p in node.get("properties", [])}
            if role != "heading":
                states.pop("level", None)
            shown = [f" {key} {states[key]}" for key in STATES if states.get(key) not in (None, False, "false")]
            lines.append("  " * depth + role + (f" {name!r}" if name else "") + "".join(shown))
        for child in node.get("childIds", []):
            walk(nodes[child], depth + is_told)

    walk(next(node for node in nodes.values() if "parentId" not in node), 0)
    return lines


def tab_stops(page):
    stops = []
    while len(stops) < 60:
        page.keyboard.press("Tab")
        stop = page.evaluate("""(() => {
          const e = document.activeElement
          return e === document.body ? "" : `${e.localName} ${(e.ariaLabel || e.innerText || e.name || "").trim()}`
            .replace(/\\s+/g, " ")
        })()""")
        if not stop:
            break
        stops.append(stop)
    return stops
