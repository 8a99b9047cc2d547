#!/bin/sh
# run.sh SECONDS: builds each fuzzer with clang and runs it for so long, from its corpus. New inputs go to
# build/fuzz/corpus, what fails to build/fuzz/failures; a failure ends the run. The seed is fixed, so that a run from an empty
# build/fuzz/corpus can be repeated. By rules alone unless READOUT_MODEL says otherwise: with an encoder there are few runs a second.
set -eu
seconds=$1
export READOUT_MODEL="${READOUT_MODEL:-none}"
cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target fuzz-text fuzz-jsonl fuzz-xml fuzz-line fuzz-model fuzz-dictionary
for name in text jsonl xml line model dictionary; do
    mkdir -p "build/fuzz/corpus/$name" build/fuzz/failures
    echo "fuzz-$name: $seconds seconds"
    "build/fuzz/fuzz/fuzz-$name" -seed=1 -max_total_time="$seconds" -max_len=2048 -timeout=10 -print_final_stats=1 -verbosity=1 \
        -dict=fuzz/words.dict -artifact_prefix="build/fuzz/failures/$name-" \
        "build/fuzz/corpus/$name" "fuzz/corpus/$name" 2>"build/fuzz/$name.log" ||
        { tail -n 40 "build/fuzz/$name.log" >&2; exit 1; }
    grep -E 'number_of_executed_units|new_units_added|peak_rss' "build/fuzz/$name.log"
done
