package org.dynlab.app.session;

import java.io.PrintStream;
import org.dynlab.analysis.finding.Finding;
import org.dynlab.analysis.finding.Rendering;

/** A finding on a terminal: title, tables, notes. */
public final class FindingText {
  private FindingText() {}

  /** Prints it, an empty line before each of its tables. */
  public static void print(Finding finding, PrintStream out) {
    out.println();
    out.println(finding.title());
    finding
        .tables()
        .forEach(
            table -> {
              out.println();
              out.println(table.caption());
              out.print(Rendering.text(table));
            });
    if (!finding.notes().isEmpty()) {
      out.println();
    }
    finding.notes().forEach(note -> out.println("note: " + note));
    out.println();
  }
}
