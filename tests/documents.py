"""Run what documents show, and compare: documents.py BIN DOCUMENT.md...

In a block marked ```console a line that begins with "$ " is a command, and the lines under it are its output, standard
error included; a line of three dots stands for any lines. Commands run in the repository, with BIN first in PATH.
In every document each `make TARGET` must be a target of the Makefile, and each link to a file must find it.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"(?:^|`)make ([a-z][a-z-]*)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")


def commands(block):
    """Pairs of a command and the lines shown under it."""
    pairs = []
    for line in block.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        elif pairs:
            pairs[-1][1].append(line)
    return pairs


def same(shown, printed):
    """Whether the lines printed are those shown."""
    parts = [re.escape(line) if line != "..." else "(?s:.*)" for line in shown]
    return re.fullmatch("\n".join(parts), "\n".join(printed)) is not None


def run(command, folder):
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "replace").splitlines()


def check(path, folder):
    """What is wrong with a document, and how many commands it shows."""
    text, wrong, count = path.read_text(encoding="utf-8"), [], 0
    for block in BLOCK.findall(text):
        for command, shown in commands(block):
            count += 1
            printed = run(command, folder)
            if not same(shown, printed):
                wrong.append(f"$ {command}\nprints:\n" + "\n".join(printed))
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    wrong += [f"make {name}: no such target" for name in MAKE.findall(text) if name not in targets]
    wrong += [f"({link}): no such file" for link in LINK.findall(text) if not (path.parent / link).exists()]
    return wrong, count


def main():
    folder, failed, commands_run = Path(sys.argv[1]).resolve(), 0, 0
    for name in sys.argv[2:]:
        wrong, count = check(ROOT / name, folder)
        commands_run += count
        failed += len(wrong)
        for message in wrong:
            print(f"{name}: {message}")
    print(f"{commands_run} commands were run, {failed} mistakes found")
    return 1 if failed or not commands_run else 0


if __name__ == "__main__":
    sys.exit(main())
