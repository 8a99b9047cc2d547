"""How fast the line is: bench.py BUILD SHARED [--full]

Prints words per second (words as `wc -w` counts them) of the whole program with JSON Lines out, of each stage, and of
`wc -w` on the same files; how fast the encoder multiplies, beside OpenBLAS's sgemm on one thread in the same run
(share_of_sgemm); peak memory; how long a 400-word article takes from the start of the program to its record; and what a
word of a very long sentence costs beside one of ordinary text. Each time is the best of some rounds. Texts are those of
SHARED/data/polnear/train, else made up. READOUT_MODEL names the model, as for the program; with "none" the encoder is left
out.
"""
import itertools
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
LONG = 3000  # words of a very long sentence
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


def kernels(build, paths):
    """What bench-kernels prints: {(what, name): value}. OpenBLAS is to choose by this processor, not by the caller."""
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")} | {"OPENBLAS_NUM_THREADS": "1"}
    command = [build / "bench/bench-kernels", os.environ.get("READOUT_MODEL") or "-", *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return {(what, name): float(value) for what, name, value in map(str.split, done.stdout.splitlines())}


def dictionaries(build, rounds, folder, paths, words):
    """Lines of what the dictionaries of PETRARCH cost; none where they are not."""
    if not folder.is_dir():
        return []
    command = [build / "bench/bench-dictionaries", str(rounds), folder, *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}
    return [("dictionaries, to load", f"{1000 * seconds['load']:.1f} ms"),
            ("dictionaries, look-ups", f"{1e9 * seconds['look-up'] / words:.0f} ns a word"),
            ("verb dictionary, to load", f"{1000 * seconds['verbs']:.1f} ms")]


def write_sentences(path, words):
    """Ten paragraphs of 3,000 words, in sentences of so many."""
    random_numbers = random.Random(2)
    paragraphs = []
    for _ in range(10):
        text = " and ".join(random_numbers.choice(CLAUSES) for _ in range(600)).replace(" p.m.", "").split()[:LONG]
        sentences = (" ".join(text[at:at + words]).capitalize() for at in range(0, LONG, words))
        paragraphs.append(". ".join(sentences) + ".")
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def write_large(path, articles):
    """A document of 1 MB, of articles one after the other."""
    with path.open("w", encoding="utf-8") as out:
        for article in itertools.cycle(articles):
            out.write(article.read_text(encoding="utf-8") + "\n\n")
            if out.tell() > 1_000_000:
                return path


def long_sentences(program, folder, rounds):
    """How many times as long a word of a sentence of 3,000 takes as one of a sentence of 25."""
    long, short, none = (folder / name for name in ("long.text", "short.text", "none.text"))
    none.write_text("\n", encoding="utf-8")
    files = write_sentences(long, LONG), write_sentences(short, 25), none
    seconds = [best(rounds, spend, [program, "code", "--format", "jsonl", file])[0] for file in files]
    return (seconds[0] - seconds[2]) / (seconds[1] - seconds[2])


def measure_program(program, folder, paths, temporary, rounds):
    """Seconds by row of the first table, and lines of single figures."""
    command = [program, "code", "--format", "jsonl"]
    rows, lines = [("wc -w", best(rounds, spend, ["wc", "-w", *paths])[0])], []
    for jobs in (1, 2):
        seconds, memory = best(rounds, spend, [*command, "--jobs", str(jobs), folder])
        rows.append((f"readout code --jobs {jobs}", seconds))
        if jobs == 1:
            lines.append(("peak memory, 1 job", f"{memory / 1024:.1f} MB"))
    large = write_large(temporary / "large.text", paths)
    lines.append(("peak memory, up to 1 MB", f"{spend([*command, '--jobs', '1', large, folder])[1] / 1024:.1f} MB"))
    article = temporary / "article.text"
    article.write_text(" ".join(paths[0].read_text(encoding="utf-8").split(" ")[:400]), encoding="utf-8")
    lines.append(("400 words, from start", f"{1000 * best(5 * rounds, first_record, program, article):.1f} ms"))
    lines.append(("a sentence of 3,000 words", f"{long_sentences(program, temporary, rounds):.2f} times the time a word"))
    return rows, lines


def print_shares(rows, words, title, whole):
    print(f"{'':<28}{'words a second':>16}{title:>12}")
    for name, seconds, share in rows:
        print(f"{name:<28}{words / seconds:>16,.0f}{100 * share / whole:>10.1f} %")


def print_kernels(clock):
    print(f"{'':<28}{'words a second':>16}{'G multiply-adds a second: product':>36}{'encoder':>10}")
    for what, name in clock:
        if what == "product":
            print(f"encoder, {name:<19}{clock['words', name]:>16,.0f}{clock[what, name]:>36.1f}"
                  f"{clock['encoder', name]:>10.1f}")
    first = next(name for what, name in clock if what == "encoder")
    sgemm = clock.get(("sgemm", "openblas"))
    if sgemm is None:
        print("share_of_sgemm: without libopenblas-dev there is nothing to compare with")
        return
    print(f"{'sgemm, one thread':<28}{'':>16}{sgemm:>36.1f}")
    print(f"{'share_of_sgemm':<28}{'':>16}{'':>36}{clock['encoder', first] / sgemm:>10.2f}")


def main():
    build, shared = Path(sys.argv[1]), Path(sys.argv[2])
    full = "--full" in sys.argv
    rounds = ROUNDS_FULL if full else ROUNDS
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "articles"
        write_texts(shared, folder)
        paths = sorted(folder.glob("*.txt"))
        size = sum(path.stat().st_size for path in paths)
        words = int(subprocess.run(["wc", "-w", *paths], check=True, capture_output=True).stdout.split()[-2])
        rows, lines = measure_program(build / "readout", folder, paths, Path(temporary), rounds)
        clock = stages(build, rounds, paths)
        lines += dictionaries(build, rounds, shared / "data/petrarch/dictionaries", paths, words)
        has_model = os.environ.get("READOUT_MODEL") != "none"
        multiplied = kernels(build, paths[:60 if full else 12]) if has_model else None

    print(f"{len(paths)} articles, {words:,} words, {size / 1e6:.1f} MB; {os.cpu_count()} cores, "
          f"{platform.machine()}; best of {rounds}")
    counted = rows[0][1]
    print_shares([(name, seconds, counted * counted / seconds) for name, seconds in rows], words, "of wc -w", counted)
    print_shares([(name, seconds, seconds) for name, seconds in clock.items()], words, "of the line", sum(clock.values()))
    if multiplied:
        print_kernels(multiplied)
    for name, value in lines:
        print(f"{name:<28}{value:>16}")


if __name__ == "__main__":
    main()
