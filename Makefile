# `make run` and `make test` set up what they need: a virtual environment beside the code, then the thing itself.

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3
DATA ?= .data
PICTURES ?= pictures
# Tests of one file stay together, one process a core.
SPREAD ?= -n auto --dist loadfile
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
QML_CHECKS := --max-warnings 0 --unused-imports warning --multiline-strings warning
ifdef PYTHON
PYTHONS := $(PYTHON)
endif

# What was set up elsewhere (the folder was moved), or for a Python that is gone, is set up again.
WORKS := $(shell $(PY) -c 'print("yes")' 2>/dev/null)
PLACE := $(shell cat $(READY) 2>/dev/null)
ifneq ($(WORKS) $(PLACE),yes $(CURDIR))
$(READY): AGAIN
endif

.PHONY: help run test lint lint-form lint-code lint-types lint-qml format bench torture tour clean AGAIN
help:
	@echo 'make run     open the full-screen kiosk of a zone: make run [ZONE=living-room] [WINDOWED=1] [DATA=.data]'
	@echo 'make test    every check: format, lint, types, QML, then the tests [ARGS="tests/store -k disk"]'
	@echo 'make lint    every check but the tests'
	@echo 'make format  bring the code into its form'
	@echo 'make tour    a picture of every screen in pictures/ [PICTURES=DIR] [ZONE=living-room]'
	@echo 'make bench   how fast and how small, measured here'
	@echo 'make torture kill the writer, cut the line, copy disks… for long [ARGS="--minutes 60 --kills 10000"]'
	@echo 'make clean   remove what was set up and made; recordings in .data stay'

run: $(READY)
	@$(PY) -m kiosk run --data '$(DATA)' $(if $(ZONE),--zone '$(ZONE)') $(if $(WINDOWED),--windowed)

# All that is wrong comes out in one go: a check that fails holds up neither the others nor the tests.
test: $(READY)
	@failed=; $(MAKE) --no-print-directory -k lint || failed=yes; \
	echo '$(PY) -m pytest $(SPREAD) $(ARGS)'; $(PY) -m pytest $(SPREAD) $(ARGS) || exit $$?; \
	if [ "$$failed" ]; then echo 'The tests pass, but a check before them did not: `make lint` shows it.' >&2; exit 1; fi

lint: lint-form lint-code lint-types lint-qml
lint-form: $(READY)
	$(PY) -m ruff format --check .
lint-code: $(READY)
	$(PY) -m ruff check .
lint-types: $(READY)
	$(PY) -m mypy kiosk sync bench tests
lint-qml: $(READY)
	find '$(CURDIR)/kiosk' -name '*.qml' -exec $(VENV)/bin/pyside6-qmllint $(QML_CHECKS) {} +

format: $(READY)
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: $(READY)
	$(PY) -m bench $(ARGS)

torture: $(READY)
	$(PY) tests/torture.py $(ARGS)

tour: $(READY)
	$(PY) -m kiosk tour --out '$(PICTURES)' $(if $(ZONE),--zone '$(ZONE)')

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info build dist pictures
	find kiosk sync tests bench -name __pycache__ -prune -exec rm -rf {} +

$(READY): pyproject.toml
	@set -e; \
	if [ '$(WORKS)' != yes ] || [ -n '$(PLACE)' -a '$(PLACE)' != '$(CURDIR)' ]; then \
	  found= bare=; \
	  for python in $(PYTHONS); do \
	    $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null || continue; \
	    if $$python -c 'import ensurepip, venv' 2>/dev/null; then found=$$python; break; fi; \
	    bare=$${bare:-$$python}; \
	  done; \
	  if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	    package=$$($$bare -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	    echo "$$bare has no venv module: run \`sudo apt install $$package\` and try again." >&2; exit 1; \
	  fi; \
	  if [ -z "$$found" ]; then \
	    echo "No Python 3.11 to 3.14 was found: install one, or name it like \`make run PYTHON=/path/to/python3.12\`." >&2; exit 1; \
	  fi; \
	  echo "Setting up $(VENV) with $$($$found --version): once, some 800 MB, a few minutes." >&2; \
	  $$found -m venv --clear $(VENV); \
	fi; \
	$(PY) -m pip install --disable-pip-version-check $(if $(CI),--quiet) -e '.[dev]' || { \
	  echo 'The packages could not be installed: this needs the internet once. The lines above say what went wrong.' >&2; exit 1; }; \
	printf '%s\n' '$(CURDIR)' > $(READY)
