"""Times GaussianHMM.fit of hmmlearn 0.3 on the rows and starts that HmmBenchmark writes, one thread.

hmmlearn itself is not used: this does the same steps with the same NumPy and SciPy calls (density by
scipy.linalg, second moments by one einsum over posteriors and rows), and its C++ kernels for the forward
and backward passes and the expected transitions, on logarithms, are written in C here, compiled by gcc -O3.

    numpy,1,<wall_ms>,<cpu_ms>,<log_likelihood>

The last number is the sum over the fits of the last log-likelihood. --summary prints medians and ratios of
the lines of both programs.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import collections
import ctypes
import statistics
import subprocess
import tempfile
import time

import numpy
from scipy import linalg

KERNELS = r"""
#include <math.h>

static double log_sum_exp(const double *v, int n) {
  double most = v[0], sum = 0;
  for (int i = 1; i < n; i++) if (v[i] > most) most = v[i];
  if (isinf(most)) return most;
  for (int i = 0; i < n; i++) sum += exp(v[i] - most);
  return most + log(sum);
}

double forward(const double *start, const double *moves, const double *b, int rows, int n, double *a) {
  double terms[n];
  for (int j = 0; j < n; j++) a[j] = start[j] + b[j];
  for (int t = 1; t < rows; t++)
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) terms[i] = a[(t - 1) * n + i] + moves[i * n + j];
      a[t * n + j] = log_sum_exp(terms, n) + b[t * n + j];
    }
  return log_sum_exp(a + (rows - 1) * n, n);
}

void backward(const double *moves, const double *b, int rows, int n, double *back) {
  double terms[n];
  for (int i = 0; i < n; i++) back[(rows - 1) * n + i] = 0;
  for (int t = rows - 2; t >= 0; t--)
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) terms[j] = moves[i * n + j] + b[(t + 1) * n + j] + back[(t + 1) * n + j];
      back[t * n + i] = log_sum_exp(terms, n);
    }
}

void transitions(const double *a, const double *moves, const double *back, const double *b, int rows, int n,
                 double total, double *counts) {
  for (int c = 0; c < n * n; c++) counts[c] = -INFINITY;
  for (int t = 0; t < rows - 1; t++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) {
        double x = a[t * n + i] + moves[i * n + j] + b[(t + 1) * n + j] + back[(t + 1) * n + j] - total;
        double y = counts[i * n + j];
        if (x == -INFINITY) continue;
        counts[i * n + j] = y == -INFINITY ? x : fmax(x, y) + log1p(exp(-fabs(x - y)));
      }
}
"""


def compiled():
    folder = tempfile.mkdtemp()
    source, library = folder + "/kernels.c", folder + "/kernels.so"
    with open(source, "w") as out:
        out.write(KERNELS)
    subprocess.run(["gcc", "-O3", "-shared", "-fPIC", "-o", library, source, "-lm"], check=True)
    kernels = ctypes.CDLL(library)
    kernels.forward.restype = ctypes.c_double
    return kernels


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)


def log_density(x, means, covariances):
    width = x.shape[1]
    columns = []
    for mean, covariance in zip(means, covariances):
        try:
            factor = linalg.cholesky(covariance, lower=True)
        except linalg.LinAlgError:
            factor = linalg.cholesky(covariance + 1e-7 * numpy.eye(width), lower=True)
        solved = linalg.solve_triangular(factor, (x - mean).T, lower=True).T
        determinant = 2 * numpy.log(numpy.diagonal(factor)).sum()
        columns.append(-0.5 * (width * numpy.log(2 * numpy.pi) + (solved**2).sum(axis=1) + determinant))
    return numpy.ascontiguousarray(numpy.transpose(columns))


def fit(kernels, runs, start, moves, means, covariances, iterations):
    """The last log-likelihood; parameters are updated in place of what they were."""
    n, width = means.shape
    for _ in range(iterations):
        with numpy.errstate(divide="ignore"):
            log_start, log_moves = numpy.log(start), numpy.log(moves)
        likelihood = 0
        starts, counts, post = numpy.zeros(n), numpy.zeros((n, n)), numpy.zeros(n)
        first, second = numpy.zeros((n, width)), numpy.zeros((n, width, width))
        for x in runs:
            b = log_density(x, means, covariances)
            a, back, log_counts = numpy.empty_like(b), numpy.empty_like(b), numpy.empty((n, n))
            rows = len(x)
            total = kernels.forward(pointer(log_start), pointer(log_moves), pointer(b), rows, n, pointer(a))
            kernels.backward(pointer(log_moves), pointer(b), rows, n, pointer(back))
            gamma = a + back
            gamma = numpy.exp(gamma - gamma.max(axis=1, keepdims=True))
            gamma /= gamma.sum(axis=1, keepdims=True)
            kernels.transitions(
                pointer(a), pointer(log_moves), pointer(back), pointer(b), rows, n,
                ctypes.c_double(total), pointer(log_counts),
            )
            likelihood += total
            starts += gamma[0]
            counts += numpy.exp(log_counts)
            post += gamma.sum(axis=0)
            first += gamma.T @ x
            second += numpy.einsum("ij,ik,il->jkl", gamma, x, x)
        start = numpy.where(start == 0, 0, starts)
        start = start / start.sum()
        moves = numpy.where(moves == 0, 0, counts)
        moves = moves / moves.sum(axis=1, keepdims=True)
        means = first / post[:, None]
        outer = numpy.einsum("ki,kj->kij", first, means)
        spread = second - outer - outer.transpose(0, 2, 1) + numpy.einsum("k,ki,kj->kij", post, means, means)
        covariances = (0.01 + spread) / post[:, None, None]
    return likelihood


def read(file):
    numbers = numpy.fromfile(file, dtype=">f8").astype(float)
    runs, rows, width, count = numbers[:4].astype(int)
    at = 4 + runs * rows * width
    data = list(numbers[4:at].reshape(runs, rows, width))
    starts = []
    for _ in range(count):
        n = int(numbers[at])
        at += 1
        parameters = []
        for shape in ((n,), (n, n), (n, width), (n, width, width)):
            size = int(numpy.prod(shape))
            parameters.append(numbers[at : at + size].reshape(shape).copy())
            at += size
        starts.append(parameters)
    return data, starts


def summary(file):
    rounds = collections.defaultdict(list)
    for line in open(file):
        program, threads, *numbers = line.strip().split(",")
        rounds[program, int(threads)].append([float(number) for number in numbers])
    medians = {case: [statistics.median(column) for column in zip(*lines)] for case, lines in rounds.items()}
    base = medians["numpy", 1]
    print("| program | threads | wall s | CPU s | wall ratio | CPU ratio | log-likelihood |")
    print("|---|---|---|---|---|---|---|")
    for (program, threads), (wall, cpu, likelihood) in medians.items():
        print(
            f"| {program} | {threads} | {wall / 1e3:.2f} | {cpu / 1e3:.2f} | {base[0] / wall:.2f} "
            f"| {base[1] / cpu:.2f} | {likelihood:.4f} |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--iterations", type=int, default=32)
    parser.add_argument("--summary", action="store_true")
    o = parser.parse_args()
    if o.summary:
        summary(o.file)
        return
    kernels = compiled()
    runs, starts = read(o.file)
    wall, cpu = time.perf_counter(), time.process_time()
    total = sum(fit(kernels, runs, *parameters, o.iterations) for parameters in starts)
    wall, cpu = (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3
    print(f"numpy,1,{wall:.1f},{cpu:.1f},{total:.4f}")


if __name__ == "__main__":
    main()
