package org.dynlab.tasks;

import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * What a random tanh network, the teacher, answers to random inputs: x ~ N(0, 1)^inputs, y = W_L
 * tanh(... tanh(W_1 x + b_1) ...) + b_L, computed in double. The teacher's weights and biases are
 * uniform in ±1/√fan-in, as PyTorch's linear layers begin.
 *
 * <p>An example is right if the mean over its outputs of the squared error is at most {@code
 * tolerance}. Streams: {@code teacher.layer1}, ... (weights, then biases), {@code inputs.train},
 * {@code inputs.eval}; so a larger train set begins with the smaller one.
 *
 * <p>Setting and defaults: Liu, Michaud and Tegmark 2023, arXiv:2210.01117, and the notebook of
 * their code: 5-100-100-5, 100 examples on each side, right below (here: up to) 0.001. Their α, a
 * factor on the student's initial parameters, is a model's {@code initScale}.
 */
@Meaning("the answers of a random tanh network to normal inputs")
public record TeacherStudent(
    @Meaning("numbers per input, 1..1000") @Default("5") int inputs,
    @Meaning("widths of the teacher's hidden layers, 1..10000 each") @Default("[100, 100]")
        List<Integer> teacher,
    @Meaning("numbers per target, 1..1000") @Default("5") int outputs,
    @Meaning("number of train examples, 1..1000000") @Default("100") int trainSize,
    @Meaning("number of eval examples, 1..1000000") @Default("100") int evalSize,
    @Meaning("largest mean squared error of a right example, > 0") @Default("0.001")
        double tolerance)
    implements Task {

  private static final int MOST_EXAMPLES = 1_000_000;
  private static final int WIDEST = 10_000;
  private static final int MOST_NUMBERS = 1000;

  /** Checks the ranges. */
  public TeacherStudent {
    teacher = List.copyOf(teacher);
    Checks checks = new Checks().range("inputs", inputs, 1, MOST_NUMBERS);
    for (int k = 0; k < teacher.size(); k++) {
      checks.range("teacher[" + k + "]", teacher.get(k), 1, WIDEST);
    }
    checks.range("outputs", outputs, 1, MOST_NUMBERS);
    checks.range("trainSize", trainSize, 1, MOST_EXAMPLES);
    checks.range("evalSize", evalSize, 1, MOST_EXAMPLES);
    checks.positive("tolerance", tolerance);
    checks.done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    TanhNetwork network = new TanhNetwork(inputs, teacher, outputs, seeds);
    return new TaskData(
        examples(network, trainSize, seeds.stream("inputs.train")),
        examples(network, evalSize, seeds.stream("inputs.eval")));
  }

  private Examples examples(TanhNetwork network, int rows, Stream stream) {
    double[] x = new double[rows * inputs];
    double[] y = new double[rows * outputs];
    for (int row = 0; row < rows; row++) {
      double[] point = new double[inputs];
      for (int i = 0; i < inputs; i++) {
        point[i] = stream.gaussian();
      }
      System.arraycopy(point, 0, x, row * inputs, inputs);
      System.arraycopy(network.answer(point), 0, y, row * outputs, outputs);
    }
    return new Examples(new DenseFeatures(x, inputs), new RealTargets(y, outputs, tolerance));
  }
}
