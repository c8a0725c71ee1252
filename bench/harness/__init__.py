"""Load benchmark of Krait and its peers: `python3 bench/run.py wsgi`. Standard library only."""
