# xianzhi (县志): Chinese county pages in, tidy datasets out. `make help` lists the targets.
#
# `make run` and `make test` are all that a newcomer needs; both install what the machine lacks first.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

CONFIG ?= pipeline.json
ACCEPT ?= ../shared/acceptance
BIN    := .build/release/xianzhi
# The folder too: a page that is gone is a change.
PAGES  := samples $(wildcard samples/*.html)
NAMES  := $(patsubst samples/%.html,%,$(wildcard samples/*.html))

# The program is rebuilt where any of these changes; the tables are compiled into it.
SOURCES := $(shell find Sources -type f) Package.swift

.PHONY: help setup run build test lint format accept bench bench-load fuzz docs extract normalize load check check-analysts check-fetch golden clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup:  ## install the system's libraries that are missing
	@scripts/setup

run: out/run.json  ## build, then run the pipeline over samples/ into out/

out/run.json: $(BIN) $(CONFIG) $(PAGES)
	$(BIN) run --config $(CONFIG)
	@touch $@

build: $(BIN)  ## make the release build

$(BIN): $(SOURCES) | setup
	swift build -c release --product xianzhi
	@touch $@

test: | setup  ## run every test
	swift build --build-tests
	swift test --skip-build --parallel --num-workers 2

lint:  ## check the form of the code
	swift format lint --strict --recursive Sources Tests Package.swift

format:  ## bring the code into form
	swift format --in-place --recursive Sources Tests Package.swift

accept: $(BIN)  ## score real pages against their gold, and hold the scores against the floors
	@scripts/accept --bin $(BIN) --floors acceptance-floors.json $(ACCEPT)

check: out/run.json  ## read the datasets with frictionless and pandas, and hold their bytes against samples/checksums.txt
	@scripts/check-datasets out
	@diff samples/checksums.txt out/checksums.txt || { echo "the datasets of samples/ have changed: make golden, if that is meant" >&2; exit 1; }

golden: out/run.json  ## take the datasets of samples/ as they are now for the right ones
	cp out/checksums.txt samples/checksums.txt

check-analysts: $(BIN)  ## read the datasets with the tools of analysts: R, DuckDB, LibreOffice, SQLite, Datasette, CSVW
	$(BIN) run --config $(CONFIG) --quiet --force --excel --sqlite --output build/analysts
	@scripts/check-analysts build/analysts --rows

bench-load: $(BIN)  ## measure load on a million observations
	@scripts/bench-load $(BIN)

check-fetch: $(BIN)  ## fetch from nginx, kill crawls KILLS times (100), queue a million URLs
	@KILLS=$${KILLS:-100} scripts/check-fetch $(BIN)

.PHONY: report check-report screenshots

report: out/report/index.html  ## make the pages of a report in out/report

out/report/index.html: out/run.json $(BIN)
	$(BIN) report --output $(dir $<) --quiet
	@touch $@

check-report: out/run.json $(BIN)  ## look at the report with a headless browser
	@scripts/check-report $(BIN) out

screenshots: out/run.json $(BIN)  ## make the pictures of docs/report.md
	@scripts/check-report --screenshots docs $(BIN) out

bench:  ## measure speed, as ratios
	@scripts/bench

fuzz:  ## look for crashes, for FUZZ_SECONDS each (60)
	@scripts/fuzz $${FUZZ_SECONDS:-60}

docs: $(BIN)  ## make the manual page, the completions and the generated documents
	@scripts/docs $(BIN)

# The stages one by one, a file for each page: the same work as `make run`, for who wants to look in between.
extract: $(NAMES:%=build/documents/%.jsonl)  ## pages to documents
normalize: $(NAMES:%=build/observations/%.jsonl)  ## documents to observations
load: build/datasets/datapackage.json  ## observations to datasets

# Who speaks on a page, as pipeline.json has it.
STATISTICS := luoning-communique yanchi-wrong-charset
MEDIA := yongxiu-gb18030 zhijiang-agriculture
REPRINT := jiangkou-news
tier = $(if $(filter $1,$(STATISTICS)),statistics,$(if $(filter $1,$(MEDIA)),media,$(if $(filter $1,$(REPRINT)),reprint,government)))

build/documents/%.jsonl: samples/%.html $(BIN)
	@mkdir -p $(@D)
	$(BIN) extract $< --tier $(call tier,$*) --output $@

build/observations/%.jsonl: build/documents/%.jsonl $(BIN)
	@mkdir -p $(@D)
	$(BIN) normalize $< --output $@

build/datasets/datapackage.json: $(NAMES:%=build/observations/%.jsonl)
	$(BIN) load $^ --documents $(NAMES:%=build/documents/%.jsonl) --output build/datasets
	@touch $@

clean:  ## remove all that was made
	rm -rf .build build out out.documents out.lock .out-* .venv
