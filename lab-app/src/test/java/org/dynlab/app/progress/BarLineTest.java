package org.dynlab.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarLineTest {

  @ParameterizedTest
  @CsvSource({
    "0, '[.....] words   '",
    "0.5, '[##...] words   '",
    "1, '[#####] words   '",
    "7, '[#####] words   '",
    "NaN, '[.....] words   '"
  })
  void theBarIsFilledByItsShare(double share, String line) {
    assertThat(BarLine.line(share, "words", line.length())).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "20", "80", "300"})
  void everyLineHasTheWidthItMayHave(int width) {
    assertThat(BarLine.line(0.3, "step 3/10, loss 0.1", width)).hasSize(width);
  }
}
