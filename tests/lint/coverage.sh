#!/bin/sh
# coverage.sh BUILD: lines of src/ that the tests ran, file by file, from a build with --coverage.
set -eu
build=$(cd "$1" && pwd)
cd "$build"
# A source is compiled once, into the library's objects, the readers' or the program's.
find CMakeFiles -name '*.gcda' -path '*/src/*' | sort | while read -r data; do
    gcov -n -o "$data" "$data" 2>/dev/null
done | awk '
    /^File/ { file = $0; sub(/^File .*\/src\//, "src/", file); sub(/.$/, "", file) }
    /^Lines executed/ && file ~ /^src\/.*\.c$/ {
        split($2, part, /[:%]/); share = part[2]; lines = $NF
        printf "%-36s %6.2f %% of %4d\n", file, share, lines
        ran += share * lines / 100; all += lines
    }
    { if ($0 !~ /^File/) file = "" }
    END { if (!all) exit 1; printf "%-36s %6.2f %% of %4d\n", "all", 100 * ran / all, all }'
