# The same commands for people and for CI. `make run` and `make test` set up what is missing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := build/store
DECISIONS := data/identity/decisions.csv
ROOT_APT := $(shell [ "$$(id -u)" = 0 ] && command -v apt-get)

.PHONY: run test check bench browser clean help

help: ## what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: $(VENV)/ready ## build the graph of data/articles, check it, take the tour, write the exports to build/
	@mkdir -p build
	@rm -rf $(STORE)
	@$(BIN)/hbtgraph --store $(STORE) --decisions $(DECISIONS) add data/articles/*.txt
	@$(BIN)/hbtgraph --store $(STORE) validate
	@$(BIN)/hbtgraph --store $(STORE) tour --article hai-ba-trung-2022-viet-lai
	@$(BIN)/hbtgraph --store $(STORE) export all -o build/exports

test: $(VENV)/ready browser ## set up what is missing and pass every test
	@$(BIN)/python -m pytest

check: $(VENV)/ready ## lint, format, types, import contracts, docs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python scripts/docs.py --check

bench: $(VENV)/bench-ready ## measure (see bench/README.md)
	@$(BIN)/python bench/extraction.py
	@$(BIN)/python bench/whole.py
	@$(BIN)/python bench/identity.py
	@$(BIN)/python bench/growth.py
	@$(BIN)/python bench/persons.py
	@$(BIN)/python bench/memory.py

# The browser tests want a Chromium. Where we are root on Debian it comes from apt; elsewhere the tests
# skip and say how to get one.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || [ -z "$(ROOT_APT)" ] || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }

$(VENV)/ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("hbtgraph: cần Python 3.11 trở lên | Python 3.11 or newer is needed; try: make PYTHON=python3.11 run" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/bench-ready: bench/requirements.txt $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	@touch $@

clean: ## remove what was made
	rm -rf build dist $(VENV)
