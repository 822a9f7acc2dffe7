package org.dynlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An experiment that takes a second: two seeds of addition modulo 7. */
public final class TinyExperiment {
  private static final String YAML =
      """
      name: tiny
      task: {kind: modularArithmetic, operation: add, modulus: 7, trainFraction: 0.5}
      model: {kind: mlp, hidden: [8]}
      batch: full
      budget: {steps: 20}
      optimizer: [{kind: sgd, learningRate: 0.1}]
      probes:
        - {kind: weightStatistics, every: 5}
      sweep: {seeds: 2}
      claims:
        - {that: "the loss is small in the end", final: train.loss, value: {atMost: 5}}
      """;

  private TinyExperiment() {}

  /** The file in that folder. */
  public static Path in(Path folder) throws IOException {
    return in(folder, "", "");
  }

  /** The file with one text replaced by another. */
  public static Path in(Path folder, String replaced, String by) throws IOException {
    if (!YAML.contains(replaced)) {
      throw new IllegalArgumentException(replaced + " is not in the experiment");
    }
    return Files.writeString(folder.resolve("tiny.yaml"), YAML.replace(replaced, by));
  }
}
