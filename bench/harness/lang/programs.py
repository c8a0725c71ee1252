"""The programs, and sizes under which CPython 3.11 takes a second or a little more."""

from __future__ import annotations

from .model import Program

_SIZES = {
    "binary_trees": 15,
    "chaos": 140_000,
    "chess_moves": 3,
    "deltablue": 35_000,
    "dijkstra": 560,
    "fannkuch": 10,
    "fasta": 400_000,
    "float_points": 1_200_000,
    "game_of_life": 6_000,
    "go_player": 11,
    "hexiom": 8,
    "json_parser": 28_000,
    "k_nucleotide": 1_000_000,
    "levenshtein": 450,
    "lru_cache": 1_800_000,
    "lz77": 850_000,
    "mandelbrot": 700,
    "markov_chain": 3_200_000,
    "matrix_multiplication": 165,
    "meteor_contest": 140,
    "n_queens": 12,
    "nbody": 300_000,
    "pidigits": 5_500,
    "raytrace": 250,
    "regex_matcher": 650,
    "richards": 300_000,
    "sha256": 600_000,
    "sieve": 3_500_000,
    "spectral_norm": 460,
    "sudoku": 16,
    "telco": 2_300_000,
    "tokenizer": 18_000,
    "vm_interpreter": 11_000,
}
_LOOPS = {
    "collatz": 200_000,
    "divisors": 3_500,
    "fibonacci": 25_000_000,
    "products": 800_000,
    "triples": 10_000,
}

ALL: tuple[Program, ...] = (
    *(Program(name, "conformance/programs", size) for name, size in _SIZES.items()),
    *(Program(name, "bench/lang/loops", size, loop=True) for name, size in _LOOPS.items()),
)


def named(names: str) -> tuple[Program, ...]:
    """The programs of a comma-separated list, or all for an empty one; `loops` stands for all the
    loops. Raises ValueError with the known names."""
    groups = {program.name: [program] for program in ALL}
    groups["loops"] = [program for program in ALL if program.loop]
    wanted = [name for name in names.split(",") if name]
    unknown = [name for name in wanted if name not in groups]
    if unknown:
        raise ValueError(f"no program is named {unknown[0]!r}; there are {', '.join(groups)}")
    return tuple(program for name in wanted for program in groups[name]) or ALL
