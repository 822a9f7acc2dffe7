package org.dynlab.tasks.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.DenseFeatures;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.RealTargets;
import org.dynlab.core.task.Targets;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.Share;
import org.dynlab.tasks.files.ExperimentFolder;

/**
 * A table of the user's own: numbers as features, and either a column of classes or columns of
 * numbers to be met. The first line names the columns.
 *
 * <p>A relative path starts from the folder of the experiment file ({@link ExperimentFolder}).
 * Split: by a column whose cells say {@code train} or {@code eval}, or by the seed: rows are put in
 * a random order drawn from the stream {@code split}, the first floor(trainFraction · n) are the
 * train set. Targets are taken as they are; only features are standardised, see {@link
 * Standardisation}. Classes: see {@link Classes}.
 *
 * <p>The description holds the path, not the content: whoever changes the table starts a new output
 * folder. Limits: 20 million numbers, lines of 4 million characters.
 */
@Meaning("a table of your own, as a CSV file whose first line names the columns")
public record CsvTable(
    @Meaning("path of the table, relative to the folder of this experiment file") String file,
    @Meaning("columns that are inputs, numbers; [] for all that have no other use") @Default("[]")
        List<String> features,
    @Meaning("column with the class, text or numbers; either this or target") @Default("null")
        Optional<String> label,
    @Meaning("columns with numbers to be met; either this or label") @Default("[]")
        List<String> target,
    @Meaning("share of rows trained on, drawn by the seed; either this or splitColumn")
        @Default("null")
        Optional<Double> trainFraction,
    @Meaning("column whose cells are train or eval; either this or trainFraction") @Default("null")
        Optional<String> splitColumn,
    @Meaning("features with mean 0 and standard deviation 1 over the train rows") @Default("true")
        boolean standardise,
    @Meaning("what stands between cells") @Default("comma") Delimiter delimiter)
    implements Task {

  /** Checks that the keys fit each other, copies the lists. */
  public CsvTable {
    features = List.copyOf(features);
    target = List.copyOf(target);
    Checks checks = new Checks();
    checks.that(!file.isBlank(), "file", "must name a file", '"' + file + '"');
    checkChoices(label, target, trainFraction, splitColumn, checks);
    trainFraction.ifPresent(share -> checks.strictlyBetween("trainFraction", share, 0, 1));
    List<String> used = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      use(features.get(i), "features[" + i + "]", used, checks);
    }
    label.ifPresent(name -> use(name, "label", used, checks));
    for (int i = 0; i < target.size(); i++) {
      use(target.get(i), "target[" + i + "]", used, checks);
    }
    splitColumn.ifPresent(name -> use(name, "splitColumn", used, checks));
    checks.done();
  }

  private static void checkChoices(
      Optional<String> label,
      List<String> target,
      Optional<Double> trainFraction,
      Optional<String> splitColumn,
      Checks checks) {
    boolean both = label.isPresent() && !target.isEmpty();
    boolean one = label.isPresent() != !target.isEmpty();
    String rule = "must be given if target is not, and only then";
    checks.that(one, "label", rule, both ? "both" : "neither", "e.g. label: kind");
    both = trainFraction.isPresent() && splitColumn.isPresent();
    one = trainFraction.isPresent() != splitColumn.isPresent();
    rule = "must be given if splitColumn is not, and only then";
    checks.that(one, "trainFraction", rule, both ? "both" : "neither", "e.g. trainFraction: 0.8");
  }

  private static void use(String name, String where, List<String> used, Checks checks) {
    checks.that(!used.contains(name), where, "must be a column that has no other use", name, "");
    used.add(name);
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Path path = ExperimentFolder.resolve(file);
    CsvRows rows = CsvRows.read(path, this);
    int[] order = order(rows, seeds);
    int trainRows = trainRows(rows);
    int[] train = Arrays.copyOf(order, trainRows);
    int[] eval = Arrays.copyOfRange(order, trainRows, order.length);
    if (train.length == 0 || eval.length == 0) {
      String got = train.length + " and " + eval.length;
      throw new UserError(path.toString(), "must give rows to train on and to judge by", got, "");
    }
    Examples all = examples(rows, train, path);
    return new TaskData(all.select(train), all.select(eval));
  }

  /** Train rows first. */
  private int[] order(CsvRows rows, SeedTree seeds) {
    if (splitColumn.isEmpty()) {
      return seeds.stream("split").permutation(rows.rows());
    }
    BitSet trained = rows.train();
    IntStream train = trained.stream();
    IntStream eval = IntStream.range(0, rows.rows()).filter(row -> !trained.get(row));
    return IntStream.concat(train, eval).toArray();
  }

  private int trainRows(CsvRows rows) {
    return trainFraction
        .map(share -> Share.of(share, rows.rows()))
        .orElseGet(() -> rows.train().cardinality());
  }

  private Examples examples(CsvRows rows, int[] train, Path path) {
    int width = rows.roles().features().size();
    double[] values = rows.features();
    if (standardise) {
      Standardisation.apply(values, width, train);
    }
    return new Examples(new DenseFeatures(values, width), targets(rows, path));
  }

  private Targets targets(CsvRows rows, Path path) {
    return label
        .<Targets>map(name -> Classes.of(rows.labels(), path + ": column " + name))
        .orElseGet(() -> new RealTargets(rows.targets(), target.size()));
  }
}
