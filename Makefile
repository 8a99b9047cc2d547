# What one does with readout, a word each; `make help` lists them. CMake builds, by the presets of CMakePresets.json.
SHARED ?= ../shared
PRESET ?= release
DESTDIR ?=
PREFIX ?= /usr/local
BUILD = build/$(PRESET)
FUZZ_SECONDS ?= 60
export SHARED

.PHONY: help build demo test check test-mutants bench bench-full score train format lint install coverage fuzz clean
.DEFAULT_GOAL = build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 16

$(BUILD)/build.ninja:
	@./setup.sh build
	@cmake --preset $(PRESET) >/dev/null

build: $(BUILD)/build.ninja ## the library and the program, in build/release (PRESET=debug, sanitize, ...)
	@./setup.sh test
	@cmake --build $(BUILD)

demo: ## install what is missing, build, and read an article
	@./setup.sh build
	@cmake --preset release >/dev/null
	@cmake --build build/release --target readout
	build/release/readout code examples/summit.txt

test: build ## all tests
	@ctest --test-dir $(BUILD) --output-on-failure -j2

check: build ## the text tests of a stage, a file or one case: make check CASE=statements/quotes:1
	@$(BUILD)/tests/readout-cases tests $(CASE)
