package org.dynlab.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dynlab.core.rule.RuleState;
import org.dynlab.core.rule.UpdateRule;
import org.dynlab.core.state.Slot;
import org.dynlab.store.checkpoint.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule goes on from a checkpoint in another process as if it had never stopped. */
class ResumeInNewProcessTest {
  private static final int BEFORE = 7;
  private static final int AFTER = 6;

  @TempDir Path folder;

  @Test
  void everyRuleEndsWithTheSameBits() throws Exception {
    List<String> expected = new ArrayList<>();
    List<UpdateRule> rules = RuleContractTest.rules();
    for (int i = 0; i < rules.size(); i++) {
      RuleState state = Trajectory.begin(rules.get(i));
      double[][] gradients = Trajectory.gradients(BEFORE + AFTER);
      double[][] head = Arrays.copyOf(gradients, BEFORE);
      double[] middle = Trajectory.follow(state, Trajectory.start(), head, 1)[BEFORE - 1];
      save(state, middle, folder.resolve(i + ".ckpt"));
      expected.add(bits(goOn(state, middle)));
    }
    assertThat(otherProcess()).isEqualTo(expected);
  }

  private static void save(RuleState state, double[] parameters, Path file) {
    Checkpoint checkpoint =
        new Checkpoint("test", BEFORE, List.of(), Map.of()).with("parameters", parameters);
    for (Slot slot : state.slots()) {
      checkpoint.with("rule/" + slot.name(), slot.values());
    }
    checkpoint.write(file);
  }

  private static double[] goOn(RuleState state, double[] parameters) {
    double[][] gradients = Trajectory.gradients(BEFORE + AFTER);
    double[][] tail = Arrays.copyOfRange(gradients, BEFORE, BEFORE + AFTER);
    return Trajectory.follow(state, parameters, tail, BEFORE + 1)[AFTER - 1];
  }

  private static String bits(double[] values) {
    return Arrays.toString(Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray());
  }

  private List<String> otherProcess() throws Exception {
    Path out = folder.resolve("out.txt");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(java, "-cp", classes, Resumed.class.getName(), folder.toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  /** The other process: goes on with every rule from its checkpoint and prints the end. */
  static final class Resumed {
    private Resumed() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      List<UpdateRule> rules = RuleContractTest.rules();
      for (int i = 0; i < rules.size(); i++) {
        Checkpoint checkpoint = Checkpoint.read(folder.resolve(i + ".ckpt"));
        RuleState state = Trajectory.begin(rules.get(i));
        for (Slot slot : state.slots()) {
          double[] kept = checkpoint.array("rule/" + slot.name());
          System.arraycopy(kept, 0, slot.values(), 0, kept.length);
        }
        System.out.println(bits(goOn(state, checkpoint.array("parameters"))));
      }
    }
  }
}
