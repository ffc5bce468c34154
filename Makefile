# Two commands do everything, set-up included: make demo, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.PHONY: demo test test-browser test-spark fuzz crashes losses clocks elsewhere releases bench lock bundle clean
.DELETE_ON_ERROR:

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m forensics.engines.fast.setup
	$(BIN)/python -m forensics.findings.setup
	$(BIN)/python -m compileall -q forensics
	touch $@

demo: .venv/ready
	$(BIN)/rmqf analyze sample_traces/S-5.3.1-s1/input.tar.zst

test: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadgroup

# The HTML report in headless Chromium, which must be there: it is the one tool that does not come from the lock file.
test-browser: .venv/ready
	$(BIN)/pytest tests/in_browser.py

.venv/spark: .venv/ready requirements-spark.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-spark.lock
	touch $@

# Reading, replay and rules on a Spark cluster of two workers, started here; Java 17 must be there.
test-spark: .venv/spark
	$(BIN)/pytest -s tests/spark_runs.py

# Changes inputs of every reader for SECONDS, guided by coverage; what it finds is written to tests/corpus and is a test from then on.
SECONDS ?= 300
fuzz: .venv/ready
	$(BIN)/python tests/fuzz.py --seconds $(SECONDS)

# Kills ingest so often, at random moments, and compares what the next run makes of it.
CRASHES ?= 300
crashes: .venv/ready
	CRASHES=$(CRASHES) $(BIN)/pytest -s tests/test_crashes.py -k killed

# Tries the laws of verdicts on every trace, its proofs line by line; then loses evidence of them so often, as it is lost in life, and
# prints the seed of each loss after which a verdict overreaches.
LOSSES ?= 10000
losses: .venv/ready
	EVERY_PROOF=1 $(BIN)/pytest -n 2 tests/test_laws.py
	$(BIN)/python tests/long_losses.py --losses $(LOSSES)

# Makes each clock of each sample trace be off in every way, and prints the verdicts that overreach; SHARE of them, the same ones each time.
SHARE ?= 1
clocks: .venv/ready
	$(BIN)/python tests/clock_shifts.py --share $(SHARE)

# Gives topics, groups, brokers and clusters of each sample trace other names, and its logs other days, and prints what is concluded
# otherwise.
TIMES ?= 1
elsewhere: .venv/ready
	$(BIN)/python tests/elsewhere.py --times $(TIMES)

# Starts every published release for a moment, with Maven and Java, and says which release its logs are found to be of.
releases: .venv/ready
	$(BIN)/python tests/releases/run.py

# Measures on a bundle of so many MEGABYTES how fast logs are read, beside other tools, then an application's log, what starting costs,
# how soon the first findings of 1 GB are there, how fast a case is replayed and judged and how that grows, and how fast a store is
# read; the ratios count, not the machine.
MEGABYTES ?= 1024
bench: .venv/ready
	$(BIN)/python tests/benchmarks/ingest.py $(MEGABYTES)
	$(BIN)/python tests/benchmarks/applications.py
	$(BIN)/python tests/benchmarks/start.py
	$(BIN)/python tests/benchmarks/first.py
	$(BIN)/python tests/benchmarks/replay.py
	$(BIN)/python tests/benchmarks/storms.py
	$(BIN)/python tests/benchmarks/store.py
	$(BIN)/python tests/benchmarks/memory.py 256 1024

# Resolves the versions anew and writes them with their hashes; the lock names no index.
lock:
	uv pip compile pyproject.toml --extra dev --extra fast --universal --python-version 3.11 --generate-hashes --no-header -o requirements.lock
	uv pip compile pyproject.toml --extra spark --universal --python-version 3.11 --generate-hashes --no-header -c requirements.lock -o requirements-spark.lock

# What a host without network installs from: the wheel, and the wheels of all it needs, by the hashes of the lock.
bundle: .venv/ready
	rm -rf dist
	$(BIN)/python -m hatchling build -t wheel -d dist/bundle
	$(BIN)/python -m pip download --quiet --require-hashes --only-binary :all: -r requirements.lock -d dist/bundle

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz dist
