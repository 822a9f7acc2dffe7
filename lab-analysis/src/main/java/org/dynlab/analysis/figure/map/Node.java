package org.dynlab.analysis.figure.map;

import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.hmm.map.MapState;
import org.dynlab.analysis.latent.outcome.StateEffect;
import org.dynlab.analysis.latent.outcome.StateEffect.Verdict;

/**
 * A state in the picture.
 *
 * @param firstStep mean over the runs that visit it of the step at which they enter it first
 * @param effect what it has to do with convergence; empty if that is not known
 */
public record Node(
    MapState state, double firstStep, Optional<StateEffect> effect, Spot centre, double radius) {
  /** How far inside the outline the second ring of a start state lies, in pixels. */
  public static final double RING = 5;

  /** Height of a line of its caption, in pixels. */
  public static final double LINE = 15;

  private static final double SMALLEST = 17;
  private static final double MORE = 26;
  private static final double LETTER = 6.4;

  static Node of(MapState state, double firstStep, Optional<StateEffect> effect) {
    double radius = SMALLEST + MORE * Math.sqrt(state.meanShare());
    return new Node(state, firstStep, effect, new Spot(0, 0), radius);
  }

  Node at(Spot spot) {
    return new Node(state, firstStep, effect, spot, radius);
  }

  /** Whether runs begin in it. */
  public boolean start() {
    return state.starts() > 0;
  }

  /** Whether it is, or may be, a detour: such states are diamonds, others are circles. */
  public boolean diamond() {
    return is(Verdict.DETOUR) || is(Verdict.POSSIBLE_DETOUR);
  }

  /** Whether its outline is broken: some converging run does without it, and it is no detour. */
  public boolean dashed() {
    return is(Verdict.OPTIONAL) || is(Verdict.UNEXPLAINED) || is(Verdict.POSSIBLE_DETOUR);
  }

  private boolean is(Verdict verdict) {
    return effect.filter(e -> e.verdict() == verdict).isPresent();
  }

  /** What it is to its runs, in small words; may be empty. */
  public String role() {
    String role = effect.map(e -> e.verdict().words()).orElse("");
    return start() ? role.isEmpty() ? "start" : "start, " + role : role;
  }

  /** When runs come, in small words. */
  public String when() {
    return "step " + Math.round(firstStep);
  }

  /** Where role and step stand. */
  public Box caption() {
    int letters = Math.max(role().length(), when().length());
    double width = letters * LETTER;
    double height = (role().isEmpty() ? 1 : 2) * LINE;
    return new Box(centre.x() - width / 2, centre.y() + radius + 5, width, height);
  }

  /** The middle of the first line below it: its role if it has one, else {@link #when}. */
  public Spot firstLine() {
    return new Spot(centre.x(), caption().top() + LINE / 2);
  }

  /** The corners of a diamond of that radius around its middle. */
  public List<Spot> corners(double size) {
    return List.of(
        centre.plus(0, -size), centre.plus(size, 0), centre.plus(0, size), centre.plus(-size, 0));
  }

  Box outline() {
    return Box.around(centre, 2 * radius, 2 * radius);
  }
}
