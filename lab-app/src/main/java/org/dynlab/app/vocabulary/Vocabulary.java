package org.dynlab.app.vocabulary;

import java.util.List;
import org.dynlab.core.describe.Catalogue;
import org.dynlab.core.experiment.ExperimentLanguage;
import org.dynlab.core.model.ModelCatalogue;
import org.dynlab.core.model.firstlayer.FirstLayerCatalogue;
import org.dynlab.core.model.initialisation.InitialisationCatalogue;
import org.dynlab.instrument.InstrumentCatalogue;
import org.dynlab.optim.OptimizerCatalogue;
import org.dynlab.optim.schedule.ScheduleCatalogue;
import org.dynlab.tasks.TaskCatalogue;

/** All that an experiment file can name: the catalogues of every room together. */
public final class Vocabulary {
  private Vocabulary() {}

  /** The catalogues, in the order in which they are listed. */
  public static List<Catalogue<?>> catalogues() {
    return List.of(
        TaskCatalogue.catalogue(),
        ModelCatalogue.catalogue(),
        OptimizerCatalogue.catalogue(),
        ScheduleCatalogue.catalogue(),
        InstrumentCatalogue.catalogue(),
        InitialisationCatalogue.catalogue(),
        FirstLayerCatalogue.catalogue());
  }

  /** The language of experiment files of this lab. */
  public static ExperimentLanguage language() {
    return new ExperimentLanguage(catalogues());
  }
}
