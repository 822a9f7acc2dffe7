package org.dynlab.core.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.state.Slot;
import org.dynlab.store.problem.UserError;

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

  /**
   * Links of one kind draw from different streams: the k-th of them from the subtree {@code #k}. A
   * chain among the links counts as its links.
   */
  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    Map<Class<?>, Integer> seen = new HashMap<>();
    List<RuleState> states = new ArrayList<>();
    for (UpdateRule link : flat().toList()) {
      int times = seen.merge(link.getClass(), 1, Integer::sum);
      states.add(link.begin(layout, times == 1 ? seeds : seeds.child("#" + times)));
    }
    return new State(states);
  }

  /** The links, those of chains among them in their place. */
  Stream<UpdateRule> flat() {
    return links.stream().flatMap(link -> link instanceof Chain c ? c.flat() : Stream.of(link));
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
      Map<String, Slot> all = new LinkedHashMap<>();
      for (RuleState link : links) {
        for (Slot slot : link.slots()) {
          String name = slot.name();
          for (int k = 2; all.containsKey(name); k++) {
            name = slot.name() + "#" + k;
          }
          all.put(name, name.equals(slot.name()) ? slot : new Slot(name, slot.values()));
        }
      }
      return List.copyOf(all.values());
    }
  }
}
