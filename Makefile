# `make` alone prints the list of commands. Everything is installed into .venv, in this folder.

# macOS: where Homebrew keeps the libraries that write the printed sheets.
ifeq ($(shell uname),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib
endif
BIN := $(RUN) .venv/bin

# Tests run on all cores; those that share something costly stay together (tests/conftest.py).
CORES := -n auto --maxprocesses 4 --dist loadscope

# .venv is ready when this file is newer than what it was made from and names this folder:
# a .venv does not survive a move.
READY := .venv/.ready
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

.DEFAULT_GOAL := help
.PHONY: help build serve check test test-all lint bench windows-zip setup system-print system-test clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

build: system-print ## read playbook.yaml, write the handbook, the sheets and the quizzes
	$(BIN)/playbook build

serve: system-print ## show the handbook in the browser; saved changes show at once
	$(BIN)/playbook serve

check: setup ## only read playbook.yaml and say what is wrong in it
	$(BIN)/playbook check

test: system-test lint ## lint, then every test but the slow ones
	$(BIN)/pytest tests $(CORES) -m "not slow"

test-all: system-test lint ## lint, then every test: every sheet in every viewer
	$(BIN)/pytest tests $(CORES)

lint: setup ## style, types and which part may use which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: system-print ## measure how long an owner waits; BASE=revision compares
	$(BIN)/python -m benchmarks --base "$(BASE)"

windows-zip: setup ## make dist/service-playbook-windows.zip, which needs no installing; PYTHON_ZIP=file if you have it
	.venv/bin/python -m tools.windows_zip $(if $(PYTHON_ZIP),--python "$(PYTHON_ZIP)")

setup: $(READY) ## make .venv, if it is not up to date
	@:

$(READY): pyproject.toml uv.lock tools/setup_python.sh
	@tools/setup_python.sh

system-print: setup ## look for the system libraries the printed sheets need
	@tools/system_libraries.sh print

system-test: setup ## look for those, and for what the tests need
	@tools/system_libraries.sh test

clean: ## remove .venv and the tools' caches; what was built stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
