package org.dynlab.analysis.finding;

import java.util.Optional;
import org.dynlab.analysis.latent.StudySettings;
import org.dynlab.store.problem.UserError;

/**
 * What is analysed.
 *
 * @param latent how latent states are studied; empty if they are not
 * @param unstudied why they are not although they were asked for; empty otherwise
 * @param seed of shifts and resamples
 * @param threads how many work; no number depends on it
 */
public record AnalysisSettings(
    Optional<StudySettings> latent, Optional<UserError> unstudied, long seed, int threads) {}
