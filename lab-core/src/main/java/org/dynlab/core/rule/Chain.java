package org.dynlab.core.rule;

import java.util.List;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;

/** Links applied one after the other. Chaining is associative; the empty chain changes nothing. */
public record Chain(List<UpdateRule> links) implements UpdateRule {

  /** Copies the list. */
  public Chain {
    links = List.copyOf(links);
  }

  /** The chain of these links. */
  public static Chain of(UpdateRule... links) {
    return new Chain(List.of(links));
  }

  @Override
  public RuleState begin(ParameterLayout layout, SeedTree seeds) {
    return new State(links.stream().map(link -> link.begin(layout, seeds)).toList());
  }

  private record State(List<RuleState> links) implements RuleState {
    @Override
    public void rewrite(double[] update, StepInput step) {
      for (RuleState link : links) {
        link.rewrite(update, step);
      }
    }

    @Override
    public List<Slot> slots() {
      return links.stream().flatMap(link -> link.slots().stream()).toList();
    }
  }
}
