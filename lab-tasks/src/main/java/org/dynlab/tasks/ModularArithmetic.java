package org.dynlab.tasks;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * The table of a binary operation modulo p: some of its entries are learned, the rest are asked.
 *
 * <p>The n examples are all pairs (x, y) of residues, n = p², for the divisions those with y ≠ 0, n
 * = p(p-1). An input is the concatenation of two one-hot vectors of length p, ones at x and p + y,
 * or a sentence, see {@link Encoding}. The target is the result, one of p classes.
 *
 * <p>Split: the pairs, numbered row after row of the table, are put in a random order drawn from
 * the seed stream {@code split}; the first floor(trainFraction · n) are the train set and all
 * others are the eval set, both in that order. The product is that of the decimal number as
 * written: 0.29 of 100 pairs is 29, although the double product lies just below. With {@code
 * labelNoise} that share of the train labels, rounded down likewise, is replaced by other ones,
 * drawn from the stream {@code noise} and uniform over the p - 1 others; eval labels are right.
 *
 * <p>The task on which delayed generalisation was first reported: Power et al. 2022,
 * arXiv:2201.02177; with wrong labels: Doshi et al. 2024, arXiv:2310.13061. Memory: 8 bytes an
 * example for {@code tokens}, 16p for {@code oneHot}, which therefore ends at p = 256.
 */
@Meaning("a binary operation on residues modulo p; the pairs not trained on are the eval set")
public record ModularArithmetic(
    @Meaning("what is computed from x and y") @Default("add") Operation operation,
    @Meaning("p, the number of residues, 2..1000; prime for divide") @Default("97") int modulus,
    @Meaning("share of all pairs that is trained on") @Default("0.5") double trainFraction,
    @Meaning("form of the inputs: vectors, or sentences for a transformer") @Default("tokens")
        Encoding encoding,
    @Meaning("share of train labels that are wrong, in [0, 1]") @Default("0") double labelNoise)
    implements Task {

  private static final int LARGEST_MODULUS = 1000;
  private static final int LARGEST_DENSE_MODULUS = 256;

  /** Checks the ranges. */
  public ModularArithmetic {
    Checks checks = new Checks().range("modulus", modulus, 2, LARGEST_MODULUS);
    if (modulus >= 2 && modulus <= LARGEST_MODULUS) {
      checkModulus(checks, operation, modulus, encoding);
      int pairs = modulus * (modulus - operation.smallestY());
      Share.checkTrainFraction(checks, trainFraction, pairs, "pairs");
    } else {
      checks.strictlyBetween("trainFraction", trainFraction, 0, 1);
    }
    LabelNoise.check(checks, labelNoise);
    checks.done();
  }

  /** Without wrong labels. */
  public ModularArithmetic(
      Operation operation, int modulus, double trainFraction, Encoding encoding) {
    this(operation, modulus, trainFraction, encoding, 0);
  }

  private static void checkModulus(
      Checks checks, Operation operation, int modulus, Encoding encoding) {
    checks.that(
        operation != Operation.DIVIDE || Residues.isPrime(modulus),
        "modulus",
        "must be prime for divide",
        modulus,
        "nearest: " + Residues.nearestPrimes(modulus, LARGEST_MODULUS));
    checks.that(
        encoding != Encoding.ONE_HOT || modulus <= LARGEST_DENSE_MODULUS,
        "modulus",
        "must be <= " + LARGEST_DENSE_MODULUS + " for oneHot",
        modulus,
        "encoding tokens gives the same numbers in little memory");
  }

  /** n, the number of pairs the operation is defined for. */
  public int pairs() {
    return table().cells();
  }

  /** Number of pairs that are trained on: floor(trainFraction · n), in 1..n-1. */
  public int trainPairs() {
    return Share.of(trainFraction, pairs());
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    return table().split(new OperationTable.Lesson(trainFraction, encoding, labelNoise), seeds);
  }

  private OperationTable table() {
    return new OperationTable(
        modulus, operation.smallestY(), (x, y) -> operation.label(x, y, modulus));
  }
}
