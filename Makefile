# Everything a person does with a checkout; `make help` lists it. Needs only make and Python 3.11 or later.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet install
RUN_READY := $(VENV)/.ready-run
DEV_READY := $(VENV)/.ready-dev
CANDIDATES := $(PYTHON) python3 python3.11 python3.12 python3.13 python3.14 python
COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --generate-hashes --no-header
UV ?= $(firstword $(wildcard $(BIN)/uv) uv)

.DEFAULT_GOAL := help
.PHONY: help run demo setup test check bench pictures lock clean

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: $(RUN_READY)  ## open the program on the default database
	@$(BIN)/sscb

demo: $(RUN_READY)  ## open a throwaway database filled with fictional cases
	@$(BIN)/sscb demo

setup: $(DEV_READY)  ## build .venv with everything a developer needs

test: $(DEV_READY)  ## run the whole suite on two cores
	$(BIN)/python -m pytest -q -n 4 --dist worksteal

check: $(DEV_READY)  ## format, lint, types, layers and tests: what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test

bench: $(DEV_READY)  ## measure against bare Textual and bare SQLite; writes bench/results.json
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m bench

pictures: $(DEV_READY)  ## draw the screens for the README into docs/pictures
	$(BIN)/python -m bench.pictures

lock:  ## write the lock files anew (needs uv)
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group build --group dev --constraint requirements.lock --no-annotate --output-file requirements-dev.lock

clean:  ## remove everything that can be made again
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@for python in $(CANDIDATES); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making $(VENV) with $$python"; exec "$$python" -m venv $(VENV); \
	  fi; \
	done; echo "Python 3.11 or later was not found; name one with: make PYTHON=/path/to/python" >&2; exit 1

$(RUN_READY): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_READY): requirements-dev.lock $(RUN_READY)
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
