"""Hold the include graph of src/ to src/layers.txt, and its files to 500 lines: layers.py [SRC]

A line of layers.txt, `text: base`, says which folders a folder may include beside itself; each stands above it.
`root` is the files of src/ itself. A folder without a line is a mistake, as is a line without its folder.
"""
import re
import sys
from pathlib import Path

LINES = 500
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')


def read_layers(path):
    """{folder: what it may include}, and what is wrong with the file."""
    layers, wrong = {}, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        folder, _, used = line.partition(":")
        wrong += [f"{path}:{number}: {name} is not above {folder}" for name in used.split() if name not in layers]
        layers[folder] = {folder, *used.split()}
    return layers, wrong


def folder_of(path):
    return path.parts[0] if len(path.parts) > 1 else "root"


def check_file(source, path, layers):
    """What is wrong with one file."""
    name, lines = path.relative_to(source), path.read_text(encoding="utf-8").splitlines()
    folder = folder_of(name)
    if folder not in layers:
        return [f"{path}: layers.txt has no line for {folder}"]
    wrong = [f"{path}: {len(lines)} lines are more than {LINES}"] if len(lines) > LINES else []
    for number, line in enumerate(lines, 1):
        found = INCLUDE.match(line)
        if not found or found[1].startswith("readout/"):
            continue
        if not (source / found[1]).is_file():
            wrong.append(f"{path}:{number}: no {found[1]} in {source}: include files by their folder")
        elif folder_of(Path(found[1])) not in layers[folder]:
            wrong.append(f"{path}:{number}: {folder} may not include {found[1]}")
    return wrong


def main():
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "src")
    layers, wrong = read_layers(source / "layers.txt")
    paths = sorted(path for path in source.rglob("*.[ch]"))
    for path in paths:
        wrong += check_file(source, path, layers)
    used = {folder_of(path.relative_to(source)) for path in paths}
    wrong += [f"{source}/layers.txt: {folder} has no files" for folder in layers if folder not in used]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
