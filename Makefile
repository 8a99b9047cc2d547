# What one does with readout, a word each; `make help` lists them. CMake builds, by the presets of CMakePresets.json.
SHARED ?= ../shared
PRESET ?= release
DESTDIR ?=
PREFIX ?= /usr/local
BUILD = build/$(PRESET)
FUZZ_SECONDS ?= 60
TESTS ?= .
export SHARED

.PHONY: help build demo tests test check test-mutants bench bench-tools bench-full score score-write score-genres score-statements train train-tools train-names train-statements format lint install coverage fuzz clean
.DEFAULT_GOAL = build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 16

build: ## the library and the program, in build/release (PRESET=debug, sanitize, ...)
	@./setup.sh build
	@[ -e $(BUILD)/build.ninja ] || cmake --preset $(PRESET) -DBUILD_TESTING=OFF >/dev/null
	@cmake --build $(BUILD) --target readout readout_shared readout_static

demo: build ## install what is missing, build, and read an article
	$(BUILD)/readout code --format text examples/summit.txt

tests: # the same with all that tests it
	@./setup.sh test
	@cmake --preset $(PRESET) -DBUILD_TESTING=ON >/dev/null
	@cmake --build $(BUILD)

test: tests ## all tests; TESTS=cli: those whose names match
	@ctest --test-dir $(BUILD) --output-on-failure -j2 -R '$(TESTS)'

check: tests ## the text tests of a stage, a file or one case: make check CASE=statements/quotes:1
	@$(BUILD)/tests/readout-cases tests $(CASE)

test-mutants: ## demand that tests fail where a stage of the line is taken out
	@./setup.sh test
	@/usr/bin/python3 tests/mutants.py build/mutants

bench-tools:
	@./setup.sh bench

bench: bench-tools tests ## words per second, memory, time to the first record, the encoder beside sgemm
	@/usr/bin/python3 bench/bench.py $(BUILD) $(SHARED)

bench-full: bench-tools tests ## the same, longer
	@/usr/bin/python3 bench/bench.py $(BUILD) $(SHARED) --full

score: tests ## figures against gold data in $(SHARED), held to tests/thresholds.toml
	@/usr/bin/python3 tests/score.py $(BUILD)/readout $(SHARED) --document README.md

score-write: tests ## the same, and write the figures into README.md
	@/usr/bin/python3 tests/score.py $(BUILD)/readout $(SHARED) --document README.md --write

score-genres: build ## syntax by genre, written into the model's card
	@/usr/bin/python3 tests/genres.py $(BUILD)/readout $(SHARED) --write models/README.md

score-statements: build ## how often rules and scores are right, and figures by publisher, written into the documents
	@/usr/bin/python3 tests/statements.py $(BUILD)/readout $(SHARED) --write

PYTHON = build/train/venv/bin/python
train-tools: tests
	@./setup.sh train
	@[ -x build/train/venv/bin/pip ] || /usr/bin/python3 -m venv build/train/venv
	@build/train/venv/bin/pip install --quiet --requirement train/requirements.txt

train: train-tools ## make models/readout.safetensors anew from $(SHARED)/data; some hours on two cores, may be broken off
	@$(PYTHON) train/train.py --shared $(SHARED) --tool $(BUILD)/train/train-features --work build/train \
		--out build/train/syntax.safetensors
	@$(PYTHON) train/names.py --shared $(SHARED) --tool $(BUILD)/train/train-names --work build/train \
		--model build/train/syntax.safetensors --out build/train/names.safetensors
	@$(PYTHON) train/statements.py --shared $(SHARED) --tool $(BUILD)/train/train-statements --work build/train \
		--model build/train/names.safetensors --out models/readout.safetensors

train-names: train-tools ## its heads of names alone
	@$(PYTHON) train/names.py --shared $(SHARED) --tool $(BUILD)/train/train-names --work build/train \
		--model models/readout.safetensors --out models/readout.safetensors

train-statements: train-tools ## its heads of statements alone; the rest of it stays
	@$(PYTHON) train/statements.py --shared $(SHARED) --tool $(BUILD)/train/train-statements --work build/train \
		--model models/readout.safetensors --out models/readout.safetensors

format: ## lay out the code
	@./setup.sh lint
	@git ls-files -co --exclude-standard '*.c' '*.h' | xargs clang-format-14 -i

lint: ## layout, clang-tidy, layers, shell scripts, paths in documents
	@./setup.sh lint
	@cmake --preset release -DBUILD_TESTING=ON >/dev/null
	@tests/lint/run.sh build/release

install: build ## the library, its header, the program and the man pages, into DESTDIR and PREFIX
	@DESTDIR=$(DESTDIR) cmake --install $(BUILD) --prefix $(PREFIX)

coverage: PRESET = coverage
coverage: tests ## lines that the tests run, file by file
	@find $(BUILD) -name '*.gcda' -delete
	@ctest --test-dir $(BUILD) --output-on-failure -j2 -E install
	@tests/lint/coverage.sh $(BUILD)

fuzz: ## each fuzzer for FUZZ_SECONDS
	@./setup.sh fuzz test
	@fuzz/run.sh $(FUZZ_SECONDS)

clean: ## remove what was built
	rm -rf build
