/**
 * Benchmarks of the training step and of the instruments. {@code bench/compare.sh} runs them in
 * turn with their PyTorch twins; start with {@link org.dynlab.bench.StepBenchmark}.
 */
package org.dynlab.bench;
