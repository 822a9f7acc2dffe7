package org.dynlab.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
  private static final SeedTree SEEDS = new SeedTree(11);
  private static final int MANY = 10_000_000;

  private static double[] draw(SeedTree seeds, long update, int count) {
    double[] normals = new double[count];
    seeds.noise("noise").fill(update, normals);
    return normals;
  }

  /** Number i of an update, from the bits of its pair, by the formula and {@link StrictMath}. */
  private static double slow(SeedTree seeds, long update, int i) {
    long key = Stream.mix(seeds.child("noise").seed()) + update * Stream.GOLDEN_GAMMA;
    int pair = i / 512 * 256 + i % 256;
    long z = new Stream(Stream.mix(key)).at(pair).nextLong();
    double mantissa = 1 + (z >>> 12) * 0x1p-52;
    return exact(mantissa, Math.min(41, Long.numberOfTrailingZeros(z)))[i / 256 % 2];
  }

  /** x and y of a pair. */
  private static double[] exact(double mantissa, int octave) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(StrictMath.scalb(mantissa, -octave - 1)));
    double turns = mantissa * 0x1p23 - StrictMath.rint(mantissa * 0x1p23);
    double angle = 2 * Math.PI * turns;
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
  }

  @Test
  void eachNumberIsThatOfTheFormulaWithinOneInTenMillion() {
    for (long update : new long[] {0, 1, 77, -5, Long.MAX_VALUE}) {
      double[] normals = draw(SEEDS, update, 300_000);
      for (int i = 0; i < normals.length; i++) {
        assertThat(normals[i]).isCloseTo(slow(SEEDS, update, i), within(1.1e-7));
      }
    }
  }

  @Test
  void everyOctaveAndEveryEdgeOfTheCircleIsRight() {
    double[] pairs = new double[Noise.PIECE];
    for (int octave = 0; octave <= 41; octave++) {
      for (double coarse : new double[] {0, 1, 0x1p22, 3474675, 3474676, 0x1p23 - 1}) {
        for (double quarter : new double[] {0, 1, 2, 3, 4 - 0x1p-20, 0.5, 1.5, 2.5, 3.5}) {
          double mantissa = 1 + coarse * 0x1p-23 + quarter * 0x1p-25;
          pairs[0] = mantissa;
          pairs[PairBits.PAIRS] = 1 + octave * 0x1p-52;
          BoxMuller.normals(pairs, 0);
          double[] exact = exact(mantissa, octave);
          assertThat(pairs[0]).isCloseTo(exact[0], within(1.1e-7));
          assertThat(pairs[PairBits.PAIRS]).isCloseTo(exact[1], within(1.1e-7));
        }
      }
    }
  }

  /** Towards a mantissa of 2 the radius vanishes; it must not become the root of a negative. */
  @Test
  void theSmallestRadiusIsRightToSixDigits() {
    double[] pairs = new double[Noise.PIECE];
    for (double below = 0x1p-52; below < 1e-3; below *= 2) {
      pairs[0] = 2 - below;
      pairs[PairBits.PAIRS] = 1;
      BoxMuller.normals(pairs, 0);
      double[] exact = exact(2 - below, 0);
      double radius = Math.hypot(pairs[0], pairs[PairBits.PAIRS]);
      assertThat(radius / Math.hypot(exact[0], exact[1])).isCloseTo(1, within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 255, 256, 257, 511, 512, 513, 1024, 5000})
  void theFirstNumbersDoNotDependOnTheLength(int count) {
    double[] all = draw(SEEDS, 3, 10_000);
    assertThat(draw(SEEDS, 3, count)).isEqualTo(Arrays.copyOf(all, count));
  }

  @Test
  void numbersDependOnNothingThatWasDrawnBefore() {
    Noise noise = SEEDS.noise("noise");
    noise.fill(8, new double[3000]);
    double[] after = new double[3000];
    noise.fill(9, after);
    assertThat(after).isEqualTo(draw(SEEDS, 9, 3000));
  }

  @Test
  void addingIsScaleTimesTheNumbersOfTheUpdate() {
    double[] to = new double[5000];
    Arrays.fill(to, 2);
    SEEDS.noise("noise").add(4, 0.25, to);
    double[] normals = draw(SEEDS, 4, 5000);
    for (int i = 0; i < to.length; i++) {
      assertThat(to[i]).isEqualTo(2 + 0.25 * normals[i]);
    }
  }

  /** Tolerances are five standard errors. */
  @ParameterizedTest
  @CsvSource({"1, 0, 1", "2, 1, 2", "3, 0, 15", "4, 3, 96", "5, 0, 945", "6, 15, 10170"})
  void momentsAreThoseOfTheNormalDistribution(int power, double expected, double variance) {
    double sum = 0;
    for (double x : draw(SEEDS, 1, MANY)) {
      sum += Math.pow(x, power);
    }
    assertThat(sum / MANY).isCloseTo(expected, within(5 * Math.sqrt(variance / MANY)));
  }

  /** Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/15 + ...), good to |x| of 7. */
  private static double distribution(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; k < 200 && Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
      term *= x * x / (2 * k + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  @Test
  void theDistributionIsNormalByKolmogorovAndSmirnov() {
    double[] sorted = draw(SEEDS, 2, 1_000_000);
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double at = distribution(sorted[i]) * sorted.length;
      largest = Math.max(largest, Math.max(at - i, i + 1 - at));
    }
    assertThat(largest / Math.sqrt(sorted.length)).isBetween(0.3, 1.95);
  }

  /** Two-sided shares beyond x, from tables; within five standard deviations of their counts. */
  @ParameterizedTest
  @CsvSource({"3, 2.69980e-3", "4, 6.33425e-5", "4.5, 6.79535e-6", "5, 5.73303e-7"})
  void tailsHoldWhatTheyShould(double beyond, double share) {
    int repeats = 4;
    long count = 0;
    for (int update = 0; update < repeats; update++) {
      count += Arrays.stream(draw(SEEDS, update, MANY)).filter(x -> Math.abs(x) > beyond).count();
    }
    double expected = share * MANY * repeats;
    assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected)));
  }

  private static double correlation(double[] a, int from, double[] b, int shift, int power) {
    double sum = 0;
    int count = Math.min(a.length, b.length - shift) - from;
    for (int i = from; i < from + count; i++) {
      double moment = power == 1 ? 0 : 1;
      sum += (Math.pow(a[i], power) - moment) * (Math.pow(b[i + shift], power) - moment);
    }
    double variance = power == 1 ? 1 : 2;
    return sum / variance / Math.sqrt(count);
  }

  /** Correlations times √n are standard normal; five of them bound each. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void numbersOfOneUpdateAreUncorrelated(int power) {
    double[] normals = draw(SEEDS, 6, 4_000_000);
    for (int shift : new int[] {1, 2, 3, 64, 255, 256, 257, 512, 1024}) {
      assertThat(correlation(normals, 0, normals, shift, power)).as("%s", shift).isBetween(-5., 5.);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void updatesSeedsAndNamesAreUncorrelated(int power) {
    double[] normals = draw(SEEDS, 6, 4_000_000);
    double[] renamed = new double[normals.length];
    SEEDS.noise("noisf").fill(6, renamed);
    for (double[] other :
        new double[][] {
          draw(SEEDS, 7, normals.length),
          draw(SEEDS, 8, normals.length),
          draw(new SeedTree(12), 6, normals.length),
          draw(new SeedTree(10), 7, normals.length),
          renamed
        }) {
      for (int shift : new int[] {0, 1, 256}) {
        assertThat(correlation(normals, 0, other, shift, power)).isBetween(-5., 5.);
      }
    }
  }

  private static double chiSquare(long[] counts, double expected) {
    double sum = 0;
    for (long count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  /** The pairs of the first {@code draws} draws of a stream, mantissas as bits. */
  private static void pairs(long stream, int draws, BiConsumer<Long, Integer> use) {
    PairBits bits = new PairBits();
    double[] pairs = new double[Noise.PIECE];
    for (int first = 0; first < draws; first += PairBits.PAIRS) {
      bits.draw(stream, first, pairs, 0);
      for (int i = 0; i < PairBits.PAIRS; i++) {
        int octave = (int) ((pairs[i + PairBits.PAIRS] - 1) * 0x1p52);
        use.accept(Double.doubleToLongBits(pairs[i]), octave);
      }
    }
  }

  @ParameterizedTest(name = "from bit {0}")
  @ValueSource(ints = {44, 37, 29, 21, 12, 5})
  void eightBitsOfThePairsAreEven(int from) {
    int draws = 1 << 20;
    long[] counts = new long[256];
    pairs(99, draws, (mantissa, octave) -> counts[(int) (mantissa >>> from) & 255]++);
    assertThat(chiSquare(counts, draws / 256.0)).isBetween(255 - 5 * 22.6, 255 + 5 * 22.6);
  }

  @Test
  void octavesHalveOneAfterTheOther() {
    int draws = 1 << 20;
    long[] counts = new long[42];
    pairs(5, draws, (mantissa, octave) -> counts[octave]++);
    for (int octave = 0; octave < 14; octave++) {
      double expected = StrictMath.scalb(draws, -octave - 1);
      assertThat((double) counts[octave]).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
  }

  /** Angle and radius share the mantissa: 16 parts of one against 16 of the other are even. */
  @Test
  void angleAndRadiusAreIndependent() {
    int draws = 1 << 20;
    long[] counts = new long[256];
    pairs(
        31,
        draws,
        (mantissa, octave) -> {
          int coarse = (int) (mantissa >>> 48) & 15;
          int fine = (int) (mantissa >>> 25) & 15;
          counts[16 * coarse + fine]++;
        });
    assertThat(chiSquare(counts, draws / 256.0)).isBetween(255 - 5 * 22.6, 255 + 5 * 22.6);
  }
}
