package org.dynlab.store.claim;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dynlab.store.problem.UserError;

/**
 * What a run has to reach to have converged: a column strictly beyond a value, as in arXiv
 * 2308.09543 (its code compares with {@code >}).
 *
 * @param column the column
 * @param value the value that must be passed
 * @param falling whether it is passed from above, as losses do
 */
public record Target(String column, double value, boolean falling) {
  private static final Pattern WRITTEN = Pattern.compile("\\s*(\\S+?)\\s*([<>])\\s*(\\S+)\\s*");

  /** Refuses a value that is not finite. */
  public Target {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the value of a target must be finite");
    }
  }

  /**
   * A target as it is typed, e.g. {@code eval_acc>0.9} or {@code eval.loss<0.1}.
   *
   * @param where what to call it in an error
   */
  public static Target parse(String text, String where) {
    Matcher parts = WRITTEN.matcher(text);
    if (parts.matches()) {
      try {
        double value = Double.parseDouble(parts.group(3));
        if (Double.isFinite(value)) {
          return new Target(parts.group(1), value, parts.group(2).equals("<"));
        }
      } catch (NumberFormatException e) {
        throw wrong(text, where);
      }
    }
    throw wrong(text, where);
  }

  private static UserError wrong(String text, String where) {
    String hint = "e.g. 'eval.accuracy>0.9', in quotes so that the shell leaves it alone";
    return new UserError(where, "must be COLUMN>NUMBER or COLUMN<NUMBER", text, hint);
  }

  /** Whether that number of the column is beyond the value; NaN never is. */
  public boolean passedBy(double number) {
    return falling ? number < value : number > value;
  }

  /** e.g. {@code eval.accuracy > 0.9}. */
  public String words() {
    String number = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return column + (falling ? " < " : " > ") + number;
  }
}
