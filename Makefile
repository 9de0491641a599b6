# Two commands are enough: make site, make test. Without make, the command `guide` does the same (see README.md).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: site pdf offline preview report links test bench check accessibility changed schema addresses lock clean help
site: $(VENV)/.site $(VENV)/.browser ## build the whole site into site/
	@$(BIN)/guide site

pdf: $(VENV)/.pdf $(VENV)/.browser ## build the site, with the whole Guide as a PDF too (minutes)
	@$(BIN)/guide pdf

offline: $(VENV)/.site $(VENV)/.browser ## build the site as an archive that opens from a folder, dist/site-offline.zip
	@$(BIN)/guide offline

preview: $(VENV)/.site $(VENV)/.browser ## serve the site and follow every change
	@$(BIN)/guide preview

bench: $(VENV)/.test site ## measure how fast everything is (minutes; LARGE=1: 5,000 cases too; KEEP=1: renew bench/kept.json)
	@$(BIN)/python bench/build.py $(if $(LARGE),--large) $(if $(KEEP),--keep)
	@$(BIN)/python bench/finder.py
	@$(BIN)/python bench/pages.py

check: $(VENV)/.site ## check the data (CHECK="--lang fr" and other options of guide check)
	@$(BIN)/guide check $(CHECK)

report: $(VENV)/.site ## what is complete, and what to look at again (REPORT="--format markdown")
	@$(BIN)/guide report $(REPORT)

links: $(VENV)/.site ## visit the addresses of sources (never in a pull request)
	@$(BIN)/guide links

changed: $(VENV)/.site ## check what the last commit changed, as annotations of a pull request
	@git diff --name-only -z --diff-filter=d HEAD^1 HEAD -- guide_data docs | xargs -0 -r $(BIN)/guide check --format github

test: $(VENV)/.test $(VENV)/.pdf $(VENV)/.markup ## run all tests, in a browser too
	@$(BIN)/guide test

accessibility: $(VENV)/.test $(VENV)/.markup ## test the accessibility, and renew what the statement says of it
	@$(BIN)/guide test --accessibility

schema: $(VENV)/.site ## write guide_data/schema/ from the models
	@$(BIN)/guide schema

addresses: $(VENV)/.site ## add new addresses to the ledger guide_data/addresses.yml
	@$(BIN)/guide addresses

lock: $(VENV)/.lock ## renew requirements/*.txt
	@$(BIN)/guide lock

clean: ## delete what was made
	rm -rf $(VENV) .cache node_modules dist site .site.new .site.old

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 / Il faut Python 3.11 ou plus récent." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Install Python's venv module (Debian: apt-get install python3-venv). / Installez le module venv de Python." >&2; exit 1; }

# Each mark says which locked file is installed; a newer file installs anew.
$(VENV)/.site: requirements/site.txt pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test $(VENV)/.lock $(VENV)/.pdf: $(VENV)/.%: requirements/%.txt $(VENV)/.site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@

# Python for the browser, for the form. Without npm this says so, and everything else goes on.
$(VENV)/.browser: package-lock.json requirements/browser.txt $(VENV)/.site
	@if $(BIN)/guide browser; then touch $@; fi

# The checker of the HTML standard (it needs npm, and Java to run). Without it its one test is left out, but not in continuous integration.
$(VENV)/.markup: package-lock.json $(VENV)/.browser
	@if command -v npm >/dev/null; then npm ci --silent; fi
	@touch $@
