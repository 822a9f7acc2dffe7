"""Checks that every way to compute the first layer walks the dense trajectory: five training steps.

    /usr/bin/python3 check_variants.py
"""

import argparse

from networks import PairSum
from step import SHAPES, build

STEPS = 5


def losses(shape, kind, embedding="-", foreach=False):
    names = ("batch", "inputs", "hidden", "outputs", "model", "loss", "bias")
    options = dict(zip(names, shape), input=kind, embedding=embedding, foreach=foreach)
    step = build(argparse.Namespace(**options))
    return [step().item() for _ in range(STEPS)]


def main():
    for shape in SHAPES:
        expected = losses(shape, "dense")
        for embedding in PairSum.VARIANTS:
            for foreach in (False, True):
                got = losses(shape, "embedding", embedding, foreach)
                worst = max(abs(a - b) / abs(a) for a, b in zip(expected, got))
                assert worst < 1e-4, (shape, embedding, foreach, expected, got)
        print(shape, "ok", expected)


if __name__ == "__main__":
    main()
