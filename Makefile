# The commands of the project; `make help` lists them.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build test lint bench soak frames authority feeds pictures asciinema clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-20s %s\n", $$1, $$2 }'

run: build ## build and open the desk on an ordinary day of the fixture city (SPEED=10 FROM=08:30)
	@scripts/demo

build: ## build the static release: .build/command-center
	@scripts/prepare build
	@scripts/build

test: ## run all tests
	@scripts/prepare test
	@swift test --no-color-diagnostics --disable-xctest

lint: ## check the layout of the sources
	@scripts/lint

bench: ## run the benchmarks
	@scripts/prepare test
	@Benchmarks/run

soak: ## run the long stress of the journal
	@scripts/prepare test
	@scripts/soak

frames: ## write the tests' expected frames anew
	@REWRITE_FRAMES=1 swift test --no-color-diagnostics --disable-xctest --filter DeskTests

authority: ## write docs/authority.md anew
	@REWRITE_AUTHORITY=1 swift test --no-color-diagnostics --disable-xctest --filter AuthorityTableTests

feeds: ## write the fixture feeds anew
	@scripts/feeds

pictures: ## make the pictures of README.md and docs/manual.md anew (RECORD=FILE.cast keeps the recording)
	@scripts/prepare test
	@scripts/build
	@swift build --no-color-diagnostics --product Bench
	@scripts/pictures

asciinema: ## have the real asciinema dump and play a recording (RECORD=FILE.cast)
	@scripts/asciinema "$(RECORD)"

clean: ## remove what was built
	@rm -rf .build
