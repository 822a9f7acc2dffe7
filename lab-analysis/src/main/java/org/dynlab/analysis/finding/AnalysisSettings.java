package org.dynlab.analysis.finding;

import java.util.Optional;
import org.dynlab.analysis.latent.StudySettings;

/**
 * What is analysed.
 *
 * @param latent how latent states are studied; empty if they are not
 * @param seed of shifts and resamples
 * @param threads how many work; no number depends on it
 */
public record AnalysisSettings(Optional<StudySettings> latent, long seed, int threads) {}
