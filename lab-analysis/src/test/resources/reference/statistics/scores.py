"""Reference numbers for correlations, effect sizes and trimmed means: python3 scores.py > scores.csv"""
import datetime
import math
import platform

import numpy
import scipy
from scipy import stats

x = [3.1, 0.2, 5.5, 5.5, 2.0, 7.9, 1.1, 4.4, 6.0, 2.0, 9.3, 0.7]
y = [2.7, 1.9, 4.0, 6.1, 1.9, 5.2, 1.9, 6.5, 4.8, 3.0, 8.8, 0.1]
z = [4.2, 5.5, 1.0, 3.3, 2.0, 6.1, 5.5, 0.4]


def row(name, *values):
    print(name + "," + ",".join(repr(float(v)) for v in values))


print(f"# Made by scores.py with scipy {scipy.__version__}, Python {platform.python_version()}"
      f" on {datetime.date.today()}")
row("x", *x)
row("y", *y)
row("z", *z)
pearson = stats.pearsonr(x, y)
row("pearson", pearson.statistic, *pearson.confidence_interval(0.95))
row("spearman", stats.spearmanr(x, y).statistic)
row("kendall", stats.kendalltau(x, y).statistic)
row("superiority", stats.mannwhitneyu(x, z).statistic / (len(x) * len(z)))
m = len(x) + len(z) - 2
pooled = ((len(x) - 1) * numpy.var(x, ddof=1) + (len(z) - 1) * numpy.var(z, ddof=1)) / m
correction = math.gamma(m / 2) / (math.sqrt(m / 2) * math.gamma((m - 1) / 2))
row("hedges_g", correction * (numpy.mean(x) - numpy.mean(z)) / math.sqrt(pooled))
for n in range(1, len(x) + 1):
    row(f"trim_mean {n}", stats.trim_mean(x[:n], 0.25))
