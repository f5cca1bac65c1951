#!/usr/bin/env python3
"""Writes the sample contact log of Kilometr, a car-sharing operator that doesn't exist.

    python3 content/contacts/generate.py        writes 2026-08.csv, 2026-09.csv, 2026-10.csv beside itself

Company, customers and contacts are invented. The wordings stand in wordings/<language>.txt, written
by hand as customers type them and, after a hyphen, as agents note them: one a line below its
[topic], with {one|of|several} words to choose from and {plate} for a car. The script chooses,
adds what hurried typing does (no capitals, no diacritics, typing mistakes, no punctuation), and
decides who made contact when. The same seed gives the same bytes. Python's standard library only.

What is planted, so that a review of the log can be judged by what it finds:

  fuel-card-missing  no article: what to do when the fuel card is missing from the car. The biggest
                     gap in each language; agents don't know either (few solved, many passed on).
  lost-property      no article: things left in the car.
  deposit            an article exists, payments/card-hold, but it says "pre-authorisation" and
                     "hold" where customers say deposit, kaucja, depozīts, депозит. Agents know the
                     answer and solve it at once. In Latvian the article also names an old amount.
  refund-time        payments/refund answers it, and it is asked all the same, again and again.
  tyre-light         damage/breakdown-on-the-road answers it; rises in October with the first frost.
  end-rental         driving/end-the-rental was revised on 2026-09-10; contacts fall after that day.
  abroad             driving/drive-abroad exists in English, Polish and Latvian, not in Russian.
  outage             the app's server failed in the morning of 2026-10-14: nothing to write about.
  noise              greetings, tests, single signs.
  other              odd questions that few others ask.

The rest are everyday questions that articles answer. A few rows hold phone numbers, mail addresses
and names, all invented, that no report may show.
"""
import csv, datetime, pathlib, random, re, unicodedata

SEED = 2026
HERE = pathlib.Path(__file__).resolve().parent
MONTHS = [(2026, 8), (2026, 9), (2026, 10)]
LANGUAGES = {"lv": 0.30, "ru": 0.27, "pl": 0.27, "en": 0.16}
CHANNELS = {"phone": 0.48, "chat": 0.34, "mail": 0.18}
REVISED = datetime.date(2026, 9, 10)
OUTAGE = datetime.date(2026, 10, 14)

# Topic: contacts in August, September, October; share solved at first contact; share escalated;
# minutes of handling from and to; share that comes back within a week; the agents' category.
TOPICS = {
    "fuel-card-missing": ((54, 60, 78), 0.30, 0.36, (8, 17), 0.07, "Fuel"),
    "refund-time":       ((44, 50, 52), 0.42, 0.14, (5, 10), 0.40, "Payments"),
    "deposit":           ((30, 34, 38), 0.94, 0.02, (3, 6), 0.05, "Payments"),
    "lost-property":     ((24, 26, 32), 0.22, 0.48, (9, 18), 0.10, "Other"),
    "tyre-light":        ((5, 12, 46), 0.72, 0.10, (5, 11), 0.04, "Breakdown"),
    "end-rental":        ((62, 28, 13), 0.62, 0.08, (6, 12), 0.08, "App"),
    "abroad":            ((26, 18, 14), 0.90, 0.03, (3, 6), 0.03, "Rental"),
    "outage":            ((0, 0, 34), 0.12, 0.30, (2, 5), 0.00, "App"),
    "unlock":            ((26, 24, 26), 0.84, 0.05, (4, 9), 0.03, "App"),
    "damage":            ((16, 16, 18), 0.90, 0.03, (4, 8), 0.02, "Damage"),
    "licence":           ((22, 24, 20), 0.86, 0.06, (3, 7), 0.06, "Account"),
    "invoice":           ((18, 18, 20), 0.92, 0.02, (3, 6), 0.03, "Payments"),
    "declined":          ((20, 18, 18), 0.86, 0.04, (4, 8), 0.05, "Payments"),
    "refuel-pin":        ((18, 16, 18), 0.94, 0.01, (2, 5), 0.02, "Fuel"),
    "park":              ((20, 18, 18), 0.94, 0.01, (2, 5), 0.02, "Rental"),
    "cancel":            ((14, 14, 12), 0.94, 0.01, (2, 5), 0.02, "Rental"),
    "extend":            ((12, 10, 10), 0.94, 0.01, (2, 5), 0.02, "Rental"),
    "charge":            ((12, 12, 14), 0.88, 0.04, (4, 9), 0.02, "Fuel"),
    "common":            ((10, 12, 10), 0.96, 0.01, (2, 4), 0.01, "Other"),
    "phone-number":      ((10, 10, 10), 0.88, 0.03, (3, 6), 0.03, "Account"),
    "reserve":           ((8, 8, 9), 0.94, 0.01, (2, 5), 0.02, "Rental"),
    "accident":          ((6, 7, 8), 0.80, 0.15, (10, 22), 0.05, "Damage"),
    "delete-account":    ((5, 6, 6), 0.94, 0.02, (2, 5), 0.01, "Account"),
    "other":             ((9, 9, 9), 0.85, 0.05, (2, 6), 0.00, "Other"),
    "noise":             ((14, 14, 14), None, 0.00, (0.5, 1.5), 0.00, "Other"),
}
CATEGORIES = sorted({topic[5] for topic in TOPICS.values()})

