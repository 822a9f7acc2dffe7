package org.dynlab.analysis.phase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.LeftOut;

/**
 * When the two phases of training turn in the runs of an arm (after de Mello Koch and Ghosh 2025,
 * arXiv:2504.12700, who read them off single curves by eye): fitting ends, test loss has its second
 * peak, information of each layer turns, local complexity and the linear mapping number turn,
 * everything ends; how far these times coincide; and how much of the information is lost.
 *
 * <p>Only what was measured is here: a column that no run has gives no time. Which column means
 * what is told by its name, as the instruments write it.
 *
 * @param arm whose runs these are
 * @param times in the order of the phases
 * @param alignments of pairs of times
 * @param compressions one per column of I(X;T)
 * @param contrasts each against the same estimate of rescaled outputs, where there is one
 * @param leftOut runs that do not count at all, with reasons
 */
public record Phases(
    Arm arm,
    List<PhaseTime> times,
    List<Alignment> alignments,
    List<Compression> compressions,
    List<Contrast> contrasts,
    List<LeftOut> leftOut) {
  private static final Pattern INFORMATION =
      Pattern.compile("mi\\.(?!ceiling\\.|floor\\.)(.+)\\.(x_t_.+)");
  private static final Pattern COMPLEXITY = Pattern.compile("local_complexity\\.all_[a-z]+");
  private static final Pattern MAPPINGS = Pattern.compile("linear_mapping\\..+\\.number_[a-z]+");
  private static final String RESCALED = "_unit_rms";

  /** Times of layers of one network lie closer, in decades. */
  private static final double DEPTH = 0.1;

  /** Copies the lists. */
  public Phases {
    times = List.copyOf(times);
    alignments = List.copyOf(alignments);
    compressions = List.copyOf(compressions);
    contrasts = List.copyOf(contrasts);
    leftOut = List.copyOf(leftOut);
  }

  /** The phases of the runs of an arm that count. */
  public static Phases of(Arm arm) {
    List<String> columns =
        arm.counted().stream().flatMap(run -> run.curves().keySet().stream()).distinct().toList();
    List<PhaseTime> times = rules(columns).stream().map(rule -> PhaseTime.of(arm, rule)).toList();
    List<Compression> compressions =
        information(columns).stream().map(column -> Compression.of(arm, column)).toList();
    return new Phases(
        arm,
        times,
        alignments(times),
        compressions,
        rescaled(compressions),
        LeftOut.notCounted(arm));
  }

  private static List<String> information(List<String> columns) {
    return matching(INFORMATION, columns);
  }

  private static List<String> matching(Pattern pattern, List<String> columns) {
    return columns.stream().filter(pattern.asMatchPredicate()).toList();
  }

  private static List<TimeRule> rules(List<String> columns) {
    List<TimeRule> rules = new ArrayList<>();
    rules.add(new Fitting(0.99, true));
    rules.add(new Fitting(0.95, false));
    rules.add(new Fitting(0.999, false));
    rules.add(new Fitting(1, false));
    rules.add(new DoubleDescent());
    for (String column : information(columns)) {
      rules.add(new Turning("t_IB", column, true));
    }
    for (String column : matching(COMPLEXITY, columns)) {
      rules.add(new Turning("t_LC", column, true));
      rules.add(new Turning("t_LC rise", column, false));
    }
    for (String column : matching(MAPPINGS, columns)) {
      rules.add(new Turning("t_LMN", column, true));
    }
    if (columns.contains("weight.all.norm")) {
      rules.add(new Turning("t_norm", "weight.all.norm", true));
    }
    rules.add(Ending.ACCURACY);
    rules.add(Ending.LOSS);
    for (String column : information(columns)) {
      rules.add(new Bottom(new Turning("t_IB", column, true)));
    }
    return rules;
  }

  private static List<Alignment> alignments(List<PhaseTime> times) {
    PhaseTime fit = named("t_fit", times).get(0);
    PhaseTime descent = named("t_DD", times).get(0);
    List<Alignment> pairs = new ArrayList<>();
    pairs.add(Alignment.of(descent, fit, Alignment.FACTOR_TWO));
    for (String symbol : List.of("t_IB", "t_LC", "t_LMN", "t_norm")) {
      for (PhaseTime time : named(symbol, times)) {
        pairs.add(Alignment.of(time, fit, Alignment.FACTOR_TWO));
        pairs.add(Alignment.of(time, descent, Alignment.FACTOR_TWO));
      }
    }
    pairs.addAll(depths(named("t_IB", times)));
    for (PhaseTime end : named("t_end accuracy", times)) {
      pairs.add(Alignment.of(end, fit, Alignment.FACTOR_TWO));
    }
    return pairs;
  }

  private static List<PhaseTime> named(String symbol, List<PhaseTime> times) {
    return times.stream().filter(time -> time.symbol().equals(symbol)).toList();
  }

  /** First against last layer of each estimator. */
  private static List<Alignment> depths(List<PhaseTime> turns) {
    Map<String, List<PhaseTime>> byEstimator = new LinkedHashMap<>();
    for (PhaseTime turn : turns) {
      Matcher matcher = INFORMATION.matcher(turn.column());
      if (matcher.matches()) {
        byEstimator.computeIfAbsent(matcher.group(2), unused -> new ArrayList<>()).add(turn);
      }
    }
    return byEstimator.values().stream()
        .filter(layers -> layers.size() > 1)
        .map(layers -> Alignment.of(layers.get(0), layers.get(layers.size() - 1), DEPTH))
        .toList();
  }

  private static List<Contrast> rescaled(List<Compression> compressions) {
    List<Contrast> contrasts = new ArrayList<>();
    for (Compression compression : compressions) {
      compressions.stream()
          .filter(other -> other.column().equals(compression.column() + RESCALED))
          .forEach(control -> contrasts.add(Contrast.paired(compression, control)));
    }
    return contrasts;
  }

  /** Compression against that of a control arm, for every column that both have measured. */
  public List<Contrast> against(Phases control) {
    List<Contrast> found = new ArrayList<>();
    for (Compression compression : compressions) {
      control.compressions.stream()
          .filter(other -> other.column().equals(compression.column()))
          .forEach(other -> found.add(Contrast.unpaired(compression, other, control.arm.name())));
    }
    return found;
  }
}
