package org.dynlab.store.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known key that an unknown key was most likely meant to be.
 *
 * <p>The distance is the restricted Damerau-Levenshtein distance (optimal string alignment):
 * insertions, deletions, substitutions and swaps of neighbours, one each, letter case ignored
 * (Damerau 1964, doi:10.1145/363958.363994). A key counts as near if the distance is at most a
 * third of the longer key, rounded to the nearest whole number; among equally near keys the first
 * one wins.
 */
public final class NearestKey {
  private NearestKey() {}

  /** The nearest known key, or nothing if none is near enough. */
  public static Optional<String> of(String unknown, Collection<String> known) {
    String nearest = null;
    int best = Integer.MAX_VALUE;
    for (String key : known) {
      int cutoff = cutoff(unknown, key);
      if (Math.abs(unknown.length() - key.length()) <= cutoff) {
        int distance = distance(lower(unknown), lower(key));
        if (distance <= cutoff && distance < best) {
          best = distance;
          nearest = key;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private static int cutoff(String unknown, String key) {
    return (Math.max(unknown.length(), key.length()) + 1) / 3;
  }

  /** Optimal string alignment distance, O(|a| |b|) time, three rows of memory. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      fill(row, last, beforeLast, a, b, i);
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  private static void fill(int[] row, int[] last, int[] beforeLast, String a, String b, int i) {
    for (int j = 1; j <= b.length(); j++) {
      int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(substituted, 1 + Math.min(last[j], row[j - 1]));
      if (swapped(a, b, i, j)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
