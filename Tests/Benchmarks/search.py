#!/usr/bin/env python3
"""Times Signpost's search beside tantivy and bm25s, in turns, on generated articles.

    swift build -c release --product search-benchmark
    pip install tantivy bm25s numba
    Tests/Benchmarks/search.py .build/release/search-benchmark [ARTICLES] [QUESTIONS] [ROUNDS]

Every engine gets the same articles and questions, runs on one core, and must find most of the articles
that the questions were made from among its ten best (an engine without weights of fields finds fewer); a rival that is not installed is left out, and said so.
Times are of the processor, so that others on the machine count less. Medians over the rounds stand as a table in
RESULTS.md, with machine, versions and date.
"""
import json, os, pathlib, platform, random, statistics, subprocess, sys, tempfile, time

import results

# Of up to 10,000 articles, and of more: the more there are, the more hold the same five words.
LEAST_FOUND = 0.95, 0.8
WORDS, WORDS_IN_TITLE, BYTES_IN_ARTICLE, WORDS_IN_QUESTION = 40_000, 6, 4_000, 5


def generate(folder, articles, questions, seed=1):
    """Articles of words whose frequencies fall as in a language (Zipf), and questions from their words."""
    draw = random.Random(seed)
    vowels, consonants = "aeiou", "bcdfghjklmnprstvwz"
    words = set()
    while len(words) < WORDS:
        words.add("".join(draw.choice(consonants) + draw.choice(vowels) for _ in range(draw.randint(2, 4))) + draw.choice(["", "", "n", "t", "s"]))
    words = sorted(words)
    draw.shuffle(words)
    weights, total = [], 0.0
    for rank in range(1, WORDS + 1):
        total += 1 / rank ** 1.05
        weights.append(total)
    rows = []
    for number in range(articles):
        body = draw.choices(words, cum_weights=weights, k=BYTES_IN_ARTICLE // 6)
        sentences = [" ".join(body[i:i + 12]).capitalize() + "." for i in range(0, len(body), 12)]
        title = " ".join(draw.choices(words, cum_weights=weights, k=WORDS_IN_TITLE))
        rows.append({"id": f"a{number}", "title": title, "text": " ".join(sentences)})
    asked = []
    for _ in range(questions):
        row = draw.choice(rows)
        picked = row["title"].split()[:2] + draw.sample(row["text"].lower().replace(".", "").split(), WORDS_IN_QUESTION - 2)
        asked.append({"id": row["id"], "exact": " ".join(picked), "mistyped": " ".join(mistyped(word, draw) for word in picked)})
    for name, lines in (("articles.jsonl", rows), ("questions.jsonl", asked)):
        (folder / name).write_text("".join(json.dumps(line) + "\n" for line in lines))
    return rows, asked


def mistyped(word, draw):
    if len(word) < 5: return word
    place = draw.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2:]


def signpost(binary, folder):
    def run(rows, asked):
        output = subprocess.run(["taskset", "-c", "0", binary, folder / "articles.jsonl", folder / "questions.jsonl"], check=True, capture_output=True).stdout
        report = json.loads(output)
        return report["build"], report["exact"], report["full"], report["found"]
    return run


def tantivy_run(rows, asked):
    import tantivy
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", stored=False)
    builder.add_text_field("body", stored=False)
    index = tantivy.Index(builder.build())
    started = time.process_time()
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for row in rows: writer.add_document(tantivy.Document(id=row["id"], title=row["title"], body=row["text"]))
    writer.commit()
    writer.wait_merging_threads()
    build = time.process_time() - started
    index.reload()
    searcher = index.searcher()
    times, found = [], []
    for question in asked:
        started = time.process_time()
        query = index.parse_query(question["exact"], ["title", "body"])
        hits = searcher.search(query, 10).hits
        times.append(time.process_time() - started)
        found.append([searcher.doc(address)["id"][0] for _, address in hits])
    return build, times, None, found


def bm25s_run(rows, asked):
    import bm25s
    started = time.process_time()
    corpus = bm25s.tokenize([row["title"] + " " + row["text"] for row in rows], stopwords=None, show_progress=False, return_ids=True)
    index = bm25s.BM25(backend="numba")
    index.index(corpus, show_progress=False)
    build = time.process_time() - started
    vocabulary = corpus.vocab
    def ask(text):
        tokens = [vocabulary[word] for word in text.split() if word in vocabulary]
        return index.retrieve([tokens], k=10, show_progress=False, n_threads=1)[0][0]
    ask(asked[0]["exact"])  # compiles
    times, found = [], []
    for question in asked:
        started = time.process_time()
        hits = ask(question["exact"])
        times.append(time.process_time() - started)
        found.append([rows[int(number)]["id"] for number in hits])
    return build, times, None, found


def available(name):
    try:
        return __import__(name).__version__ if hasattr(__import__(name), "__version__") else "installed"
    except ImportError:
        print(f"{name} is not installed and left out; pip install {name}", file=sys.stderr)
        return None


def main():
    if len(sys.argv) < 2: sys.exit(__doc__)
    binary = pathlib.Path(sys.argv[1]).resolve()
    articles, questions, rounds = [int(word) for word in sys.argv[2:]] + [10_000, 1_000, 3][len(sys.argv) - 2:]
    os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as temp:
        folder = pathlib.Path(temp)
        rows, asked = generate(folder, articles, questions)
        megabytes = (folder / "articles.jsonl").stat().st_size / 1e6
        engines = {"signpost": signpost(binary, folder)}
        versions = {"signpost": "this tree"}
        for name, run in (("tantivy", tantivy_run), ("bm25s", bm25s_run)):
            version = available(name)
            if version: engines[name], versions[name] = run, version
        measured = {name: [] for name in engines}
        for _ in range(rounds):
            for name, run in engines.items():
                build, exact, full, found = run(rows, asked)
                share = sum(question["id"] in ids for question, ids in zip(asked, found)) / len(asked)
                least = LEAST_FOUND[articles > 10_000]
                assert share > (least if name == "signpost" else least - 0.35), f"{name} finds {share:.3f} of the articles asked for"
                measured[name].append((build, exact, full, share))
        lines = [f"{results.machine()}, one core; Python {platform.python_version()}; {articles:,} articles, {megabytes:.0f} MB, "
                 f"{questions:,} questions; medians of {rounds} rounds in turns, in time of the processor. Mistyped: a mistake in each "
                 "word, so that every expansion is tried; the rivals have none.", "",
                 "| Engine | Version | Build, s | MB/s | Exact p50, µs | p99 | Mistyped p50, µs | p99 | Found |", "|---|---|---|---|---|---|---|---|---|"]
        for name, figures in measured.items():
            build = statistics.median(figure[0] for figure in figures)
            cells = []
            for which in (1, 2):
                if figures[0][which] is None: cells += ["", ""]; continue
                times = [sorted(figure[which]) for figure in figures]
                cells += [f"{statistics.median(t[len(t) * p // 100] for t in times) * 1e6:.0f}" for p in (50, 99)]
            lines.append(f"| {name} | {versions[name]} | {build:.2f} | {megabytes / build:.0f} | " + " | ".join(cells) + f" | {figures[0][3]:.3f} |")
        print("\n".join(lines))
        results.replace_section(f"Searching {articles:,} articles", "\n".join(lines))


if __name__ == "__main__":
    main()
