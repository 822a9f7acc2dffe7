package org.dynlab.app.verb;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dynlab.app.data.Fetch;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.tasks.files.DataFolders;
import org.dynlab.tasks.images.MnistFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab data fetch}: downloads a data set and checks it. */
@Command(
    name = "fetch",
    description = {
      "Downloads a data set, checks it, and puts it where tasks look for it.",
      "The same call again goes on where a download broke off."
    },
    mixinStandardHelpOptions = true)
public final class FetchVerb implements Callable<Integer> {
  /** Public copies; the authors' own no longer answers reliably. */
  private static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://raw.githubusercontent.com/fgnt/mnist/master/"));

  private final Console console;

  @Parameters(paramLabel = "NAME", description = "the data set: mnist")
  private String name;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "folder for data sets; each has a folder of its own in it (default: $LAB_DATA, else"
              + " ~/.cache/dynlab)")
  private Path dataDir;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "folder to download from instead of the public ones; may be repeated")
  private List<URI> mirrors = MIRRORS;

  public FetchVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Checks checks = new Checks();
    List<String> known = List.of(MnistFile.FOLDER);
    String hint = NearestKey.of(name, known).map(near -> "did you mean " + near + "?").orElse("");
    checks.that(known.contains(name), "lab data fetch", "must be mnist", name, hint);
    mirrors.forEach(mirror -> checkMirror(mirror, checks));
    checks.done();
    DataFolders folders = DataFolders.chosenOr(Optional.ofNullable(dataDir));
    Path folder = folders.target().resolve(MnistFile.FOLDER);
    List<URI> slashed = mirrors.stream().map(FetchVerb::asFolder).toList();
    new Fetch(folder, List.of(MnistFile.values()), slashed, console.err()::println).all();
    console.out().println(folder);
    return ExitCode.DONE;
  }

  private static void checkMirror(URI mirror, Checks checks) {
    boolean web = List.of("http", "https").contains(String.valueOf(mirror.getScheme()));
    String rule = "must be an address with http:// or https://";
    checks.that(web && mirror.getHost() != null, "--mirror", rule, mirror);
  }

  private static URI asFolder(URI mirror) {
    return mirror.toString().endsWith("/") ? mirror : URI.create(mirror + "/");
  }
}
