package org.dynlab.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.dynlab.core.layout.ParameterBlock;
import org.dynlab.core.layout.ParameterBlock.Role;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.state.Slot;
import org.dynlab.store.Caveat;
import org.dynlab.store.problem.UserError;
import org.junit.jupiter.api.Test;

/** What a chain makes of its links. */
class ChainTest {
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(List.of(new ParameterBlock("layer1.W", Role.WEIGHT, 0, 1, 1)));

  /** Keeps one random number. */
  private record Drawing(Needs needs) implements UpdateRule {
    @Override
    public RuleState begin(ParameterLayout layout, SeedTree seeds) {
      Slot drawn = new Slot("drawn", new double[] {seeds.stream("draw").uniform()});
      return new RuleState() {
        @Override
        public void rewrite(double[] update, StepInput step) {}

        @Override
        public List<Slot> slots() {
          return List.of(drawn);
        }
      };
    }
  }

  @Test
  void equalLinksHaveSlotsOfDifferentNamesAndDrawDifferently() {
    Drawing link = new Drawing(Needs.NOTHING);
    List<Slot> slots = Chain.of(link, link, link).begin(LAYOUT, new SeedTree(4)).slots();
    assertThat(slots.stream().map(Slot::name)).containsExactly("drawn", "drawn#2", "drawn#3");
    assertThat(slots.stream().map(slot -> slot.values()[0]).distinct()).hasSize(3);
  }

  @Test
  void linksOfOneKindDrawDifferentlyWhateverTheirNumbers() {
    Drawing link = new Drawing(Needs.NOTHING);
    Drawing other = new Drawing(Needs.NOTHING.withOtherPoints());
    List<Slot> slots = Chain.of(link, other).begin(LAYOUT, new SeedTree(4)).slots();
    assertThat(slots.get(0).values()[0]).isNotEqualTo(slots.get(1).values()[0]);
  }

  @Test
  void aChainInAChainIsAsItsLinksWouldBe() {
    Drawing link = new Drawing(Needs.NOTHING);
    List<Slot> flat = Chain.of(link, link, link).begin(LAYOUT, new SeedTree(4)).slots();
    List<Slot> nested = Chain.of(Chain.of(link, link), link).begin(LAYOUT, new SeedTree(4)).slots();
    assertThat(nested.stream().map(Slot::name)).isEqualTo(flat.stream().map(Slot::name).toList());
    for (int i = 0; i < flat.size(); i++) {
      assertThat(nested.get(i).values()).isEqualTo(flat.get(i).values());
    }
  }

  @Test
  void asksForWhatAnyOfItsLinksAsksFor() {
    Caveat caveat = new Caveat("leaksTest", "watches test answers");
    Chain chain =
        Chain.of(
            new Drawing(Needs.NOTHING.withFullBatch("reads the loss").withCaveat(caveat)),
            new Drawing(Needs.NOTHING.withOtherPoints().withExamples(7).withCaveat(caveat)),
            new Drawing(Needs.NOTHING.withHeldOut(HeldOut.ofTraining(0.1))));
    assertThat(chain.needs())
        .isEqualTo(
            new Needs(
                Optional.of("reads the loss"),
                true,
                Optional.of(HeldOut.ofTraining(0.1)),
                Optional.of(7L),
                List.of(caveat)));
  }

  @Test
  void refusesLinksThatHoldOutDifferentExamples() {
    Drawing slice = new Drawing(Needs.NOTHING.withHeldOut(HeldOut.ofTraining(0.1)));
    Drawing leaking = new Drawing(Needs.NOTHING.withHeldOut(HeldOut.evalSet()));
    assertThatThrownBy(() -> Chain.of(slice, leaking))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must hold out the same examples");
  }
}
