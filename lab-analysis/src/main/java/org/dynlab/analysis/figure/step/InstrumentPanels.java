package org.dynlab.analysis.figure.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.figure.draw.Scale;

/** Panels of what the costlier instruments measure, as far as a sweep has measured it. */
final class InstrumentPanels {
  private static final String CEILING = "ceiling";
  private static final String FLOOR = "floor";

  private InstrumentPanels() {}

  /**
   * Information (a panel for each quantity, a line per layer), local complexity, linear mapping
   * number, distance of the target, generalisation gap, complexity of the trajectory, curvature,
   * learning coefficient, Fourier losses, neural collapse.
   */
  static List<Panel> of(Sweep sweep) {
    List<Panel> panels = new ArrayList<>(information(sweep));
    panels.add(localComplexity(sweep));
    panels.add(
        new Panel(
            "linear-mapping",
            "Linear mapping number",
            "linear mapping number",
            "How many linear maps the part of the network behind a layer amounts to: 1 is one"
                + " affine map, more is more regions with maps of their own.",
            Scale.LINEAR,
            channels(sweep, "linear_mapping.", ".number_")));
    panels.add(
        new Panel(
            "target-distance",
            "Distance of the target from the features",
            "distance ÷ length of the target (log scale)",
            "What the best output weights would leave over: where the loss stays above it, the"
                + " output layer is behind its features.",
            Scale.LOG,
            channels(sweep, "target_distance.", "")));
    panels.addAll(trajectory());
    panels.addAll(curvature());
    panels.add(fourier());
    panels.add(collapse(sweep));
    return panels;
  }

  /** One panel for each {@code mi.<layer>.<quantity>}, with its ceiling or floor. */
  private static List<Panel> information(Sweep sweep) {
    Map<String, List<String>> quantities =
        sweep.columnsBeginningWith("mi.").stream()
            .filter(column -> !column.contains(".saturated_"))
            .filter(column -> !middle(column).equals(CEILING) && !middle(column).equals(FLOOR))
            .collect(
                Collectors.groupingBy(
                    InstrumentPanels::last, LinkedHashMap::new, Collectors.toList()));
    List<Panel> panels = new ArrayList<>();
    quantities.forEach((quantity, columns) -> panels.add(information(quantity, columns, sweep)));
    return panels;
  }

  private static Panel information(String quantity, List<String> columns, Sweep sweep) {
    boolean ofClasses = quantity.startsWith("t_y");
    List<Channel> channels = new ArrayList<>();
    columns.forEach(column -> channels.add(new Channel(column, middle(column))));
    limits(ofClasses ? FLOOR : CEILING, quantity, sweep).stream()
        .limit(quantity.startsWith("h_t") ? 0 : 1)
        .forEach(c -> channels.add(new Channel(c, ofClasses ? "entropy of the classes" : CEILING)));
    return new Panel(
        "information-" + quantity.replace('_', '-'),
        title(quantity) + quantity,
        "bit",
        ofClasses
            ? "What a layer knows of the classes, at most their entropy; where the estimate of the"
                + " inputs is at its ceiling, this one is saturated too."
            : "What a layer keeps of its inputs by this estimator; at the ceiling it says nothing.",
        Scale.LINEAR,
        channels);
  }

  private static String title(String quantity) {
    if (quantity.startsWith("h_t")) {
      return "Differential entropy: ";
    }
    return quantity.startsWith("t_y")
        ? "Information with the classes: "
        : "Information with the inputs: ";
  }

  /** The ceilings or floors over the inputs that a quantity is measured on. */
  private static List<String> limits(String kind, String quantity, Sweep sweep) {
    String source = quantity.replaceFirst(".*_(train|eval|all)(_unit_rms)?$", "_$1$2");
    return sweep.columnsBeginningWith("mi.").stream()
        .filter(column -> middle(column).equals(kind) && column.endsWith(source))
        .toList();
  }

  private static Panel localComplexity(Sweep sweep) {
    List<Channel> channels =
        sweep.columnsBeginningWith("local_complexity").stream()
            .filter(column -> !column.contains(".ci99_"))
            .map(column -> new Channel(column, column.substring(column.indexOf('.') + 1)))
            .toList();
    return new Panel(
        "local-complexity",
        "Local complexity",
        "units with a zero nearby",
        "How many units have their zero within a small neighbourhood of an input: its second"
            + " descent is said to come with delayed generalisation.",
        Scale.LINEAR,
        channels);
  }

  private static List<Panel> trajectory() {
    return List.of(
        new Panel(
            "generalisation-gap",
            "Generalisation gap along the trajectory",
            "evaluation less training loss",
            "The gap, and the sums of the linear and nonlinear parts of what every piece of the way"
                + " has added to it.",
            Scale.LINEAR,
            List.of(
                new Channel("trajectory.gap", "gap"),
                new Channel("trajectory.linear_sum", "linear parts"),
                new Channel("trajectory.nonlinear_sum", "nonlinear parts"))),
        new Panel(
            "trajectory-complexity",
            "Complexity of the trajectory",
            "cumulative complexity C",
            "Length of every update times the root mean squared gradient of single examples, added"
                + " up: compare runs with one another, not with the gap.",
            Scale.LINEAR,
            List.of(new Channel("trajectory.complexity", "C"))));
  }

  private static List<Panel> curvature() {
    return List.of(
        new Panel(
            "hessian",
            "Curvature",
            "eigenvalue, trace (log scale)",
            "Largest eigenvalue and trace of the Hessian of the training loss.",
            Scale.LOG,
            List.of(
                new Channel("hessian.top", "largest eigenvalue"),
                new Channel("hessian.trace", "trace"))),
        new Panel(
            "learning-coefficient",
            "Local learning coefficient",
            "λ",
            "How degenerate the minimum is: half the number of parameters for a regular one.",
            Scale.LINEAR,
            List.of(new Channel("llc.value", "λ"))));
  }

  private static Panel fourier() {
    return new Panel(
        "fourier",
        "Progress in Fourier modes",
        "cross-entropy (log scale)",
        "Loss of the key frequencies alone on unseen pairs, which falls as the sum is learned, and"
            + " loss without them on training pairs, which rises as memory is given up.",
        Scale.LOG,
        List.of(
            new Channel("fourier.restricted.eval_loss", "restricted, eval"),
            new Channel("fourier.excluded.train_loss", "excluded, train")));
  }

  private static Panel collapse(Sweep sweep) {
    return new Panel(
        "neural-collapse",
        "Neural collapse",
        "NC1 to NC4 (log scale)",
        "All go to 0 where classes collapse to the corners of a simplex that the output weights"
            + " share.",
        Scale.LOG,
        channels(sweep, "collapse.", ""));
  }

  /** A line for each column that begins so and has that part, called by what comes after it. */
  private static List<Channel> channels(Sweep sweep, String start, String part) {
    return sweep.columnsBeginningWith(start).stream()
        .filter(column -> column.contains(part))
        .map(column -> new Channel(column, column.substring(start.length())))
        .toList();
  }

  private static String last(String column) {
    return column.substring(column.lastIndexOf('.') + 1);
  }

  /** Between first and last point: {@code block1.out} of {@code mi.block1.out.x_t_edges_30}. */
  private static String middle(String column) {
    return column.substring(column.indexOf('.') + 1, column.lastIndexOf('.'));
  }
}
