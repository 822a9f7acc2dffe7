package org.dynlab.core.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dynlab.core.layout.ParameterLayout;
import org.dynlab.core.network.Network;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.state.Slot;
import org.dynlab.store.checkpoint.Block;
import org.dynlab.store.checkpoint.Checkpoint;
import org.dynlab.store.table.TableMark;

/**
 * Everything that the next steps of a run depend on, as a checkpoint keeps it: parameters, slots of
 * the rule and of the instruments, what the stopping rules have counted, and where the metric table
 * ends. Order of the data, noise and dropout are functions of seed and step and need no state.
 */
final class RunState {
  private static final String BYTES = "metrics.bytes";
  private static final String CHECKSUM = "metrics.crc32c";
  private static final String OVER = "over";

  private final String hash;
  private final Network network;
  private final Moment moment;
  private final RuleState rule;
  private final Watch watch;
  private final Stopping stopping;

  RunState(
      String hash, Network network, Moment moment, RuleState rule, Watch watch, Stopping stopping) {
    this.hash = hash;
    this.network = network;
    this.moment = moment;
    this.rule = rule;
    this.watch = watch;
    this.stopping = stopping;
  }

  /**
   * The state behind the row of {@code step}.
   *
   * @param over whether the run has come to its end there
   */
  Checkpoint at(long step, TableMark metrics, boolean over) {
    // Not Map.of: its order differs from process to process, and the file's bytes must not.
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put(BYTES, metrics.bytes());
    counters.put(CHECKSUM, metrics.checksum());
    counters.put(OVER, over ? 1L : 0L);
    Checkpoint checkpoint = new Checkpoint(hash, step, blocks(network.layout()), counters);
    slots().forEach(slot -> checkpoint.with(slot.name(), slot.values()));
    return checkpoint;
  }

  private List<Slot> slots() {
    List<Slot> all = new ArrayList<>(moment.slots());
    rule.slots().forEach(slot -> all.add(new Slot("rule." + slot.name(), slot.values())));
    all.addAll(watch.slots());
    all.addAll(stopping.slots());
    return all;
  }

  private static List<Block> blocks(ParameterLayout layout) {
    return layout.blocks().stream()
        .map(
            block ->
                new Block(
                    block.name(),
                    block.role().name().toLowerCase(Locale.ROOT),
                    block.offset(),
                    block.rows(),
                    block.columns()))
        .toList();
  }

  /** Where the metric table ended at that checkpoint. */
  static TableMark metrics(Checkpoint checkpoint) {
    Map<String, Long> counters = checkpoint.counters();
    return new TableMark(
        counters.getOrDefault(BYTES, -1L), counters.getOrDefault(CHECKSUM, -1L), checkpoint.step());
  }

  /** Whether the run can go on from there. */
  boolean fits(Checkpoint checkpoint) {
    return checkpoint.hash().equals(hash)
        && checkpoint.counters().getOrDefault(OVER, 1L) == 0
        && checkpoint.layout().equals(blocks(network.layout()))
        && checkpoint.names().equals(slots().stream().map(Slot::name).toList())
        && slots().stream().allMatch(slot -> sameLength(slot, checkpoint));
  }

  private static boolean sameLength(Slot slot, Checkpoint checkpoint) {
    return checkpoint.array(slot.name()).length == slot.values().length;
  }

  /** Puts everything back as it was. */
  void restore(Checkpoint checkpoint) {
    for (Slot slot : slots()) {
      double[] kept = checkpoint.array(slot.name());
      System.arraycopy(kept, 0, slot.values(), 0, kept.length);
    }
    network.write(moment.parameters());
  }
}
