package org.dynlab.core.model;

import java.util.Arrays;
import java.util.List;
import org.dynlab.core.activation.Activation;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.describe.YamlText;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.loss.Loss;
import org.dynlab.core.model.firstlayer.FirstLayerCatalogue;
import org.dynlab.core.model.initialisation.InitialisationCatalogue;
import org.dynlab.core.model.initialisation.TorchDefault;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.random.Stream;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.TokenFeatures;

/** Small networks and data for tests, all from fixed seeds. */
public final class Networks {

  private static final ExperimentLanguage LANGUAGE =
      new ExperimentLanguage(
          List.of(
              ModelCatalogue.catalogue(),
              InitialisationCatalogue.catalogue(),
              FirstLayerCatalogue.catalogue()));

  private Networks() {}

  /** Dense Gaussian inputs with random classes. */
  public static Examples dense(int rows, int width, int classes) {
    Stream stream = new SeedTree(3).stream("dense");
    double[] values = new double[rows * width];
    Arrays.setAll(values, i -> stream.gaussian());
    return new Examples(new DenseFeatures(values, width), targets(rows, classes, stream));
  }

  /** Inputs of two tokens each, one from either half of the width, with random classes. */
  public static Examples tokens(int rows, int width, int classes) {
    Stream stream = new SeedTree(4).stream("tokens");
    int half = width / 2;
    int[] tokens = new int[2 * rows];
    Arrays.setAll(tokens, i -> i % 2 == 0 ? stream.below(half) : half + stream.below(half));
    return new Examples(new TokenFeatures(tokens, 2, width), targets(rows, classes, stream));
  }

  /** Dense Gaussian inputs with Gaussian numbers to be met. */
  public static Examples numbers(int rows, int width, int outputs) {
    Stream stream = new SeedTree(5).stream("numbers");
    double[] values = new double[rows * width];
    Arrays.setAll(values, i -> stream.gaussian());
    double[] targets = new double[rows * outputs];
    Arrays.setAll(targets, i -> stream.gaussian());
    return new Examples(new DenseFeatures(values, width), new RealTargets(targets, outputs));
  }

  private static ClassTargets targets(int rows, int classes, Stream stream) {
    int[] labels = new int[rows];
    Arrays.setAll(labels, i -> stream.below(classes));
    return new ClassTargets(labels, classes);
  }

  /** The perceptron that such a description stands for, e.g. {@code {hidden: [5], bias: false}}. */
  public static Mlp mlp(String yaml) {
    return LANGUAGE.reader().read(new YamlSource("model", yaml).value(), Mlp.class, "");
  }

  /** The description of that model, every default resolved. */
  public static String yaml(Mlp model) {
    return YamlText.flow(LANGUAGE.writer().toTree(model));
  }

  /** A multi-layer perceptron with PyTorch's default initialisation. */
  public static Mlp mlp(Activation f, Loss loss, boolean bias, Integer... hidden) {
    return new Mlp(List.of(hidden), f, bias, new TorchDefault(), 1.0, loss);
  }
}
