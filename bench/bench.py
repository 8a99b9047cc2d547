"""How fast the line is: bench.py BUILD SHARED [--full]

Prints words per second (words as `wc -w` counts them) of the whole program with JSON Lines out, of each stage, and of
`wc -w` on the same files; peak memory; and how long a 400-word article takes from the start of the program to its
record. Each time is the best of some rounds. Texts are those of SHARED/data/polnear/train, else made up.
"""
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS, ROUNDS_FULL = 3, 15
NAMES = ("Mayor Ada Lind", "Doe", "the minister", "U.S. Senator Rita Vance", "a spokesman for the port", "she")
VERBS = ("said", "told reporters", "added", "warned", "asked", "announced")
CLAUSES = ("the bridge would open in May", "we can't wait for another report", "it cost $4.5 million a year",
           "nobody was asked about the plan", "the harbor is too small for ships of that size",
           "talks with the union went on until 9 p.m.", "there is no money left in the fund")


def made_up_article(random_numbers):
    """A dateline and some 800 words: accounts, quotations, plain sentences."""
    paragraphs = ["PORT LIND, March 3 (Wire) -- The council met on Thursday."]
    for _ in range(40):
        name, verb, clause, other = (random_numbers.choice(choices) for choices in (NAMES, VERBS, CLAUSES, CLAUSES))
        paragraphs.append(random_numbers.choice((
            f'"{clause.capitalize()}," {name} {verb}. "And {other}."',
            f"{name[0].upper()}{name[1:]} {verb} that {clause}, and that {other}.",
            f"Last year {clause}. Later {other}, as had been feared in 2017.",
        )))
    return "\n\n".join(paragraphs) + "\n"


def write_texts(shared, folder):
    """Fill a folder with articles: real ones where there are some."""
    folder.mkdir()
    for path in (shared / "data/polnear/train").glob("*.txt"):
        shutil.copy(path, folder)
    random_numbers = random.Random(1)
    for number in range(0 if any(folder.iterdir()) else 500):
        (folder / f"{number:03}.txt").write_text(made_up_article(random_numbers), encoding="utf-8")


def spend(command):
    """Seconds and peak memory (kB) of a command whose output goes nowhere."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return seconds, usage.ru_maxrss


def first_record(program, article):
    """Seconds from the start of the program to its first byte."""
    start = time.perf_counter()
    with subprocess.Popen([program, "code", "--format", "jsonl", article], stdout=subprocess.PIPE) as process:
        process.stdout.read(1)
        seconds = time.perf_counter() - start
        process.stdout.read()
    return seconds


def best(rounds, measure, *arguments):
    return min(measure(*arguments) for _ in range(rounds))


def stages(build, rounds, paths):
    """Seconds by stage."""
    command = [build / "bench/bench-stages", str(rounds), *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {name: float(seconds) for name, seconds in map(str.split, done.stdout.splitlines())}


def main():
    build, shared = Path(sys.argv[1]), Path(sys.argv[2])
    rounds = ROUNDS_FULL if "--full" in sys.argv else ROUNDS
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "articles"
        write_texts(shared, folder)
        paths = sorted(folder.glob("*.txt"))
        size = sum(path.stat().st_size for path in paths)
        words = int(subprocess.run(["wc", "-w", *paths], check=True, capture_output=True).stdout.split()[-2])
        article = Path(temporary) / "article.text"
        article.write_text(" ".join(paths[0].read_text(encoding="utf-8").split(" ")[:400]), encoding="utf-8")

        counted = best(rounds, spend, ["wc", "-w", *paths])[0]
        rows = [("wc -w", counted)]
        for jobs in (1, 2):
            command = [build / "readout", "code", "--format", "jsonl", "--jobs", str(jobs), folder]
            seconds, memory = best(rounds, spend, command)
            rows.append((f"readout code --jobs {jobs}", seconds))
            if jobs == 1:
                peak = memory
        clock = stages(build, rounds, paths)
        started = best(5 * rounds, first_record, build / "readout", article)

    print(f"{len(paths)} articles, {words:,} words, {size / 1e6:.1f} MB; {os.cpu_count()} cores, "
          f"{platform.machine()}; best of {rounds}")
    print(f"{'':<24}{'words a second':>16}{'of wc -w':>12}")
    for name, seconds in rows:
        print(f"{name:<24}{words / seconds:>16,.0f}{100 * counted / seconds:>10.1f} %")
    print(f"{'':<24}{'words a second':>16}{'of the line':>12}")
    for name, seconds in clock.items():
        print(f"{name:<24}{words / seconds:>16,.0f}{100 * seconds / sum(clock.values()):>10.1f} %")
    print(f"{'peak memory, 1 job':<24}{peak / 1024:>13.1f} MB")
    print(f"{'400 words, from start':<24}{1000 * started:>13.1f} ms")


if __name__ == "__main__":
    main()
