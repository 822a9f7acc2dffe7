package org.dynlab.tasks;

import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.Default;
import org.dynlab.core.describe.Meaning;
import org.dynlab.core.random.SeedTree;
import org.dynlab.core.task.Task;
import org.dynlab.core.task.TaskData;

/**
 * The multiplication table of the symmetric group S_k: some of its entries are learned, the rest
 * are asked. The n = (k!)² examples are all pairs (a, b) of permutations, the target is their
 * product, one of k! classes.
 *
 * <p>Elements are numbered as in {@link Permutations}; 0 is the identity. The product is a after b:
 * c = (a[b[0]], ..., a[b[k-1]]), as in Power et al. 2022, arXiv:2201.02177, whose S5 this is for k
 * = 5; the other order of composition is the transposed table. Forms of the inputs, split and wrong
 * labels are those of {@link ModularArithmetic}, with k! in the place of p; {@code oneHot} ends at
 * k = 5, where its n · 2k! numbers take 28 MB.
 */
@Meaning("products of permutations; the pairs not trained on are the eval set")
public record PermutationGroup(
    @Meaning("k, how many things are permuted, 3..6") @Default("5") int degree,
    @Meaning("share of all pairs that is trained on") @Default("0.5") double trainFraction,
    @Meaning("form of the inputs: vectors, or sentences for a transformer") @Default("tokens")
        Encoding encoding,
    @Meaning("share of train labels that are wrong, in [0, 1]") @Default("0") double labelNoise)
    implements Task {

  private static final int SMALLEST = 3;
  private static final int LARGEST = 6;
  private static final int LARGEST_DENSE = 5;

  /** Checks the ranges. */
  public PermutationGroup {
    Checks checks = new Checks().range("degree", degree, SMALLEST, LARGEST);
    checks.that(
        encoding != Encoding.ONE_HOT || degree != LARGEST,
        "degree",
        "must be <= " + LARGEST_DENSE + " for oneHot",
        degree,
        "encoding tokens gives the same numbers in little memory");
    int pairs = degree < SMALLEST || degree > LARGEST ? Integer.MAX_VALUE : pairs(degree);
    Share.checkTrainFraction(checks, trainFraction, pairs, "pairs");
    LabelNoise.check(checks, labelNoise);
    checks.done();
  }

  @Override
  public TaskData prepare(SeedTree seeds) {
    Permutations elements = new Permutations(degree);
    return new OperationTable(elements.count(), 0, elements::product)
        .split(new OperationTable.Lesson(trainFraction, encoding, labelNoise), seeds);
  }

  private static int pairs(int degree) {
    int elements = Permutations.count(degree);
    return elements * elements;
  }
}
