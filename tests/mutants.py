"""Take each stage out of src/pipeline.c in turn, and demand that tests fail: mutants.py FOLDER

The sources are copied into FOLDER and built there, so that nothing here is touched. Prints how many cases of the text
tests fail without each stage; ends with 1 where a stage is missed by none, or where tests fail though none is out.
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
ROW = re.compile(r'^    \{"(\w+)", ro_\w+\},.*\n', re.MULTILINE)
KEPT_OUT = shutil.ignore_patterns("build", ".git")


def build(tree):
    subprocess.run(["cmake", "--preset", "release"], cwd=tree, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "build/release", "--target", "readout-cases"], cwd=tree, check=True,
                   stdout=subprocess.DEVNULL)


def failures(tree):
    """How many cases ran, and the names of those that failed. A run that ends early failed in all."""
    done = subprocess.run(["build/release/tests/readout-cases", "tests"], cwd=tree, capture_output=True, text=True,
                          errors="replace", timeout=600)
    ran = re.findall(r"^\[ RUN      \] (\S+)", done.stdout, re.MULTILINE)
    failed = re.findall(r"^\[  FAILED  \] (\S+/\S+:\d+)$", done.stdout, re.MULTILINE)
    return ran, ran if done.returncode < 0 else failed


def main():
    tree = Path(sys.argv[1]).resolve() / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(SOURCE, tree, ignore=KEPT_OUT)
    pipeline = tree / "src/pipeline.c"
    whole = pipeline.read_text(encoding="utf-8")
    build(tree)
    ran, failed = failures(tree)
    if failed or not ran:
        print(f"with every stage in its place {len(failed)} of {len(ran)} cases fail", *failed, sep="\n  ")
        return 1
    missed = []
    print(f"{'without':<16}{'cases that fail':>16}{'of':>6}")
    for row in ROW.finditer(whole):
        pipeline.write_text(whole[:row.start()] + whole[row.end():], encoding="utf-8")
        build(tree)
        ran, failed = failures(tree)
        print(f"{row[1]:<16}{len(failed):>16}{len(ran):>6}", flush=True)
        missed += [] if failed else [row[1]]
    if missed or not ROW.search(whole):
        print("no test misses:", ", ".join(missed) or "a stage, since none was found in src/pipeline.c")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
