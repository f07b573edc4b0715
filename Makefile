# Giro: `make run` opens it on a demo company, `make test` runs the tests. Both make what they need.

# The newest Python that Giro supports; the fallback says in one sentence what is wrong with it.
SUITABLE = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	"$$p" -c '$(SUITABLE)' >/dev/null 2>&1 && { echo "$$p"; exit; }; done; echo python3)
BOOTSTRAP = $(PYTHON) scripts/bootstrap.py
TOOL = @$(BOOTSTRAP) tool
SCRIPT = @$(BOOTSTRAP) script

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench pictures lock erd translations clean

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS='	' read -r t d; do printf '  make %-13s %s\n' "$$t" "$$d"; done

run:  ## Open Giro on the demo company; more words in ARGS, as in make run ARGS="--as-of 2026-03-02"
	@$(BOOTSTRAP) run $(ARGS)

test:  ## Run all tests; more words for pytest in ARGS
	@$(BOOTSTRAP) test $(ARGS)

lint:  ## Check style, types, floors, migrations and translations
	$(TOOL) ruff check .
	$(TOOL) ruff format --check .
	$(TOOL) mypy --strict main.py cockpit models resources scripts
	$(TOOL) lint-imports --no-cache
	$(SCRIPT) scripts/check_migrations.py
	$(SCRIPT) scripts/make_translations.py --check

format:  ## Put the code into shape
	$(TOOL) ruff check --fix .
	$(TOOL) ruff format .

bench:  ## Measure against bare references
	$(SCRIPT) scripts/bench.py $(ARGS)

pictures:  ## Make the documents' pictures
	$(SCRIPT) scripts/make_pictures.py
	$(SCRIPT) scripts/make_team_pictures.py

erd:  ## Draw docs/erd.md from the mapped classes
	$(SCRIPT) scripts/make_erd.py

translations:  ## Bring the translation files up to date
	$(SCRIPT) scripts/make_translations.py

lock:  ## Renew the locked versions in constraints.txt
	@$(PYTHON) scripts/lock.py

clean:  ## Remove .venv and all caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
