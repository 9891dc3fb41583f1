# Each target hands over to deploy/start.py, which needs nothing but Python. Without make: python deploy/start.py run

PYTHON ?= python3

.PHONY: help run test test-fast bench lint lock reset-demo
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

run: ## Install, prepare and serve on 127.0.0.1:8000 (PORT=, HOST=, DATABASE_URL=, SITE_URL=, DEMO=)
test: ## Run everything: SQLite, PostgreSQL, browser
test-fast: ## Run the quick tests: SQLite, no browser
bench: ## Measure the pages for many rows, as ratios: bench/results.md
lint: ## Check style and format
lock: ## Compile requirements*.in into requirements*.txt
reset-demo: ## Make the demo database anew, with new passwords

run test test-fast bench lint lock reset-demo:
	@command -v $(PYTHON) >/dev/null || { echo "Python belum ada. Ketik: sudo apt install python3 python3-venv (Python is missing)." >&2; exit 2; }
	@$(PYTHON) deploy/start.py $@
