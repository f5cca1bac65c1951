"""RESULTS.md: each benchmark replaces its own section and leaves the others as they are."""
import datetime
import os
import pathlib
import re

PATH = pathlib.Path(__file__).with_name("RESULTS.md")
HEAD = "# Benchmark results\n\nWritten by `make benchmark`; each section says when and where it was measured.\n"


def machine():
    """`2 × AMD EPYC 7763, 23 GB, 2026-11-25`."""
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    return f"{os.cpu_count()} × {model[1] if model else 'processor'}, {memory} GB, {datetime.date.today()}"


def replace_section(title, text):
    old = PATH.read_text(encoding="utf-8") if PATH.exists() else HEAD
    head, *sections = re.split(r"(?m)^(?=## )", old)
    others = [section.rstrip() for section in sections if not section.startswith(f"## {title}\n")]
    sections = sorted(others + [f"## {title}\n\n{text.strip()}"])
    PATH.write_text("\n\n".join([head.rstrip()] + sections) + "\n", encoding="utf-8")
