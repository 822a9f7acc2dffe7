package org.dynlab.analysis.finding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.latent.LatentStudy.Outcome;
import org.dynlab.analysis.latent.forecast.Forecast;
import org.dynlab.analysis.latent.forecast.ForecastModel;

/** What the runs of an analysis foretell of runs to come, as files. */
public final class ForecastFiles {
  private ForecastFiles() {}

  /**
   * A file that was written.
   *
   * @param sha256 of its bytes
   */
  public record Written(Path file, String sha256) {}

  /**
   * Writes {@code forecast.json}, or one with the number of its arm for each of several arms, into
   * the folder, which must be there; none for an arm without a model.
   */
  public static List<Written> write(String experiment, Analysis analysis, Path folder) {
    List<Written> files = new ArrayList<>();
    for (Finding finding : analysis.findings()) {
      Optional<LatentStudy> study = analysis.studyOf(finding);
      Optional<ForecastModel> model =
          study.flatMap(LatentStudy::outcome).flatMap(Outcome::forecast).flatMap(Forecast::model);
      if (model.isPresent()) {
        String suffix = finding.id().substring(Analysis.LATENT.length());
        Path file = folder.resolve("forecast" + suffix + ".json");
        files.add(new Written(file, model.get().file(experiment, finding.arm()).write(file)));
      }
    }
    return files;
  }
}
