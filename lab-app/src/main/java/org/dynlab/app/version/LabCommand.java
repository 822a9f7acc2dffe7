package org.dynlab.app.version;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a process on another machine with the same files starts this lab: same classes, same version,
 * whatever is built meanwhile. The launcher script passes its own path in the system property
 * {@code lab.script}; without it Java is called as for this process.
 */
public final class LabCommand {
  private static final String PROGRAM = "org.dynlab.app.Lab";

  private LabCommand() {}

  /** The words of the command; arguments of the lab come behind. */
  public static List<String> words() {
    String script = System.getProperty("lab.script", "");
    String classPath = System.getProperty("java.class.path");
    List<String> words = new ArrayList<>();
    if (script.isEmpty()) {
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true"));
      words.addAll(CodeVersion.current().options());
      words.addAll(List.of("-cp", classPath, PROGRAM));
    } else {
      words.addAll(List.of("env", "LAB_CLASS_PATH=" + classPath));
      words.add("LAB_COMMIT=" + CodeVersion.current().commit());
      words.add(script);
    }
    return words;
  }
}
