"""Times the obvious 14 weight statistics and the obvious epsilon-rank, one thread.

Statistics: arXiv 2308.09543, Table 3, by the definitions of the code published with it, on the two
weight matrices of the D1 network (194 x 500 and 500 x 97, float); D1 has no biases, so --bias adds
some. The singular values are most of the cost and are timed apart as well.

epsilon-rank: the number of eigenvalues of M = A'A / n (double) above epsilon, A: [n, width] the
hidden activations on n probe inputs, timed with and without making the activations.

    torch,<case>,<median_ms>,<min_ms>,<steps>

Example:
    /usr/bin/python3 weight_statistics.py --repeat 50
"""

import argparse
import statistics
import time

import numpy
import torch

from networks import one_hot_pairs, random_pairs, seeded

EPSILONS = (1e-3, 1e-6, 1e-9)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("inputs", 194), ("hidden", 500), ("outputs", 97), ("probes", 1024)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--std", type=float, default=0.05, help="of the random weights")
    parser.add_argument("--bias", action=argparse.BooleanOptionalAction, default=False)
    parser.add_argument("--warmup", type=int, default=3)
    parser.add_argument("--repeat", type=int, default=30)
    return parser.parse_args()


def mean(values):
    return sum(values) / len(values)


def norms_and_traces(matrices):
    """The statistics per matrix that need no singular values, averaged over the matrices."""
    l1 = [w.abs().sum().item() for w in matrices]
    l2 = [w.square().sum().sqrt().item() for w in matrices]
    trace = [w.diagonal().sum().item() for w in matrices]
    ratio = [a / b for a, b in zip(l1, l2)]
    return {"l1": mean(l1), "l2": mean(l2), "code_sparsity": mean(ratio), "trace": mean(trace)}


def spectra(matrices):
    """The statistics of the singular values, averaged over the matrices."""
    singular = [torch.linalg.svdvals(w) for w in matrices]
    spectral = [s.max().item() for s in singular]
    kept = [torch.where(s < 1e-5, torch.zeros(()), s) for s in singular]
    trace = [w.diagonal().sum().item() for w in matrices]
    return {
        "spectral": mean(spectral),
        "computational_sparsity": mean([t / s for t, s in zip(trace, spectral)]),
        "mean_lambda": mean([s.mean().item() for s in kept]),
        "variance_lambda": mean([s.var().item() for s in kept]),
    }


def moments(tensors, name):
    """Mean, lower median and unbiased variance of all entries together."""
    entries = torch.cat([t.reshape(-1) for t in tensors])
    return {
        "mean_" + name: entries.mean().item(),
        "median_" + name: entries.median().item(),
        "var_" + name: entries.var().item(),
    }


def entry_statistics(matrices, biases):
    """Everything but the singular values."""
    result = {**norms_and_traces(matrices), **moments(matrices, "w")}
    return {**result, **moments(biases, "b")} if biases else result


def weight_statistics(matrices, biases):
    return {**entry_statistics(matrices, biases), **spectra(matrices)}


def numpy_entry_statistics(matrices):
    """The entry statistics of the weights in NumPy, median by selection."""
    entries = numpy.concatenate([w.ravel() for w in matrices])
    middle = (entries.size - 1) // 2
    l1 = [numpy.abs(w).sum() for w in matrices]
    l2 = [numpy.sqrt(numpy.square(w).sum()) for w in matrices]
    return {
        "l1": mean(l1),
        "l2": mean(l2),
        "code_sparsity": mean([a / b for a, b in zip(l1, l2)]),
        "trace": mean([w.trace() for w in matrices]),
        "mean_w": entries.mean(),
        "median_w": numpy.partition(entries, middle)[middle],
        "var_w": entries.var(ddof=1),
    }


def ranks(activations):
    """Eigenvalues of A'A / n above each epsilon."""
    wide = activations.double()
    eigenvalues = torch.linalg.eigvalsh(wide.t() @ wide / wide.shape[0])
    return [(eigenvalues > epsilon).sum().item() for epsilon in EPSILONS]


def works(o):
    """What is timed: name and function."""
    generator = seeded(0)
    first = o.std * torch.randn(o.inputs, o.hidden, generator=generator)
    last = o.std * torch.randn(o.hidden, o.outputs, generator=generator)
    matrices = [first, last]
    sizes = (o.hidden, o.outputs)
    biases = [o.std * torch.randn(n, generator=generator) for n in sizes] if o.bias else []
    arrays = [w.numpy() for w in matrices]
    x = one_hot_pairs(random_pairs(o.probes, o.inputs, seed=1), o.inputs)
    hidden = (x @ first).square()
    shape = f"{o.inputs}x{o.hidden}x{o.outputs}"
    probed = f"{o.probes}x{o.hidden}"
    gram = hidden.double().t() @ hidden.double() / o.probes
    return {
        f"weightStatistics-{shape}-withSingularValues": lambda: weight_statistics(matrices, biases),
        f"weightStatistics-{shape}-entriesOnly": lambda: entry_statistics(matrices, biases),
        f"weightStatistics-{shape}-entriesOnly-numpy": lambda: numpy_entry_statistics(arrays),
        f"epsilonRank-{probed}-activationsGramEigenvalues": lambda: ranks((x @ first).square()),
        f"epsilonRank-{probed}-gramEigenvalues": lambda: ranks(hidden),
        f"epsilonRank-{probed}-gramOnly": lambda: hidden.double().t() @ hidden.double(),
        f"epsilonRank-{o.hidden}-eigenvaluesOnly": lambda: torch.linalg.eigvalsh(gram),
        f"epsilonRank-{o.hidden}-eigenvaluesOnly-numpy": lambda g=gram.numpy(): numpy.linalg.eigvalsh(g),
    }


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def main():
    o = parse_arguments()
    todo = works(o)
    times = {name: [] for name in todo}
    for turn in range(o.warmup + o.repeat):
        for name, work in todo.items():
            elapsed = milliseconds(work)
            if turn >= o.warmup:
                times[name].append(elapsed)
    for name, values in times.items():
        print(f"torch,{name},{statistics.median(values):.4f},{min(values):.4f},{len(values)}")


if __name__ == "__main__":
    main()
