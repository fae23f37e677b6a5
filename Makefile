# Every target makes what it needs: Python 3.11 or newer, make and pip are enough.
PYTHON ?= python3
PORT ?= 8700
BIN := .venv/bin
# The tests start many processes: what was compiled once is kept, also where the machine says otherwise.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help demo test install check lock clean

help: ## Show what there is to do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

demo: .venv/demo ## Start the pretend Slack with the bot and a seeded practice, on http://127.0.0.1:8700 (PORT= changes it)
	@$(BIN)/python -m bot demo --port $(PORT)

# One process more than there are cores: many tests wait, for a browser, a server or another process.
test: .venv/test ## Run all tests, on SQLite and on a real PostgreSQL
	@$(BIN)/python -m pytest -n $$($(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)') $(ARGS)

install: .venv/demo ## Make .venv/bin/rounds, to serve a real workspace
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .

check: .venv/check ## Run the style, type and import checks
	@bash .ci/run style types imports

lock: ## Write the lock files anew from pyproject.toml (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q --upgrade pyproject.toml --extra demo -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml --extra demo --group test -c requirements.txt -o requirements-test.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml --extra demo --group test --group lint -c requirements-test.txt -o requirements-lint.txt

clean: ## Remove what make and the demo have made
	rm -rf .venv .demo data build *.egg-info

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit("Rounds needs Python 3.11 or newer; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/demo: requirements.txt | .venv/made
	@echo "Installing what the demo needs (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test: requirements-test.txt | .venv/made
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@ .venv/demo

.venv/check: requirements-lint.txt | .venv/made
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lint.txt
	@touch $@ .venv/test .venv/demo
