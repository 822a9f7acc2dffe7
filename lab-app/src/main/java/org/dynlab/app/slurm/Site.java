package org.dynlab.app.slurm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dynlab.store.problem.UserError;

/**
 * What a site allows, as {@code scontrol show config} says.
 *
 * @param maxArraySize tasks of an array are numbered below it
 * @param maxJobCount jobs the controller keeps at most, each task being one
 */
record Site(int maxArraySize, int maxJobCount) {
  /** Where a site allows more, more does not help: scripts stay short and queues readable. */
  private static final int ENOUGH = 10_000;

  static Site ask(Programs programs) {
    Programs.Answer answer = programs.call("scontrol", List.of("show", "config"));
    if (answer.code() != 0) {
      throw Refusals.machine("scontrol", answer);
    }
    Site site =
        new Site(
            number("MaxArraySize", answer.out(), 1001),
            number("MaxJobCount", answer.out(), ENOUGH));
    if (site.longestArray() < 1) {
      throw new UserError(
          "scontrol show config: MaxArraySize",
          "must be at least 1",
          Integer.toString(site.maxArraySize),
          "this site allows no job arrays");
    }
    return site;
  }

  private static int number(String key, String config, int otherwise) {
    Matcher matcher = Pattern.compile("(?m)^" + key + "\\s*=\\s*(\\d{1,9})\\b").matcher(config);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
  }

  /** The most tasks an array may have. */
  int longestArray() {
    return Math.min(Math.min(maxArraySize, maxJobCount), ENOUGH);
  }
}
