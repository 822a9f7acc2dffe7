"""Reference of RelaxationsTest: one noisy stretched exponential, fitted by scipy.

python3 kohlrausch.py > kohlrausch.txt; header of the output names the versions it was made with.
"""

import sys

import numpy as np
import scipy
from scipy.optimize import curve_fit

steps = 2.0 ** np.arange(21)
noise = np.random.default_rng(20261127).normal(size=steps.size)


def kohlrausch(t, end, start, tau, beta):
    return end + (start - end) * np.exp(-((t / tau) ** beta))


def exponential(t, end, start, tau):
    return end + (start - end) * np.exp(-t / tau)


def power(t, end, start, tau, beta):
    return end + (start - end) * (1 + t / tau) ** -beta


values = kohlrausch(steps, 0.3, 4.5, 2000.0, 0.6) + 0.03 * noise
print(f"# Python {sys.version.split()[0]}, NumPy {np.__version__}, SciPy {scipy.__version__}")
print("step " + " ".join("%d" % s for s in steps))
print("value " + " ".join("%.17g" % v for v in values))
for law, guess in (
    (kohlrausch, (0.3, 4.5, 2000, 0.6)),
    (exponential, (0.3, 4.5, 2000)),
    (power, (0.0, 4.5, 2000, 1.0)),
):
    found, covariance = curve_fit(law, steps, values, p0=guess, ftol=1e-15, xtol=1e-15, gtol=1e-15)
    squares = float(np.sum((values - law(steps, *found)) ** 2))
    numbers = [*found, *np.sqrt(np.diag(covariance)), squares]
    print(law.__name__ + " " + " ".join("%.12g" % v for v in numbers))