# Appended to a few contacts; a review must never show them.
PERSONAL = {
    "en": ["my name is Oliver Hartwell", "call me on +44 7700 900123", "write to o.hartwell@mail.example"],
    "pl": ["nazywam się Halina Brzozowska", "proszę dzwonić +48 601 555 014", "mój mail h.brzozowska@poczta.example"],
    "lv": ["mani sauc Ilze Vītoliņa", "zvaniet +371 29 555 017", "mans epasts ilze.vitolina@pasts.example"],
    "ru": ["меня зовут Тамара Лесникова", "перезвоните +371 29 555 018", "моя почта t.lesnikova@pochta.example"],
}

# Neighbours on the keyboard, for slips of the finger.
KEYS = {"lv": ["qwertyuiop", "asdfghjkl", "zxcvbnm"], "ru": ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"]}


def wordings(language):
    """{topic: [(text, is by an agent)]} of wordings/<language>.txt."""
    topics, topic = {}, None
    for line in (HERE / "wordings" / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if heading := re.fullmatch(r"\[(.+)\]", line):
            topic = topics.setdefault(heading[1], [])
        else:
            topic.append((line.removeprefix("- "), line.startswith("- ")))
    return topics


def chosen(rng, weights):
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def filled(rng, text):
    """Chooses one of each {group|of|words}."""
    text = text.replace("{plate}", f"KM {rng.randint(1040, 1620)}")
    return re.sub(r"\{([^{}]*)\}", lambda group: rng.choice(group[1].split("|")), text)


def without_diacritics(text):
    """`zażółć` as `zazolc`; й stays a letter of its own."""
    kept = text.replace("ł", "l").replace("Ł", "L").replace("ё", "е").replace("й", "\0").replace("Й", "\1")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    return plain.replace("\0", "й").replace("\1", "Й")


def mistyped(rng, text, language):
    """One slip in a longer word: two letters swapped, one left out, doubled, or its neighbour."""
    places = [m.start() + rng.randint(1, len(m[0]) - 2) for m in re.finditer(r"[^\W\d_]{5,}", text)]
    if not places:
        return text
    at = rng.choice(places)
    kind = rng.random()
    if kind < 0.35:
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    if kind < 0.65:
        return text[:at] + text[at + 1:]
    if kind < 0.80:
        return text[:at] + text[at] + text[at:]
    for row in KEYS.get(language, KEYS["lv"]):
        if (place := row.find(text[at].lower())) >= 0:
            return text[:at] + row[max(0, place + rng.choice((-1, 1))) % len(row)] + text[at + 1:]
    return text


def typed(rng, text, language, is_note):
    """As it comes out of hurried hands."""
    hurry = rng.random()
    if language != "en" and rng.random() < (0.45 if is_note else 0.35):
        text = without_diacritics(text)
    if rng.random() < 0.16:
        text = mistyped(rng, text, language)
    if not is_note and hurry < 0.25:
        text = text[0].upper() + text[1:]
    if not is_note and hurry < 0.12 and not text.endswith("?"):
        text += rng.choice([".", "?", "!", "...", "??"])
    if hurry > 0.80:
        text = text.replace(",", "").replace("?", "") or text
    if hurry > 0.985:
        text = text.upper()
    return text


def time_in(rng, topic, year, month):
    """A moment within opening hours; fewer at weekends; planted days where there are such."""
    if topic == "outage":
        return datetime.datetime.combine(OUTAGE, datetime.time(8)) + datetime.timedelta(minutes=rng.randint(4, 205))
    while True:
        day = datetime.date(year, month, 1) + datetime.timedelta(days=rng.randint(0, 30))
        if day.month != month or (day.weekday() >= 5 and rng.random() < 0.45):
            continue
        if topic == "end-rental" and month == 9 and day >= REVISED and rng.random() < 0.72:
            continue
        if topic == "tyre-light" and month == 10 and day.day < 12 and rng.random() < 0.75:
            continue
        minute = rng.randint(0, 59)
        return datetime.datetime.combine(day, datetime.time(int(rng.triangular(8, 21.9, 16)), minute))


def first_reply(rng, channel):
    """Minutes until somebody answers: calls wait, mails are promised within a working day."""
    if channel == "phone":
        return round(rng.expovariate(1 / 1.6), 1)
    if channel == "chat":
        return round(rng.expovariate(1 / 4.0) + 0.3, 1)
    return round(rng.lognormvariate(6.0, 0.75))


def contacts(rng):
    texts = {language: wordings(language) for language in LANGUAGES}
    customers = 40_000
    for topic, (counts, solved, escalated, minutes, again, category) in TOPICS.items():
        for (year, month), count in zip(MONTHS, counts):
            made = 0
            while made < count:
                weights = dict(LANGUAGES, ru=0.5) if topic == "abroad" else LANGUAGES
                language = chosen(rng, weights)
                customers += rng.randint(1, 9)
                time = time_in(rng, topic, year, month)
                while True:
                    channel = chosen(rng, CHANNELS)
                    is_note = channel == "phone" and rng.random() < 0.6
                    fitting = [t for t in texts[language][topic] if t[1] == is_note] or texts[language][topic]
                    text = typed(rng, filled(rng, rng.choice(fitting)[0]), language, is_note)
                    comes_back = rng.random() < again
                    yield {
                        "time": time, "channel": channel, "language": language, "customer": f"C-{customers}",
                        "text": text, "category": category if rng.random() < 0.85 else rng.choice(CATEGORIES),
                        "solved": None if solved is None else (not comes_back and rng.random() < solved),
                        "escalated": rng.random() < escalated,
                        "minutes": round(rng.triangular(minutes[0], minutes[1]), 1),
                        "reply": first_reply(rng, channel), "topic": topic,
                    }
                    made += 1
                    later = time + datetime.timedelta(days=rng.randint(1, 6), minutes=rng.randint(-90, 90))
                    if not comes_back or made >= count or later.month != month:
                        break
                    time = later


def rows():
    rng = random.Random(SEED)
    everything = sorted(contacts(rng), key=lambda row: (row["time"], row["customer"]))
    for row in rng.sample([row for row in everything if row["topic"] != "noise"], 18):
        row["text"] += ", " + rng.choice(PERSONAL[row["language"]])
    for row in rng.sample(everything, len(everything) // 25):
        row["language"] = ""
    for number, row in enumerate(everything):
        row["id"] = 260_801 + number
    return everything


def yes_no(value):
    return "" if value is None else "yes" if value else "no"


def main():
    everything = rows()
    for year, month in MONTHS:
        path = HERE / f"{year}-{month:02}.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["Ticket ID", "Created at", "Channel", "Language", "Customer", "Subject", "Category",
                          "Resolved at first contact", "Escalated", "Handling time (min)", "First reply time (min)"])
            for row in everything:
                if (row["time"].year, row["time"].month) == (year, month):
                    out.writerow([row["id"], row["time"].strftime("%Y-%m-%d %H:%M"), row["channel"], row["language"],
                                  row["customer"], row["text"], row["category"], yes_no(row["solved"]),
                                  yes_no(row["escalated"]), row["minutes"], row["reply"]])


if __name__ == "__main__":
    main()
