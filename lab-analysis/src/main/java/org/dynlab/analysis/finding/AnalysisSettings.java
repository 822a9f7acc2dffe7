package org.dynlab.analysis.finding;

import java.util.Optional;
import org.dynlab.analysis.latent.StudySettings;

/**
 * What is analysed.
 *
 * @param latent how latent states are studied; empty if they are not
 * @param threads how many work; no number depends on it
 */
public record AnalysisSettings(Optional<StudySettings> latent, int threads) {}
