#!/usr/bin/env python3
"""Matching a million contacts with 10,000 articles, and the monthly review of a million: Signpost beside search engines.

    swift build -c release --product gaps-benchmark
    pip install tantivy bm25s numba
    Tests/Benchmarks/gaps.py BENCHMARK SIGNPOST [--contacts 1000000] [--articles 10000] [--rows 1000000]

BENCHMARK is the product gaps-benchmark, SIGNPOST the command. Every engine looks for the three articles nearest to
contacts that were made of an article's words, one in ten with a typing mistake; a rival that is not installed is left
out, and said so, and slower rivals get fewer of the same contacts. Rates are a second of processor time, so that they
compare on a busy machine; all run in turn. The run fails when an engine finds too few of the articles, when a rival that
finds as much is faster, when Signpost takes more than 400 MB for matching, or when the
review loses a contact, doesn't keep the contacts of a planted topic together as missing, or adds others to them. The
figures become a section of Tests/Benchmarks/RESULTS.md.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import results

WORDS, WORDS_IN_TITLE, BYTES_IN_ARTICLE = 40_000, 6, 4_000
WORDS_FROM_TITLE, WORDS_FROM_TEXT, MISTYPED = 2, 5, 0.1
MOST_MEGABYTES = 400
# Of a planted topic's contacts, and of the contacts of the topic that holds them.
KEPT_TOGETHER = 0.9
# Who finds less of the articles has less to do, and isn't compared in speed.
AS_WELL = 0.95
# Topics that no article answers, in customers' words; each contact adds two of the others.
PLANTED = ("no fuel card in the car", "the child seat is missing from the boot", "charger at the station is broken")
ADDED = ("help", "please", "again", "today", "since morning", "still", "third time", "at the airport", "near the port", "now")


def vocabulary(draw):
    """Words of vowels and consonants whose frequencies fall as in a language (Zipf)."""
    vowels, consonants, words = "aeiou", "bcdfghjklmnprstvwz", set()
    while len(words) < WORDS:
        syllables = (draw.choice(consonants) + draw.choice(vowels) for _ in range(draw.randint(2, 4)))
        words.add("".join(syllables) + draw.choice(["", "", "n", "t", "s"]))
    words = sorted(words)
    draw.shuffle(words)
    weights, total = [], 0.0
    for rank in range(1, WORDS + 1):
        total += 1 / rank ** 1.05
        weights.append(total)
    return words, weights


def generated_articles(draw, words, weights, count):
    for number in range(count):
        body = draw.choices(words, cum_weights=weights, k=BYTES_IN_ARTICLE // 6)
        sentences = [" ".join(body[i:i + 12]).capitalize() + "." for i in range(0, len(body), 12)]
        title = " ".join(draw.choices(words, cum_weights=weights, k=WORDS_IN_TITLE))
        yield {"id": f"a{number}", "title": title, "text": " ".join(sentences)}


def mistyped(word, draw):
    if len(word) < 5:
        return word
    place = draw.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2:]


def generated_contacts(draw, articles, count):
    split = [(a["id"], a["title"].split(), a["text"].lower().replace(".", "").split()) for a in articles]
    for _ in range(count):
        name, title, text = draw.choice(split)
        picked = draw.sample(title, WORDS_FROM_TITLE) + draw.choices(text, k=WORDS_FROM_TEXT)
        yield name, " ".join(mistyped(word, draw) if draw.random() < MISTYPED else word for word in picked)


def measured(command, folder):
    """Output, wall seconds, processor seconds and peak memory in MB."""
    started = time.monotonic()
    with open(folder / "output", "w+", encoding="utf-8") as output, open(folder / "said", "w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=said)
        # What the system says of a child's peak counts the memory of this process, which it was forked from.
        peak, ended = 0, 0
        while not ended:
            peak = max(peak, peak_megabytes(process.pid))
            time.sleep(0.02)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said.seek(0)
        if process.returncode not in (0, 1):
            sys.exit(f"{command} ended with {process.returncode}:\n{said.read()[-3000:]}")
        return output.read(), time.monotonic() - started, usage.ru_utime + usage.ru_stime, peak


def peak_megabytes(process):
    """Zero once it has ended."""
    lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), default=0)


def signpost_matching(binary, folder, contacts):
    output, wall, _, memory = measured([binary, "articles.jsonl", "contacts.tsv"], folder)
    report = json.loads(output)
    assert report["contacts"] == contacts, report
    return report["matchingProcessor"], contacts, report["found"] / contacts, memory, report


def tantivy_matching(articles, contacts):
    import tantivy
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", stored=False)
    builder.add_text_field("body", stored=False)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for row in articles:
        writer.add_document(tantivy.Document(id=row["id"], title=row["title"], body=row["text"]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    started, found = time.process_time(), 0
    for name, text in contacts:
        hits = searcher.search(index.parse_query(text, ["title", "body"]), 3).hits
        found += name in [searcher.doc(address)["id"][0] for _, address in hits]
    return time.process_time() - started, found


def bm25s_matching(articles, contacts):
    import bm25s
    corpus = bm25s.tokenize([row["title"] + " " + row["text"] for row in articles], stopwords=None, show_progress=False,
                            return_ids=True)
    index = bm25s.BM25(backend="numba")
    index.index(corpus, show_progress=False)
    known = corpus.vocab
    asked = [[known[word] for word in text.split() if word in known] for _, text in contacts]
    index.retrieve(asked[:2], k=3, show_progress=False, n_threads=1)  # compiles
    started = time.process_time()
    hits = index.retrieve(asked, k=3, show_progress=False, n_threads=1)[0]
    spent = time.process_time() - started
    found = sum(name in [articles[int(number)]["id"] for number in row] for (name, _), row in zip(contacts, hits))
    return spent, found


def write_centre(folder, articles):
    """A content folder of some articles, and a log of a month."""
    (folder / "content/en/all").mkdir(parents=True)
    (folder / "content/signpost.yml").write_text(
        "title: Help\nbase-url: https://help.example\nlanguages: [en]\n", encoding="utf-8")
    for number, row in enumerate(articles):
        (folder / f"content/en/all/{number}.md").write_text(
            f"---\ntitle: {row['title']}\nid: {row['id']}\n---\n{row['text']}\n", encoding="utf-8")


def write_month(path, draw, articles, rows):
    """Contacts in the order they came: one in ten on a planted topic, the others on what an article is about, the
    first articles most often; no two need be the same. Returns the planted topic of each contact on one."""
    planted = {}
    split = [(a["title"].split(), a["text"].lower().replace(".", "").split()) for a in articles]
    weights, total = [], 0.0
    for rank in range(1, len(split) + 1):
        total += 1 / rank
        weights.append(total)
    with open(path, "w", encoding="utf-8") as log:
        log.write("id,created at,channel,language,customer,subject,resolved at first contact,handling time (min)\n")
        for number in range(rows):
            minute = number * 43_200 // rows
            is_planted = draw.random() < 0.1
            if is_planted:
                planted[str(number)] = draw.choice(PLANTED)
                text = f"{planted[str(number)]} {draw.choice(ADDED)} {draw.choice(ADDED)}"
            else:
                title, body = draw.choices(split, cum_weights=weights)[0]
                text = " ".join(draw.sample(title, 4) + draw.choices(body, k=2))
            log.write(f"{number},2026-10-{minute // 1440 + 1:02d} {minute // 60 % 24:02d}:{minute % 60:02d},"
                      f"{draw.choice(('phone', 'mail', 'chat'))},en,c{draw.randrange(rows // 2 + 1)},{text},"
                      f"{'no' if is_planted and draw.random() < .7 else 'yes'},{draw.randint(2, 20)}\n")
    return planted


def review(signpost, folder, rows, planted):
    """Wall and processor seconds, MB, topics, the topics that the planted ones came to, and how much of each stays together."""
    output, wall, processor, memory = measured(
        [signpost, "gaps", "--period", "2026-10", "--format", "json", "--assignments", "assigned.jsonl"], folder)
    report = json.loads(output)
    counted = sum(topic["measures"]["contacts"] for topic in report["topics"]) + report["single"]
    assert report["contacts"] == counted == rows, (report["contacts"], counted, rows)
    with open(folder / "assigned.jsonl", encoding="utf-8") as lines:
        group_of = {line["contact"]: line["group"] for line in map(json.loads, lines)}
    assert len(group_of) == rows
    missing = {topic["id"]: topic["measures"]["contacts"] for topic in report["topics"] if topic["verdict"] == "missing"}
    found = collections.Counter()
    shares = []
    for topic in PLANTED:
        groups = collections.Counter(group_of[number] for number, its in planted.items() if its == topic)
        group, together = groups.most_common(1)[0]
        assert group in missing, f"'{topic}' is in {group}, which isn't missing"
        assert together >= KEPT_TOGETHER * groups.total(), f"'{topic}': {together} of {groups.total()} are together"
        found[group] += together
        shares.append(together / groups.total())
    for group, together in found.items():
        assert together >= KEPT_TOGETHER * missing[group], f"{group}: {together} of {missing[group]} were planted"
    return wall, processor, memory, len(report["topics"]), len(found), min(shares)


def available(name):
    try:
        module = __import__(name)
        return getattr(module, "__version__", "installed")
    except ImportError:
        print(f"{name} is not installed and left out; pip install {name}", file=sys.stderr)
        return None


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("benchmark", type=pathlib.Path)
    options.add_argument("signpost", type=pathlib.Path)
    options.add_argument("--contacts", type=int, default=1_000_000)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--centre", type=int, default=10_000, help="articles of the help centre that is reviewed")
    options = options.parse_args()
    benchmark, signpost = options.benchmark.resolve(), options.signpost.resolve()
    draw = random.Random(1)
    words, weights = vocabulary(draw)
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        articles = list(generated_articles(draw, words, weights, options.articles))
        (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
        sample = []
        with open(folder / "contacts.tsv", "w", encoding="utf-8") as file:
            for number, (name, text) in enumerate(generated_contacts(draw, articles, options.contacts)):
                file.write(f"{name}\t{text}\n")
                if number < 50_000:
                    sample.append((name, text))
        spent, count, found, memory, report = signpost_matching(benchmark, folder, options.contacts)
        rate = count / spent
        rows.append(("Signpost", count, rate, f"{report['contacts'] / report['matching']:.0f}", f"{memory:.0f}", found))
        print(rows[-1], report, flush=True)
        assert found > 0.8, f"Signpost finds {found:.3f} of the articles"
        if options.contacts >= 100_000:
            assert memory < MOST_MEGABYTES, f"{memory:.0f} MB"
        for name, match, fewer in (("bm25s", bm25s_matching, 50_000), ("tantivy", tantivy_matching, 10_000)):
            version = available(name)
            if version:
                some = sample[:fewer]
                spent, right = match(articles, some)
                rows.append((f"{name} {version}", len(some), len(some) / spent, "", "", right / len(some)))
                assert right / len(some) > 0.6, f"{name} finds {right / len(some):.3f}"
                print(rows[-1], flush=True)
        best = max([row[2] for row in rows[1:] if row[5] >= AS_WELL * rows[0][5]], default=0)
        assert rate > best, f"{rate:.0f} contacts a second, the best rival that finds as much {best:.0f}"
        centre = articles[:options.centre]
        write_centre(folder, centre)
        planted = write_month(folder / "month.csv", draw, centre, options.rows)
        measured([str(signpost), "contacts", "import", "month.csv"], folder)
        reviewed = review(str(signpost), folder, options.rows, planted)
        print("review", reviewed, flush=True)
        # As in the months to come: the topics of the first are remembered, and known again.
        again = review(str(signpost), folder, options.rows, planted)
        print("again", again, flush=True)

    lines = [f"{results.machine()}. Rates by processor time hold on a busy machine too; wall times do not.", "",
             f"Matching contacts with {options.articles:,} articles of 4 kB:", "",
             "| Engine | Contacts | a second of one core | a second, all cores | peak MB | right article among three |",
             "|---|---|---|---|---|---|"]
    lines += [f"| {name} | {count} | {rate:.0f} | {wall} | {memory} | {found:.3f} |"
              for name, count, rate, wall, memory, found in rows]
    wall, spent, memory, topics, found, together = reviewed
    planted = "each of the three planted ones by itself" if found == len(PLANTED) else (
        f"the three planted ones are kept from all others, as {'one topic' if found == 1 else f'{found} topics'}")
    lines += ["", f"Review of a month of {options.rows:,} contacts from the store against {options.centre:,} articles, with "
              f"assignments: {wall:.0f} s, {spent:.0f} s of processor time, {memory:.0f} MB, {topics} topics; {planted}, "
              f"{together:.0%} and more of each together. "
              f"Again, with these topics remembered: {again[0]:.0f} s, {again[1]:.0f} s of processor time, "
              f"{again[3]} topics."]
    results.replace_section("Gap review", "\n".join(lines))


if __name__ == "__main__":
    main()
