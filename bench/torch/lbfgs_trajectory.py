"""Writes trajectories of PyTorch's L-BFGS with its strong Wolfe line search in double, for the tests of lab-optim.

One optimizer step is one iteration (max_iter=1). Problems: the chained Rosenbrock function in 2 and 6 dimensions,
sum_i 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2, and a logistic regression of 40 examples with 5 weights,
mean_n log(1 + exp(-y_n (w . x_n))) + 0.005 |w|^2 with x_nk = sin(1 + 7 n + 3 k + n k) and y_n = +-1, the sign of
cos(5 n) + x_n0. Gradients are by formula. Rows: case, step, loss at the parameters after that step, evaluations so
far, the parameters; step 0 has the initial ones. All numbers are written with the shortest decimal that reads back
to the same double.

    /usr/bin/python3 lbfgs_trajectory.py ../../lab-optim/src/test/resources/reference/lbfgs-trajectory.csv
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import datetime
import math
import platform
import sys
from pathlib import Path

import torch

ROWS, WEIGHTS = 40, 5
X = torch.tensor(
    [[math.sin(1 + 7 * n + 3 * k + n * k) for k in range(WEIGHTS)] for n in range(ROWS)], dtype=torch.float64)
Y = torch.tensor([1.0 if math.cos(5 * n) + X[n, 0] > 0 else -1.0 for n in range(ROWS)], dtype=torch.float64)


def rosenbrock(x):
    bend = x[1:] - x[:-1] ** 2
    gradient = torch.zeros_like(x)
    gradient[:-1] = -400 * x[:-1] * bend - 2 * (1 - x[:-1])
    gradient[1:] += 200 * bend
    return (100 * bend**2 + (1 - x[:-1]) ** 2).sum(), gradient


def logistic(w):
    margin = Y * (X @ w)
    share = -Y / (1 + torch.exp(margin)) / ROWS
    return torch.log1p(torch.exp(-margin)).mean() + 0.005 * (w @ w), X.T @ share + 0.01 * w


CASES = {
    "rosenbrock2": (36, rosenbrock, [-1.2, 1.0], dict(history_size=50)),
    "rosenbrock6": (36, rosenbrock, [-1.2, 1.0, 0.5, -0.5, 2.0, 0.0], dict(history_size=50)),
    "rosenbrock6Short": (36, rosenbrock, [-1.2, 1.0, 0.5, -0.5, 2.0, 0.0], dict(history_size=3, lr=0.5)),
    "logistic": (12, logistic, [0.0] * WEIGHTS, dict(history_size=50)),
}


def row(name, step, optimizer, x, loss):
    state = optimizer.state[x]
    numbers = [loss(x.detach())[0].item(), *x.tolist()]
    return ",".join([name, str(step), repr(numbers[0]), str(state.get("func_evals", 0)), *map(repr, numbers[1:])])


def trajectory(name, steps, loss, start, options):
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([x], max_iter=1, line_search_fn="strong_wolfe", **options)

    def closure():
        value, x.grad = loss(x.detach())
        return value

    yield row(name, 0, optimizer, x, loss)
    for step in range(1, steps + 1):
        optimizer.step(closure)
        yield row(name, step, optimizer, x, loss)


def header(command):
    yield f"# PyTorch {torch.__version__}, Python {platform.python_version()}, double, one thread"
    yield f"# made {datetime.date.today()} by: {command}"
    for name, (steps, loss, start, options) in CASES.items():
        yield f"# {name}: {steps} steps of torch.optim.LBFGS {options} on {loss.__name__} from {start}"
    yield "case,step,loss,evaluations,parameters"


def main():
    torch.set_num_threads(1)
    target = Path(sys.argv[1])
    lines = list(header(f"/usr/bin/python3 {Path(__file__).name} {sys.argv[1]}"))
    for name, case in CASES.items():
        lines.extend(trajectory(name, *case))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
