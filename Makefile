# Two commands do all the set-up: `make site` builds the sample catalog, `make test` runs the whole check.
# `make check` is for every commit: all of it but the tests that take long, most of them in a browser.
# Both make an isolated environment in .venv; nothing else on the machine is changed, except that missing Debian packages
# (python3-venv; for the tests also chromium) are installed where that is possible.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve test check clean

site: .venv/site.stamp
	$(BIN)/sitegen build

serve: .venv/site.stamp
	$(BIN)/sitegen serve

LONG := site reviewing test_wheel.py docs/test_tutorial.py badges/test_page_engine.py hostile/test_endurance.py \
	search/test_page.py search/test_twins.py search/test_faults.py submissions/test_killed.py submissions/test_killed_commands.py
LONG := $(addprefix tests/,$(LONG))
PYTEST := $(BIN)/pytest -n auto --dist worksteal

test: check chromium
	@$(PYTEST) $(LONG) > .venv/tests.log 2>&1 || { cat .venv/tests.log; exit 1; }

check: .venv/test.stamp
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache > .venv/imports.log || { cat .venv/imports.log; exit 1; }
	@$(BIN)/sitegen check --strict --quiet
	@$(BIN)/sitegen schema --check --quiet
	@$(PYTEST) $(addprefix --ignore=,$(LONG)) > .venv/tests.log 2>&1 || { cat .venv/tests.log; exit 1; }

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "sitegen needs Python 3.11 or later."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || tools/debian-packages python3-venv
	$(PYTHON) -m venv .venv

.venv/site.stamp: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/test.stamp: .venv/bin/python pyproject.toml requirements-test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[fast]' -r requirements-test.txt
	@touch $@ .venv/site.stamp

.PHONY: chromium
chromium:
	@command -v chromium > /dev/null || command -v chromium-browser > /dev/null || tools/debian-packages chromium

clean:
	rm -rf .venv public .public.next .public.last .sitegen
