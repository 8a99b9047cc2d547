#!/bin/sh
# setup.sh [build|test|lint|fuzz|bench|train|all]...: installs the Debian packages that readout needs, and says why.
# Does nothing where they are there. Without an argument: build.
set -eu

packages() {
    case $1 in
    build) cat <<'END' ;;
gcc                   compiles C17
cmake                 describes the build
ninja-build           runs it
make                  the commands of the Makefile
pkg-config            finds the libraries below
libc6-dev             the C library, with argp for the command line
libyajl-dev           JSON, read and written as a stream
libutf8proc-dev       Unicode: categories, widths, case
nettle-dev            SHA-256
libexpat1-dev         PETRARCH's XML, read as a stream
libxxhash-dev         XXH3, the check of the model's file: SHA-256 would take longer than a short text
END
    test) packages build && cat <<'END' ;;
libcmocka-dev         runs the tests written in C and the text tests
python3               runs the tests of the program
python3-jsonschema    checks each record against docs/record.schema.json
iso-codes             the states that lexicon/countries.txt must have
mandoc                checks the man pages
END
    lint) packages build && cat <<'END' ;;
clang-format-14       the layout of the code
clang-tidy-14         finds mistakes in it
git                   tells which files are ours
libcmocka-dev         a header of the tests
python3               runs the check of the layers
END
    fuzz) packages build && cat <<'END' ;;
clang-14              libFuzzer
libclang-rt-14-dev    its run time, and that of the sanitizers
END
    bench) packages build && cat <<'END' ;;
libopenblas-dev       sgemm, beside which the encoder's products are measured
python3               runs the benchmarks
END
    train) packages test && cat <<'END' ;;
python3-venv          holds what training needs from PyPI (train/requirements.txt)
END
    all) for part in test lint fuzz bench; do packages "$part"; done ;;
    *)
        echo "setup.sh: no part \"$1\": build, test, lint, fuzz, bench, train, all" >&2
        exit 2
        ;;
    esac
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "setup.sh: neither root nor sudo here; as root, run: $*" >&2
        exit 1
    fi
}

[ $# -gt 0 ] || set -- build
for part in "$@"; do packages "$part" >/dev/null; done
missing=$(for part in "$@"; do packages "$part"; done | sort -u | while read -r name reason; do
    is_installed "$name" || echo "$name $reason"
done)
[ -n "$missing" ] || exit 0

echo "setup.sh: these packages are missing:"
echo "$missing" | while read -r name reason; do printf '  %-20s %s\n' "$name" "$reason"; done
names=$(echo "$missing" | cut -d' ' -f1)
if ! command -v apt-get >/dev/null; then
    echo "setup.sh: no apt-get here; install them by your system's means" >&2
    exit 1
fi
install="env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends"
# shellcheck disable=SC2086 # words are wanted
if ! apt-cache show $names >/dev/null 2>&1 || ! as_root $install $names; then
    as_root apt-get update -qq # the lists of packages were absent or old
    as_root $install $names
fi
