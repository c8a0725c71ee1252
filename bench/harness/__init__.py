"""Benchmarks of Krait and its peers: `python3 bench/run.py`. Standard library only."""
