package org.dynlab.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dynlab.store.Caveat;

/**
 * What a rule asks of the training around it, beyond gradient, loss and parameters of the step.
 *
 * @param fullBatch present if every batch must be the whole training set; says why, and what could
 *     be written instead
 * @param otherPoints whether it asks for the loss at other parameters, {@link StepInput#lossAt}
 * @param heldOut the examples behind {@link StepInput#heldOutAccuracy}, if it asks for that
 * @param examples how many training examples the rule was told that the loss is the mean of, if it
 *     reckons with that; 1 means that it reckons with the mean loss as it is
 * @param caveats what readers of the run must be told
 */
public record Needs(
    Optional<String> fullBatch,
    boolean otherPoints,
    Optional<HeldOut> heldOut,
    Optional<Long> examples,
    List<Caveat> caveats) {
  /** Nothing but the step. */
  public static final Needs NOTHING =
      new Needs(Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());

  /** Copies the list. */
  public Needs {
    caveats = List.copyOf(caveats);
  }

  /** These, with the whole training set in every batch. */
  public Needs withFullBatch(String why) {
    return new Needs(Optional.of(why), otherPoints, heldOut, examples, caveats);
  }

  /** These, with the loss at other points. */
  public Needs withOtherPoints() {
    return new Needs(fullBatch, true, heldOut, examples, caveats);
  }

  /** These, with the accuracy on held-out examples. */
  public Needs withHeldOut(HeldOut wanted) {
    return new Needs(fullBatch, otherPoints, Optional.of(wanted), examples, caveats);
  }

  /** These, of a rule that was told a number of training examples. */
  public Needs withExamples(long told) {
    return new Needs(fullBatch, otherPoints, heldOut, Optional.of(told), caveats);
  }

  /** These, with one more caveat. */
  public Needs withCaveat(Caveat caveat) {
    List<Caveat> all = new ArrayList<>(caveats);
    all.add(caveat);
    return new Needs(fullBatch, otherPoints, heldOut, examples, all);
  }

  /**
   * What both together ask.
   *
   * @throws IllegalArgumentException if they hold out different examples
   */
  public Needs and(Needs other) {
    if (heldOut.isPresent() && other.heldOut.isPresent() && !heldOut.equals(other.heldOut)) {
      throw new IllegalArgumentException("different examples are held out");
    }
    Set<Caveat> all = new LinkedHashSet<>(caveats);
    all.addAll(other.caveats);
    return new Needs(
        fullBatch.or(other::fullBatch),
        otherPoints || other.otherPoints,
        heldOut.or(other::heldOut),
        examples.or(other::examples),
        List.copyOf(all));
  }
}
