package org.dynlab.analysis.figure.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.figure.draw.Scale;

/** The panels of a sweep: only columns with a value to draw, only panels with a column. */
public final class Panels {
  private static final String EPSILON_RANK = "epsilon_rank";

  private Panels() {}

  /**
   * Accuracy, arrivals at an accuracy (of several arms), interquartile mean, loss, relative error,
   * weight norm, epsilon-rank (one panel per layer), gradient norm, and what {@link
   * InstrumentPanels} adds.
   */
  public static List<Panel> of(Sweep sweep) {
    List<Panel> panels =
        new ArrayList<>(
            List.of(
                accuracy(),
                Passages.panel(),
                Middles.panel(sweep),
                loss(),
                relativeError(),
                weightNorm()));
    panels.addAll(epsilonRanks(sweep));
    panels.add(gradientNorm());
    panels.addAll(InstrumentPanels.of(sweep));
    return panels.stream()
        .map(panel -> measured(panel, sweep))
        .filter(panel -> !panel.channels().isEmpty())
        .toList();
  }

  private static Panel measured(Panel panel, Sweep sweep) {
    List<Channel> channels =
        panel.channels().stream().filter(channel -> drawable(panel, channel, sweep)).toList();
    return panel.with(channels);
  }

  /** Whether any run has a value that a line of the panel would show. */
  private static boolean drawable(Panel panel, Channel channel, Sweep sweep) {
    if (panel.statistic() instanceof Statistic.Arrivals arrivals) {
      return Passages.drawable(arrivals.threshold(), sweep);
    }
    if (panel.statistic() instanceof Statistic.Middle && !Middles.drawable(channel, sweep)) {
      return false;
    }
    return sweep.runs().stream()
        .flatMap(run -> run.curve(channel.column()).stream())
        .map(curve -> curve.from(Panel.FIRST_STEP).where(panel.scale()::shows))
        .anyMatch(curve -> curve.size() > 0);
  }

  private static Panel accuracy() {
    return new Panel(
        "accuracy",
        "Accuracy",
        "accuracy (share of examples correct)",
        "Where the train line climbs first and the eval line only later, the network memorised"
            + " before it understood; the horizontal gap between the two is the delay of grokking.",
        Scale.SHARE,
        List.of(new Channel("eval.accuracy", "eval"), new Channel("train.accuracy", "train")));
  }

  private static Panel loss() {
    return new Panel(
        "loss",
        "Loss",
        "mean data loss per example (log scale)",
        "Both axes are logarithmic, so a straight line is a power law; an eval loss that rises while"
            + " the train loss falls is memorisation, and its later fall is generalisation.",
        Scale.LOG,
        List.of(new Channel("eval.loss", "eval"), new Channel("train.loss", "train")));
  }

  private static Panel relativeError() {
    return new Panel(
        "relative-error",
        "Relative L2 error",
        "‖output − solution‖ ÷ ‖solution‖ (log scale)",
        "How far the network is from the solution on the evaluation points, relative to the size of"
            + " the solution: 1 is no better than zero everywhere.",
        Scale.LOG,
        List.of(new Channel("eval.relative_l2", "eval")));
  }

  private static Panel weightNorm() {
    return new Panel(
        "weight-norm",
        "Weight norm",
        "L2 norm of all weights",
        "The length of the weight vector: it grows while the network fits and shrinks where weight"
            + " decay wins; compare its turning point with the rise of the eval accuracy.",
        Scale.LINEAR,
        List.of(new Channel("weight.all.norm", "all weights")));
  }

  private static Panel gradientNorm() {
    return new Panel(
        "gradient-norm",
        "Gradient norm",
        "L2 norm of the loss gradient (log scale)",
        "The length of the gradient of the data loss: plateaus of learning are valleys here, and"
            + " spikes are instabilities.",
        Scale.LOG,
        List.of(new Channel("gradient.all.norm", "all parameters")));
  }

  /** One panel per layer, the layer being the second part of {@code epsilon_rank.layer1.…}. */
  private static List<Panel> epsilonRanks(Sweep sweep) {
    Map<String, List<String>> layers =
        sweep.columnsBeginningWith(EPSILON_RANK).stream()
            .collect(Collectors.groupingBy(Panels::layer, LinkedHashMap::new, Collectors.toList()));
    List<Panel> panels = new ArrayList<>();
    layers.forEach((layer, columns) -> panels.add(epsilonRank(layer, columns, layers.size())));
    return panels;
  }

  private static Panel epsilonRank(String layer, List<String> columns, int layers) {
    return new Panel(
        layers == 1 ? "epsilon-rank" : "epsilon-rank-" + layer,
        layer.isEmpty() ? "Epsilon-rank" : "Epsilon-rank of " + layer,
        "ε-rank (count of directions)",
        "How many independent directions the hidden units span above the tolerance ε; each step of"
            + " the staircase is one more independent feature.",
        Scale.LINEAR,
        columns.stream().map(column -> new Channel(column, shortName(column))).toList());
  }

  private static String layer(String column) {
    String[] parts = column.split("\\.", 3);
    return parts.length < 3 ? "" : parts[1];
  }

  private static String shortName(String column) {
    String[] parts = column.split("\\.", 3);
    return parts[parts.length - 1];
  }
}
