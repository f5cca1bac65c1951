#!/usr/bin/env python3
"""What typing mistakes cost the search: mean reciprocal rank of questions as asked and as mistyped.

    Tests/Benchmarks/mistyped.py [--signpost PATH] [--data FOLDER]

Asks the questions of the search's contract (Tests/Contract: articles and questions in four languages), or
those of sets in FOLDER/<set>/{corpus.jsonl,queries.jsonl,qrels.tsv} (BEIR's files), in these ways:

- one edit in one word of three, one edit in every word (a letter left out, added, changed, or two neighbours
  exchanged, at random; words of three letters and more);
- without diacritics; with the keyboard on another layout; Russian in Latin letters.

The same seed gives the same mistakes. The table stands in RESULTS.md, that of other sets is printed only; exit code
1 when a way costs more than it may.
"""
import argparse, csv, json, pathlib, random, re, subprocess, sys, tempfile, unicodedata

import results

CONTRACT = pathlib.Path(__file__).resolve().parent.parent / "Contract"
LETTERS = {"ru": "абвгдежзийклмнопрстуфхцчшщыьэюя", "": "abcdefghijklmnopqrstuvwxyz"}
KEYS = ("qwertyuiop[]asdfghjkl;'zxcvbnm,.", "йцукенгшщзхъфывапролджэячсмитьбю")
LATIN = dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdezijklmnoprstufhcye")) | {
    "ё": "yo", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
# Most that a way may cost, in mean reciprocal rank.
ALLOWED = {"one word of three": .02, "every word": .06, "no diacritics": .01, "other layout": .05, "Latin letters": .05}


def edited(word, draw, letters):
    place = draw.randrange(len(word))
    kind = draw.randrange(4)
    if kind == 0: return word[:place] + word[place + 1:]
    if kind == 1: return word[:place] + draw.choice(letters) + word[place:]
    if kind == 2: return word[:place] + draw.choice(letters.replace(word[place], "")) + word[place + 1:]
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2:]


def mistyped(text, language, share, draw):
    letters = LETTERS.get(language, LETTERS[""])
    return re.sub(r"\w{3,}", lambda word: edited(word[0], draw, letters) if draw.random() < share else word[0], text)


def without_diacritics(text):
    text = text.translate(str.maketrans("łŁёЁ", "lLеЕ"))
    kept = unicodedata.normalize("NFD", text.replace("й", "\0")).replace("\0", "й")
    return "".join(letter for letter in kept if not unicodedata.combining(letter))


def ways(language):
    """Name of each way and what it makes of a question."""
    yield "as asked", lambda text, draw: text
    yield "one word of three", lambda text, draw: mistyped(text, language, 1 / 3, draw)
    yield "every word", lambda text, draw: mistyped(text, language, 1, draw)
    if language != "en": yield "no diacritics", lambda text, draw: without_diacritics(text)
    source, target = KEYS if language != "ru" else KEYS[::-1]
    layout = str.maketrans(source, target)
    yield "other layout", lambda text, draw: (without_diacritics(text) if language != "ru" else text).lower().translate(layout)
    if language == "ru": yield "Latin letters", lambda text, draw: "".join(LATIN.get(letter, letter) for letter in text.lower())


def contract():
    for path in sorted(CONTRACT.glob("articles.*.json")):
        source = json.loads(path.read_text(encoding="utf-8"))
        language = source["language"]
        articles = [{"id": entry["id"], "front": {name: entry[name] for name in ("title", "kind", "description", "questions", "tags")},
                     "body": "\n\n".join((f"## {part['title']}\n\n" if part["title"] else "") + part["text"] for part in entry["sections"])}
                    for entry in source["articles"]]
        rows = [line.split("\t") for line in (CONTRACT / f"queries.{language}.tsv").read_text(encoding="utf-8").splitlines()]
        # Those that are mistyped already are no measure of what a mistake costs.
        known = set(re.findall(r"\w+", json.dumps([articles, source["synonyms"]], ensure_ascii=False).lower()))
        asked = [(text, {wanted}) for text, wanted, _ in rows if all(word in known for word in re.findall(r"\w+", text.lower()))]
        yield f"contract {language}", language, articles, asked


def data_sets(folder):
    lines = lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for path in sorted(entry for entry in folder.iterdir() if entry.is_dir()):
        corpus = lines(path / "corpus.jsonl")
        wanted = {}
        with open(path / "qrels.tsv", encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"): wanted.setdefault(row["query-id"], set()).add(row["corpus-id"])
        articles = [{"id": row["id"], "front": {"title": row["title"] or row["id"]}, "body": row["text"].replace("\n", "\n\n")} for row in corpus]
        asked = [(query["text"], wanted[query["id"]]) for query in lines(path / "queries.jsonl") if query["id"] in wanted]
        yield path.name, corpus[0].get("lang", "en"), articles, asked


def reciprocal_rank(found, wanted):
    return next((1 / rank for rank, article in enumerate(dict.fromkeys(found), 1) if article in wanted), 0)


def measure(signpost, language, articles, asked):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / language / "all").mkdir(parents=True)
        (root / "signpost.yml").write_text(f"title: Help\nbase-url: https://help.example\nlanguages: [{language}]\n")
        for number, article in enumerate(articles):
            front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in article["front"].items())
            (root / language / "all" / f"{number}.md").write_text(f"---\nid: {json.dumps(article['id'])}\n{front}---\n{article['body']}\n", encoding="utf-8")
        for name, change in ways(language):
            draw = random.Random(1)
            queries = "".join(json.dumps({"id": str(number), "text": change(text, draw), "lang": language}) + "\n" for number, (text, _) in enumerate(asked))
            output = subprocess.run([signpost, "search", "--content", root, "--format", "json", "--queries", "-"], input=queries, text=True, capture_output=True, check=True).stdout
            answers = [[hit["id"] for hit in json.loads(line)["results"]] for line in output.splitlines()]
            yield name, sum(reciprocal_rank(found, wanted) for found, (_, wanted) in zip(answers, asked)) / len(asked)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--signpost", default=".build/release/signpost")
    options.add_argument("--data", type=pathlib.Path)
    options = options.parse_args()
    names = ["as asked"] + list(ALLOWED)
    lines = ["| Questions | n | " + " | ".join(names) + " |", "|---|---|" + "---|" * len(names)]
    print("\n".join(lines), flush=True)
    over = []
    for label, language, articles, asked in data_sets(options.data) if options.data else contract():
        figures = dict(measure(options.signpost, language, articles, asked))
        cells = [f"{figures['as asked']:.3f}"]
        for name, most in ALLOWED.items():
            cost = figures["as asked"] - figures.get(name, figures["as asked"])
            cells.append(f"{-cost:+.3f}" if name in figures else "")
            if cost > most: over.append(f"{label}: {name} costs {cost:.3f}, more than {most}")
        lines.append(f"| {label} | {len(asked)} | " + " | ".join(cells) + " |")
        print(lines[-1], flush=True)
    if not options.data:
        results.replace_section("Mistyped questions", f"{results.machine()}. Mean reciprocal rank of the questions of the search's contract, "
                                "and what each way of mistyping changes.\n\n" + "\n".join(lines))
    print("\n".join(over), file=sys.stderr)
    sys.exit(1 if over else 0)
