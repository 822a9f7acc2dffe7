package org.dynlab.core.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.UserError;

/** Links applied one after the other. Chaining is associative; the empty chain changes nothing. */
public record Chain(List<UpdateRule> links) implements UpdateRule {

  /** Copies the list; links must not hold out different examples. */
  public Chain {
    links = List.copyOf(links);
    if (links.stream().flatMap(link -> link.needs().heldOut().stream()).distinct().count() > 1) {
      throw new UserError(
          "", "must hold out the same examples in every link", "different ones", "");
    }
  }

  /** The chain of these links. */
  public static Chain of(UpdateRule... links) {
    return new Chain(List.of(links));
  }

  @Override
  public Needs needs() {
    return links.stream().map(UpdateRule::needs).reduce(Needs.NOTHING, Needs::and);
  }

  /** Equal links draw from different streams: the k-th of them from the subtree {@code #k}. */
  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Map<UpdateRule, Integer> seen = new HashMap<>();
    List<RuleState> states = new ArrayList<>();
    for (UpdateRule link : links) {
      int times = seen.merge(link, 1, Integer::sum);
      states.add(link.begin(layout, times == 1 ? seeds : seeds.child("#" + times)));
    }
    return new State(states);
  }

  private record State(List<RuleState> links) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      for (RuleState link : links) {
        link.rewrite(update, step);
      }
    }

    /** The slots of all links; of several with one name, the k-th is called {@code name#k}. */
    @Override
    public List<Slot> slots() {
      Map<String, Integer> seen = new HashMap<>();
      List<Slot> all = new ArrayList<>();
      for (RuleState link : links) {
        for (Slot slot : link.slots()) {
          int times = seen.merge(slot.name(), 1, Integer::sum);
          all.add(times == 1 ? slot : new Slot(slot.name() + "#" + times, slot.values()));
        }
      }
      return List.copyOf(all);
    }
  }
}
