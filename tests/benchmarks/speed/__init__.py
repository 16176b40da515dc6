"""How fast shapelint is, as ratios to other tools in one run: `python -m tests.benchmarks.speed`."""
