package org.dynlab.core.experiment;

import org.dynlab.core.instrument.Instrument;

/** An instrument and when it measures. */
public record Probe(Instrument instrument, Cadence cadence) {}
