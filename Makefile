# make run · make test · make coverage · make bench (see README.md)
PYTHON ?= python3
PORT ?= 8501
WORKERS ?= 1
VENV := .venv
BIN := $(VENV)/bin
# PIP because the one that comes with Python 3.11 takes twice as long; --no-compile because Python compiles what is
# imported when it is; --no-warn-conflicts because camel-tools misses camel-kenlm (LGPL), which is left out.
PIP := pip==26.3
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-compile
PYTEST := $(BIN)/pytest -n 2
PLAIN_TESTS := --ignore=tests/slow/browser --dist worksteal
# A file's tests share a server, so they stay in one process.
BROWSER_TESTS := tests/slow/browser --dist loadfile
# Each part's output is printed whole when the part has ended (make 4 or newer; older ones mix the lines).
TOGETHER := --no-print-directory --jobs 3 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
# Where the environment forbids to write bytecode, each process would compile all that it imports anew (2.9 s, not 0.8).
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test types plain-tests browser-tests coverage bench sbom mutate clean

run: $(VENV)/run.stamp data/build/CURRENT
	@echo "Alaqat: http://127.0.0.1:$(PORT)"
	@$(if $(filter 1,$(WORKERS)),$(BIN)/streamlit run app.py --server.port $(PORT),$(BIN)/python tools/serve_workers.py --port $(PORT) --workers $(WORKERS))

# The parts run side by side, since a browser test mostly waits and mypy is one process.
test: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@echo "Types, tests and browser tests run side by side for some minutes; each prints what it found at its end."
	@$(MAKE) $(TOGETHER) browser-tests types plain-tests

types: $(VENV)/test.stamp
	$(BIN)/mypy

plain-tests: $(VENV)/test.stamp
	$(PYTEST) $(PLAIN_TESTS)

# In processes of their own: Playwright leaves an event loop in the thread that others start one in.
browser-tests: $(VENV)/test.stamp
	$(PYTEST) $(BROWSER_TESTS)

coverage: $(VENV)/test.stamp
	$(PYTEST) $(PLAIN_TESTS) --cov --cov-report=
	$(PYTEST) $(BROWSER_TESTS) --cov --cov-append --cov-report=term:skip-covered

bench: $(VENV)/run.stamp
	@$(BIN)/python -m bench

mutate: $(VENV)/test.stamp
	$(BIN)/python tools/mutate_lines.py

sbom: $(VENV)/test.stamp
	$(BIN)/python tools/sbom.py alaqat.cdx.json

# Made only where there is none: a build never changes, `python -m alaqat build` makes the next one.
data/build/CURRENT: | $(VENV)/run.stamp
	$(BIN)/python -m alaqat build

$(VENV)/run.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Alaqat needs Python 3.11 or newer: make run PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) $(PIP)
	$(INSTALL) --progress-bar on --no-deps -r requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-models.txt requirements-login.txt requirements-dask.txt requirements-dev.txt requirements-ftm.txt
	$(INSTALL) --no-warn-conflicts -r requirements-models.txt -r requirements-login.txt -r requirements-dask.txt -r requirements-dev.txt
	$(INSTALL) --no-deps -r requirements-ftm.txt
	@touch $@

clean:
	rm -rf $(VENV) data/build
