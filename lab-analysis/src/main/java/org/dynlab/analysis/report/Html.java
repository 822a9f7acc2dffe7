package org.dynlab.analysis.report;

/** Text as HTML. */
final class Html {
  private Html() {}

  /** The text with the characters escaped that mean something in elements or quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
