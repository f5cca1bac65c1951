#!/usr/bin/env python3
"""Importing a million contacts: Signpost beside what does less of the same work.

    contacts.py --signpost BINARY [--rows 1000000] [--rounds 1]

Signpost finds out the log's form, redacts every text, hashes customers, leaves out rows it knows, and stores the rest
with an index, in one transaction. The sqlite3 shell's .import and Python's csv with sqlite3 only split the rows and
store them, with the same index and unique ids. All run in turn in each round, on one core; figures are medians. The run
fails when a row is lost or doubled, when fewer than 100,000 rows are imported in a second of processor time, or when
twice the rows take more than a tenth more memory. The figures become a section of Tests/Benchmarks/RESULTS.md.
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

import results

WORDS = ("fuel card missing from the car karta paliwowa brakuje w samochodzie gdzie jest moja faktura degvielas karte "
         "pazudusi kā saņemt rēķinu не открывается машина где мой счёт возврат денег door does not open refund app "
         "call me back +48 601 234 567 anna.nowak@example.com 2026-10-15 at 8:30 order 4812345 130 zł").split()
FEWEST_ROWS_A_SECOND = 100_000


def write_log(path, rows, seed=7):
    """A month of contacts in the order they came, about 115 bytes each, some with personal data in the text."""
    rng = random.Random(seed)
    with open(path, "w", encoding="utf-8") as log:
        log.write("id,created at,channel,language,customer,subject,category,first reply time (min)\n")
        for number in range(rows):
            minute = number * 43_200 // rows
            text = " ".join(rng.choices(WORDS, k=rng.randint(3, 14)))
            log.write(f"{number},2026-10-{minute // 1440 + 1:02d} {minute // 60 % 24:02d}:{minute % 60:02d},"
                      f"{rng.choice(('phone', 'mail', 'chat'))},{rng.choice(('pl', 'lv', 'ru', 'en'))},"
                      f"customer{rng.randrange(rows // 3 + 1)}@example.com,\"{text}\",,{rng.randint(1, 900)}\n")


def run(command, folder):
    """Wall seconds, processor seconds, peak memory in MB, and both outputs, on the first core."""
    with open(folder / "output", "w+", encoding="utf-8") as output:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT,
                                   preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read()
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}:\n{said}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def expect(condition, what):
    if not condition:
        sys.exit(f"WRONG: {what}")


PYTHON_PEER = """
import csv, sqlite3, sys
db = sqlite3.connect("peer.db")
db.execute("create table c(id integer primary key, t, channel, language, customer, subject, category, reply)")
db.execute("create index i on c(t)")
with open(sys.argv[1], newline="", encoding="utf-8") as log:
    rows = csv.reader(log)
    next(rows)
    db.executemany("insert or ignore into c values (?,?,?,?,?,?,?,?)", rows)
db.commit()
"""


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--signpost", required=True, type=pathlib.Path)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=1)
    options = options.parse_args()
    signpost = str(options.signpost.resolve())
    figures = {}

    def note(name, measured):
        figures.setdefault(name, []).append(measured[:3])
        return measured[3]

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        write_log(folder / "log.csv", options.rows)
        write_log(folder / "half.csv", options.rows // 2)
        for _ in range(options.rounds):
            shutil.rmtree(folder / ".signpost", ignore_errors=True)
            half = run([signpost, "contacts", "import", "half.csv", "--store", "half.db"], folder)
            expect(f"{options.rows // 2} rows = {options.rows // 2} new" in half[3], half[3])
            note("signpost, half of it", half)
            said = note("signpost", run([signpost, "contacts", "import", "log.csv"], folder))
            expect(f"{options.rows} rows = {options.rows} new + 0 known + 0 rejected" in said, said)
            said = note("signpost, again", run([signpost, "contacts", "import", "log.csv"], folder))
            expect(f"{options.rows} rows = 0 new + {options.rows} known + 0 rejected" in said, said)
            expect(f"holds {options.rows} contacts" in said, said)
            texts = subprocess.run(["grep", "-c", "-a", "anna.nowak@", folder / ".signpost/contacts.db"],
                                   capture_output=True, text=True).stdout.strip()
            expect(texts == "0", f"{texts} mail addresses in the store")
            note("python csv + sqlite3", run([sys.executable, "-c", PYTHON_PEER, "log.csv"], folder))
            if shutil.which("sqlite3"):
                table = ("create table c(id integer primary key, t, channel, language, customer, subject, category, "
                         "reply); create index i on c(t);")
                note("sqlite3 .import", run(
                    ["sqlite3", "shell.db", table, ".import --csv --skip 1 log.csv c"], folder))
            for name in ("half.db", "half.key", "peer.db", "shell.db"):
                (folder / name).unlink(missing_ok=True)

    print(f"{options.rows} rows, medians of {options.rounds}   rows/s   wall s    CPU s   peak MB")
    medians = {}
    lines = [f"{results.machine()}; {options.rows:,} rows, medians of {options.rounds}. Peers only read and store: they "
             "neither detect columns nor redact.", "",
             "| Import | rows a second of processor time | wall, s | peak MB |", "|---|---|---|---|"]
    for name, measured in figures.items():
        wall, processor, memory = (statistics.median(values) for values in zip(*measured))
        medians[name] = (processor, memory)
        rows = options.rows // 2 if name.endswith("half of it") else options.rows
        print(f"{name:32} {rows / processor:9.0f} {wall:8.1f} {processor:8.1f} {memory:9.0f}")
        lines.append(f"| {name} | {rows / processor:.0f} | {wall:.1f} | {memory:.0f} |")
    rate = options.rows / medians["signpost"][0]
    expect(rate >= FEWEST_ROWS_A_SECOND, f"{rate:.0f} rows a second of processor time")
    growth = medians["signpost"][1] / medians["signpost, half of it"][1]
    expect(growth < 1.1, f"memory grows {growth:.2f} times with twice the rows")
    results.replace_section("Importing contacts", "\n".join(lines))


if __name__ == "__main__":
    main()
