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

  /** y⁻¹ modulo the prime p, which is y^(p-2) (Fermat's little theorem); y in 1..p-1. */
  static long inverse(long y, long p) {
    return power(y, p - 2, p);
  }

  /** y^exponent modulo p by repeated squaring; exponent from 0, p in 2..2³¹. */
  static long power(long y, long exponent, long p) {
    long power = 1;
    long square = y % p;
    for (long left = exponent; left > 0; left >>= 1) {
      power = (left & 1) == 1 ? power * square % p : power;
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
