# Two commands matter: `make demo` and `make test`. Each does the set-up that it needs.

LISTEN ?= 127.0.0.1:8080
DATA ?= demo-data
STAGES ?=
PARTS ?=

.PHONY: help demo test build bench assets setup fmt

help:
	@echo 'make demo    build Netral and start it with demo data (LISTEN=$(LISTEN) DATA=$(DATA))'
	@echo 'make test    every check: format, lints, licences, tests on both engines, browser (STAGES="tidy clippy" for some)'
	@echo 'make build   the release program'
	@echo 'make bench   measure the release program (PARTS="import deadline" for some), see docs/benchmarks.md'
	@echo 'make assets  style sheets and scripts for the pages'
	@echo 'make fmt     format the Rust code'

demo: assets
	@scripts/demo '$(LISTEN)' '$(DATA)'

test:
	@scripts/test $(STAGES)

build: assets
	cargo build --release --locked -p netral

bench:
	@scripts/bench $(PARTS)

assets: setup
	@scripts/assets

setup:
	@scripts/setup build

fmt:
	cargo fmt --all
