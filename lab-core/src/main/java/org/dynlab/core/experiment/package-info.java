/**
 * What one YAML file describes and the numbered runs it stands for. Start with {@link
 * org.dynlab.core.experiment.Experiment}, the records of the file; {@link
 * org.dynlab.core.experiment.ExperimentFile} reads it, {@link org.dynlab.core.experiment.Expansion}
 * unfolds grid and seeds into {@link org.dynlab.core.experiment.RunSpec}s, and each of those can be
 * read back as a {@link org.dynlab.core.experiment.RunDescription} by another process.
 */
package org.dynlab.core.experiment;
