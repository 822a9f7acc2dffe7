"""Reference intervals for Bootstrap: python3 bootstrap.py > bootstrap.csv"""
import datetime
import platform

import numpy
import scipy
from scipy import stats

sample = [0.9, 1.1, 1.3, 1.4, 1.9, 2.2, 2.8, 4.1, 6.0, 9.7]
print(f"# Made by bootstrap.py with scipy {scipy.__version__}, Python {platform.python_version()}"
      f" on {datetime.date.today()}; 200000 resamples of the mean")
print("method,low,high")
print("sample," + ",".join(map(str, sample)))
for method in ("percentile", "BCa"):
    found = stats.bootstrap((sample,), numpy.mean, n_resamples=200_000, method=method,
                            rng=numpy.random.default_rng(1)).confidence_interval
    print(f"{method},{float(found.low)!r},{float(found.high)!r}")
