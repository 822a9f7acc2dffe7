package org.dynlab.tasks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prime moduli and inverses modulo a prime. */
final class Residues {

  private Residues() {}

  /** Whether {@code n} is a prime number; false for 1 and below. */
  static boolean isPrime(int n) {
    return n >= 2 && IntStream.rangeClosed(2, (int) Math.sqrt(n)).allMatch(d -> n % d != 0);
  }

  /**
   * y⁻¹ modulo the prime p as {@code y^(p-2)} (Fermat's little theorem), by repeated squaring; y in
   * 1..p-1, p below 2³¹.
   */
  static long inverse(long y, long p) {
    long power = 1;
    long square = y % p;
    for (long exponent = p - 2; exponent > 0; exponent >>= 1) {
      power = (exponent & 1) == 1 ? power * square % p : power;
      square = square * square % p;
    }
    return power;
  }

  /** The primes next to {@code n} below and above that lie in 2..largest, e.g. "89 and 97". */
  static String nearestPrimes(int n, int largest) {
    IntStream below =
        IntStream.iterate(n, d -> d >= 2, d -> d - 1).filter(Residues::isPrime).limit(1);
    IntStream above = IntStream.rangeClosed(n, largest).filter(Residues::isPrime).limit(1);
    return IntStream.concat(below, above)
        .mapToObj(Integer::toString)
        .distinct()
        .collect(Collectors.joining(" and "));
  }
}
