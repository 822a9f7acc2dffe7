"""Times information by binning and by kernels, and the 14 weight statistics of a transformer, as the
formulas stand: NumPy (float64), one thread.

Binning: arXiv 1703.00810, 30 edges on [-1, 1], tuples told apart by numpy.unique. Kernels: both
bounds of arXiv 1706.02419 as used in Saxe et al. (ICLR 2018), by the inner-product form of distances
and log-sum-exp, for all inputs and within each class. Statistics: as in weight_statistics.py, in
PyTorch (float), on the matrices of the one-block transformer of arXiv 2301.05217 at p = 113.

    torch,<case>,<median_ms>,<min_ms>,<repeats>
"""

import argparse
import statistics
import time

import numpy
import torch

from weight_statistics import weight_statistics


def activations(rows, width):
    """tanh of sums of waves, the same as in InformationBenchmark."""
    i = numpy.arange(rows)[:, None]
    j = numpy.arange(width)[None, :]
    return numpy.tanh(2 * numpy.sin(0.001 * (i + 1) * (j + 1)) + numpy.cos(0.37 * i + j))


def unique_entropy(codes):
    rows = numpy.ascontiguousarray(codes).view(numpy.dtype((numpy.void, codes.dtype.itemsize * codes.shape[1])))
    _, counts = numpy.unique(rows, return_counts=True)
    p = counts / counts.sum()
    return -(p * numpy.log2(p)).sum()


def binning(h, labels):
    edges = numpy.linspace(-1, 1, 30)
    codes = edges[numpy.digitize(h.reshape(-1), edges) - 1].reshape(h.shape)
    total = unique_entropy(codes)
    within = sum((labels == c).mean() * unique_entropy(codes[labels == c]) for c in numpy.unique(labels))
    return total, total - within


def log_sum_exp(values):
    largest = values.max(axis=1)
    return largest + numpy.log(numpy.exp(values - largest[:, None]).sum(axis=1))


def bound(h, variance):
    squares = (h * h).sum(axis=1)
    distances = squares[:, None] + squares[None, :] - 2 * h @ h.T
    return numpy.log(len(h)) - log_sum_exp(-distances / (2 * variance)).mean()


def kernels(h, labels, variance=0.1):
    found = []
    for v in (variance, 4 * variance):
        total = bound(h, v)
        within = sum((labels == c).mean() * bound(h[labels == c], v) for c in numpy.unique(labels))
        found += [total, total - within]
    return found


def transformer_matrices():
    generator = torch.Generator().manual_seed(0)
    shapes = [(114, 128), (3, 128)] + 4 * [(128, 128)] + [(128, 512), (512, 128), (128, 113)]
    return [torch.randn(shape, generator=generator) / 11 for shape in shapes]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=4096)
    parser.add_argument("--width", type=int, default=100)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--clock", choices=("wall", "cpu"), default="cpu")
    o = parser.parse_args()
    torch.set_num_threads(1)
    h = activations(o.rows, o.width)
    labels = numpy.arange(o.rows) % 10
    matrices = transformer_matrices()
    now = time.thread_time if o.clock == "cpu" else time.perf_counter
    for case, work, repeat in (
        ("binning", lambda: binning(h, labels), o.repeat),
        ("kernels", lambda: kernels(h, labels), o.repeat),
        ("weightStatistics", lambda: weight_statistics(matrices, []), 10 * o.repeat),
    ):
        work()
        times = []
        for _ in range(repeat):
            begin = now()
            work()
            times.append((now() - begin) * 1e3)
        print(f"torch,{case},{statistics.median(times):.3f},{min(times):.3f},{repeat}")


if __name__ == "__main__":
    main()
