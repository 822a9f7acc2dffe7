package org.dynlab.tasks;

import java.math.BigDecimal;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.ClassTargets;
import org.dynlab.core.task.Examples;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;
import org.dynlab.core.task.TokenFeatures;

/**
 * The table of a binary operation modulo p: some of its entries are learned, the rest are asked.
 *
 * <p>The n examples are all pairs (x, y) of residues, n = p², for {@code divide} those with y ≠ 0,
 * n = p(p-1). An input is the concatenation of two one-hot vectors of length p: ones at x and p +
 * y, width 2p. The target is the result, one of p classes.
 *
 * <p>Split: the pairs, numbered row after row of the table, are put in a random order drawn from
 * the seed stream {@code split}; the first floor(trainFraction · n) are the train set and all
 * others are the eval set, both in that order. The product is that of the decimal number as
 * written: 0.29 of 100 pairs is 29, although the double product lies just below.
 *
 * <p>The task on which delayed generalisation was first reported: Power et al. 2022,
 * arXiv:2201.02177. Memory: 8 bytes an example for {@code tokens}, 16p for {@code oneHot}, which
 * therefore ends at p = 256.
 */
@Meaning("a binary operation on residues modulo p; the pairs not trained on are the eval set")
public record ModularArithmetic(
    @Meaning("what is computed from x and y") @Default("add") Operation operation,
    @Meaning("p, the number of residues, 2..1000; prime for divide") @Default("97") int modulus,
    @Meaning("share of all pairs that is trained on") @Default("0.5") double trainFraction,
    @Meaning("form of the inputs, same numbers") @Default("tokens") Encoding encoding)
    implements Task {

  private static final int LARGEST_MODULUS = 1000;
  private static final int LARGEST_DENSE_MODULUS = 256;

  /** Checks the ranges. */
  public ModularArithmetic {
    Checks checks = new Checks().range("modulus", modulus, 2, LARGEST_MODULUS);
    checks.strictlyBetween("trainFraction", trainFraction, 0, 1);
    if (modulus >= 2 && modulus <= LARGEST_MODULUS) {
      checkModulus(checks, operation, modulus, encoding);
      checkParts(checks, pairs(operation, modulus), trainFraction);
    }
    checks.done();
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

  private static void checkParts(Checks checks, int pairs, double trainFraction) {
    if (trainFraction > 0 && trainFraction < 1) {
      checks.that(
          share(trainFraction, pairs) >= 1,
          "trainFraction",
          "must give at least one train pair",
          trainFraction,
          "there are " + pairs + " pairs, and the share is rounded down");
    }
  }

  /** n, the number of pairs the operation is defined for. */
  public int pairs() {
    return pairs(operation, modulus);
  }

  /** Number of pairs that are trained on: floor(trainFraction · n), in 1..n-1. */
  public int trainPairs() {
    return share(trainFraction, pairs());
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    int[] order = seeds.stream("split").permutation(pairs());
    return new TaskData(
        examples(order, 0, trainPairs()), examples(order, trainPairs(), order.length));
  }

  private Examples examples(int[] order, int from, int to) {
    int perRow = modulus - operation.smallestY();
    int[] tokens = new int[2 * (to - from)];
    int[] labels = new int[to - from];
    for (int i = 0; i < labels.length; i++) {
      int x = order[from + i] / perRow;
      int y = order[from + i] % perRow + operation.smallestY();
      tokens[2 * i] = x;
      tokens[2 * i + 1] = modulus + y;
      labels[i] = operation.label(x, y, modulus);
    }
    TokenFeatures inputs = new TokenFeatures(tokens, 2, 2 * modulus);
    return new Examples(encoding.encode(inputs), new ClassTargets(labels, modulus));
  }

  private static int pairs(Operation operation, int modulus) {
    return modulus * (modulus - operation.smallestY());
  }

  private static int share(double fraction, int pairs) {
    return BigDecimal.valueOf(fraction).multiply(BigDecimal.valueOf(pairs)).intValue();
  }
}
