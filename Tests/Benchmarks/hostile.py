#!/usr/bin/env python3
"""Articles made to exhaust the stack or the clock, at one, two and four times the size.

    hostile.py --signpost BINARY [--rounds 2]

Each is published by the command; times are processor seconds of the quickest round, less those of a site of one word. The
run fails when the command crashes, when four times the text takes more than eight times as long (sixteen were quadratic),
or when a text of 50 MB isn't refused at once.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

DEPTH = 10_000
MOST = 8
# Less than this can't be told from the command's start.
FLOOR = 0.04

CASES = {
    "quotes": lambda n: ">" * n + " a",
    "quotes on lines": lambda n: ("> " * 300 + "a\n") * (n // 300),
    "brackets": lambda n: "[" * n + "a",
    "closed brackets": lambda n: "[" * n + "a" + "](b)" * n,
    "open links": lambda n: "[a](" * n,
    "images": lambda n: "![" * n + "a" + "](b)" * n,
    "list levels": lambda n: "- " * n + "a",
    # As long as n, so that levels grow with its root.
    "lists, indented": lambda n: "".join(" " * (2 * i) + "- a\n" for i in range(int((20 * n) ** 0.5))),
    "emphasis": lambda n: "*a " * n + " b*" * n,
    "backticks": lambda n: "".join("a" + "`" * (i % 500) for i in range(n)),
    "table cells": lambda n: "| a " * n + "|\n" + "|-" * n + "|\n" + "| b " * n + "|\n",
    "table rows": lambda n: "| a | b |\n|---|---|\n" + "| c | d |\n" * n,
    "short rows of a wide table": lambda n: "| a " * n + "|\n" + "|-" * n + "|\n" + "| b |\n" * n,
    "notes": lambda n: "".join(f"a[^{i}] " for i in range(n)) + "\n\n" + "".join(f"[^{i}]: b\n" for i in range(n)),
    "containers": lambda n: "::: note\n" * (n // 10) + "a\n" + ":::\n" * (n // 10),
    "raw HTML": lambda n: "<kbd>" * n + "a" + "</kbd>" * n,
    "details": lambda n: "<details>\n\n" * (n // 10) + "a\n\n" + "</details>\n\n" * (n // 10),
    "unclosed tags": lambda n: "<kbd a=\"" * n,
    "headings": lambda n: "".join(f"## A {i % 7}\n\nb\n\n" for i in range(n)),
    "links to nowhere": lambda n: "".join(f"[a](nowhere-{i}.md) " for i in range(n)),
    "bare addresses": lambda n: "https://a.example/b(c " * n,
    "sentences": lambda n: "We answer mail within 2 days, call 601 234 567. " * n,
    "digits": lambda n: "1 2-3 " * n,
    "one paragraph": lambda n: "some words " * (20 * n),
}

FRONT_MATTER = {
    "YAML aliases": lambda n: "a: &a [x, x]\n" + "".join(
        f"k{i}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(min(9, n // 1000))),
    "YAML depth": lambda n: "tags: " + "[" * n + "]" * n,
    "YAML list": lambda n: "tags: [" + ", ".join(f"t{i}" for i in range(n // 2)) + "]",
}


def seconds(binary, text, rounds):
    """User seconds of publishing one article, and the command's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        article = pathlib.Path(folder, "content/en/a.md")
        article.parent.mkdir(parents=True)
        article.write_text(text, encoding="utf-8")
        pathlib.Path(folder, "content/signpost.yml").write_text(
            "languages: [en]\nallowed-html: [kbd, details]\n", encoding="utf-8")
        pathlib.Path(folder, "content/contact.yml").write_text(
            "time-zone: Europe/Riga\nchannels: [{id: m, kind: mail, title: Mail, value: a@b.example, "
            "answers-within: 1 working day}]\n", encoding="utf-8")
        best = None
        for _ in range(rounds):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            run = subprocess.run([binary, "publish", "--output", "public"], cwd=folder, timeout=300,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            best = spent if best is None else min(best, spent)
        return best, run.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--signpost", required=True)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.signpost)
    start, _ = seconds(binary, "---\ntitle: T\n---\na\n", 5)
    faults = []
    print(f"{'case':<20} {'1x':>7} {'2x':>7} {'4x':>7}  4x/1x")
    cases = [(name, lambda n, make=make: f"---\ntitle: T\n---\n{make(n)}\n") for name, make in CASES.items()]
    cases += [(name, lambda n, make=make: f"---\ntitle: T\n{make(n)}\n---\na\n") for name, make in FRONT_MATTER.items()]
    for name, make in cases:
        times = []
        for factor in (1, 2, 4):
            spent, code = seconds(binary, make(DEPTH * factor), arguments.rounds)
            times.append(max(0.0, spent - start))
            if code not in (0, 1):
                faults.append(f"{name} at {factor}x: exit code {code}")
        ratio = times[2] / max(times[0], FLOOR)
        print(f"{name:<20} {times[0]:7.3f} {times[1]:7.3f} {times[2]:7.3f}  {ratio:5.1f}")
        if ratio > MOST:
            faults.append(f"{name}: four times the text takes {ratio:.1f} times as long")
    spent, code = seconds(binary, "# T\n\n" + "some words " * 1_300_000, 1)
    print(f"paragraph of 14 MB   {spent:7.3f}")
    if code not in (0, 1):
        faults.append(f"paragraph of 14 MB: exit code {code}")
    spent, code = seconds(binary, "# T\n\n" + "some words " * 4_600_000, 1)
    print(f"paragraph of 50 MB   {spent:7.3f}, refused")
    if code != 1 or spent > start + 1:
        faults.append(f"paragraph of 50 MB: exit code {code} after {spent:.1f} s")
    if faults:
        sys.exit("WRONG: " + "; ".join(faults))


if __name__ == "__main__":
    main()
