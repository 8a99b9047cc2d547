#!/bin/sh
# Installs a build, builds the example against what was installed (shared and static, found by CMake and by
# pkg-config), and demands that each of the four prints the same, and what it should.
#     tests/install/check.sh build/release
set -eu

build=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix

cmake --install "$build" --prefix "$prefix" >"$work/log" || {
    cat "$work/log"
    exit 1
}
libdir=$(dirname "$(find "$prefix" -name libreadout.a)")
flags=$(sed -n 's/^CMAKE_C_FLAGS:STRING=//p' "$build/CMakeCache.txt") # the sanitizers must be the program's, too
compiler=$(sed -n 's/^CMAKE_C_COMPILER:[A-Z]*=//p' "$build/CMakeCache.txt")

fail() {
    echo "install: $*" >&2
    exit 1
}

# What stands where
test -f "$prefix/include/readout/readout.h" || fail "no header"
test "$(find "$prefix/include" -type f | wc -l)" -eq 1 || fail "more than one header"
test "$(readlink "$libdir/libreadout.so")" = libreadout.so.0 || fail "libreadout.so is no link to libreadout.so.0"
readelf -d "$libdir/libreadout.so" | grep -q 'SONAME.*\[libreadout\.so\.0\]' || fail "another soname"
find "$prefix" -name readout.3 | grep -q . || fail "no man page"
test -f "$prefix/share/readout/readout.safetensors" || fail "no model"

# Of our symbols the library exports those that the header declares, and no other.
sed -n 's/^READOUT_API .*\b\(readout_[a-z_]*\)(.*/\1/p' "$prefix/include/readout/readout.h" | sort >"$work/declared"
nm --defined-only --extern-only "$libdir/libreadout.a" 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u >"$work/own"
nm -D --defined-only "$libdir/libreadout.so" | awk '{ print $3 }' | sort | comm -12 - "$work/own" >"$work/exported"
diff "$work/declared" "$work/exported" >&2 || fail "declared (<) and exported (>) differ"

# Four programs
cmake -S "$here" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_COMPILER="$compiler" \
    -DCMAKE_C_FLAGS="$flags" >"$work/log" && cmake --build "$work/cmake" >>"$work/log" || {
    cat "$work/log"
    exit 1
}
export PKG_CONFIG_PATH="$libdir/pkgconfig"
# shellcheck disable=SC2046,SC2086 # lists of flags
"$compiler" $flags -o "$work/walk-shared" "$here/walk.c" $(pkg-config --cflags --libs readout)
# shellcheck disable=SC2046,SC2086
"$compiler" $flags -o "$work/walk-static" "$here/walk.c" $(pkg-config --cflags readout) "$libdir/libreadout.a" \
    $(pkg-config --static --libs-only-l readout | sed 's/-lreadout//') -pthread

# What holds the static library looks for the model beside itself: it goes where programs are installed.
mv "$work/cmake/walk-readout_static" "$work/walk-static" "$prefix/bin"

# What they print
printf '\342\200\234We stay,\342\200\235 Ada Lund said. She left.\n' >"$work/text"
cat >"$work/expected" <<'EOF'
36 characters, 2 sentences
Ada Lund [say] “We stay,”
EOF
for program in "$work/cmake/walk-readout" "$prefix/bin/walk-readout_static" "$work/walk-shared" "$prefix/bin/walk-static"; do
    LD_LIBRARY_PATH=$libdir "$program" <"$work/text" >"$work/output"
    head -n 2 "$work/output" | diff "$work/expected" - || fail "$(basename "$program") prints something else"
    sed -n '3p' "$work/output" | grep -q '^{"schema":"readout/1",.*"id":"walk",.*}$' || fail "$(basename "$program"): no record"
    test -e "$work/first" || cp "$work/output" "$work/first"
    cmp "$work/output" "$work/first" || fail "$(basename "$program") writes another record"
done
echo "four programs print the same"
