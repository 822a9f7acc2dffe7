package org.dynlab.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void numbersStandToTheRightAndWordsToTheLeft() {
    String text =
        new TextTable("run", "outcome", "loss")
            .row("000", "completed", "1.5e-05")
            .row("10", "diverged", "-")
            .text();
    assertThat(text)
        .isEqualTo(
            """
            run  outcome       loss
            000  completed  1.5e-05
             10  diverged         -
            """);
  }

  @Test
  void columnsWithNothingInThemAreLeftOut() {
    assertThat(new TextTable("settings", "seed", "x").row("-", "1", "-").text())
        .isEqualTo("seed\n   1\n");
  }

  @Test
  void aTableWithoutRowsIsItsHeadings() {
    assertThat(new TextTable("a", "b").text()).isEqualTo("a  b\n");
  }

  @Test
  void whatATerminalWouldObeyIsSpelledOut() {
    assertThat(new TextTable("file").row("\u001b[2Ja\nb").text())
        .isEqualTo("file\n\\u001b[2Ja\\u000ab\n");
  }
}
