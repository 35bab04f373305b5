# The scripts install what is missing, into the user's cache folder and not into this one.
.PHONY: serve build single-file test test-all lint fuzz bench bench-browser bench-big lighthouse big-package clean

serve: ## Builds a release and serves it at http://127.0.0.1:8080; PORT=9000 make serve elsewhere
	@.ci/serve

build: ## Writes dist/, which works from any folder of any static host
	@.ci/build

single-file: ## Writes dist-single/forum-explorer.html, one file that opens from disk without a network
	@.ci/single-file

test: ## Runs all tests, those in a real browser too: Chromium, and Firefox and WebKit where installed
	@.ci/test

test-all: ## The same, and installs all three engines
	@.ci/test all

lint: ## Formatting, clippy and rustdoc, with warnings as errors
	@.ci/lint

EACH ?= 600

fuzz: ## Gives each way in what nobody would write, for EACH seconds
	@.ci/fuzz "$(EACH)"

bench: ## Measures the core
	@.ci/setup rust
	@cargo bench --locked --no-default-features

bench-browser: ## Measures the page in Chromium, beside the same work done with crossfilter2
	@.ci/bench-browser

bench-big: ## The same with registers of a thousand to a million rows
	@.ci/bench-browser big

lighthouse: ## What Lighthouse says of the page on a phone, in both languages
	@.ci/bench-browser lighthouse

ROWS ?= 1000000
OUT ?= target/big-package

big-package: ## Writes an invented package with ROWS rows into the folder OUT
	@.ci/setup rust
	@cargo run --quiet --locked --no-default-features --bin big-package -- "$(ROWS)" public/data public/map/world.txt "$(OUT)"

clean: ## Removes what the build wrote
	@rm -rf dist dist-single target/style
	@cargo clean
