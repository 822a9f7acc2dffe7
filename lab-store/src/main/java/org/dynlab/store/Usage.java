package org.dynlab.store;

/**
 * What a run took.
 *
 * @param wallSeconds wall clock
 * @param cpuSeconds of the whole process, all its threads
 * @param peakMemoryBytes the most memory that the process had at once; -1 if the system does not
 *     tell
 */
public record Usage(double wallSeconds, double cpuSeconds, long peakMemoryBytes) {}
