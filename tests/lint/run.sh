#!/bin/sh
# run.sh BUILD: layout, mistakes, layers, shell and Python scripts, paths. BUILD has compile_commands.json.
# Runs all of them and ends with 1 where one complains.
set -u
build=$1
failed=0

check() {
    name=$1
    shift
    if "$@"; then echo "lint: $name: well"; else
        echo "lint: $name: see above" >&2
        failed=1
    fi
}

files() { git ls-files -co --exclude-standard "$@" | while read -r file; do [ ! -e "$file" ] || echo "$file"; done; }

layout() { files '*.c' '*.h' | xargs clang-format-14 --dry-run -Werror; }

# clang-tidy counts what it suppresses in the system's headers: that is left out.
tidy() {
    files 'src/*.c' 'tests/*.c' 'fuzz/*.c' 'bench/*.c' 'train/*.c' | grep -v '^tests/install/' |
        xargs -P 2 -n 1 clang-tidy-14 -p "$build" --quiet 2>&1 | grep -v 'warnings generated\.$' >"$build/tidy.txt"
    cat "$build/tidy.txt"
    ! grep -q -e 'error:' -e 'warning:' "$build/tidy.txt"
}

layers() { python3 tests/lint/layers.py src; }

shell() {
    wrong=0
    for script in $(files '*.sh' '.ci/*'); do sh -n "$script" || wrong=1; done
    return $wrong
}

python() { files '*.py' | xargs python3 -c 'import ast, sys; [ast.parse(open(f).read(), f) for f in sys.argv[1:]]'; }

# Absolute paths of somebody's machine, and trailing blanks outside of texts.
paths() { ! git grep -nIE --untracked '(^|[^A-Za-z0-9_.])/(home|root|work|mnt|Users)/' -- ':!tests/lint/run.sh'; }

blanks() { ! git grep -nIE --untracked '[ 	]+$' -- '*.c' '*.h' '*.md' '*.py' '*.sh' 'CMakeLists.txt' '*.cmake' Makefile; }

check "layout (make format mends it)" layout
check clang-tidy tidy
check layers layers
check "shell scripts" shell
check "Python scripts" python
check "paths of one machine" paths
check "trailing blanks" blanks
exit $failed
