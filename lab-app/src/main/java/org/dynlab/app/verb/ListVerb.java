package org.dynlab.app.verb;

import java.util.List;
import java.util.concurrent.Callable;
import org.dynlab.app.terminal.Console;
import org.dynlab.app.terminal.ExitCode;
import org.dynlab.app.vocabulary.CatalogueText;
import org.dynlab.app.vocabulary.Vocabulary;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.store.problem.NearestKey;
import org.dynlab.store.problem.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab list}: what an experiment file can name. */
@Command(
    name = "list",
    description = "Lists what an experiment file can name, with keys, defaults and meanings.",
    mixinStandardHelpOptions = true)
public final class ListVerb implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FAMILY",
      arity = "0..1",
      description =
          "tasks, models, optimizers, schedules, probes, initialisations or firstLayers"
              + " (default: all)")
  private String family;

  public ListVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Catalogue<?>> chosen =
        Vocabulary.catalogues().stream()
            .filter(catalogue -> family == null || family.equals(plural(catalogue)))
            .toList();
    if (chosen.isEmpty()) {
      throw unknown();
    }
    CatalogueText text = new CatalogueText(Vocabulary.language().writer());
    chosen.forEach(catalogue -> console.out().print(text.of(plural(catalogue), catalogue)));
    return ExitCode.DONE;
  }

  private UserError unknown() {
    List<String> families = Vocabulary.catalogues().stream().map(ListVerb::plural).toList();
    String hint = NearestKey.of(family, families).map(f -> "did you mean " + f + "?").orElse("");
    return new UserError("lab list", "must be one of " + String.join(", ", families), family, hint);
  }

  private static String plural(Catalogue<?> catalogue) {
    return catalogue.noun() + "s";
  }
}
