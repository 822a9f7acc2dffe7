package org.dynlab.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.analysis.Arm;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.latent.LatentStudy;
import org.dynlab.analysis.phase.Phases;
import org.dynlab.analysis.staircase.Staircases;
import org.dynlab.store.problem.Problem;
import org.dynlab.store.problem.UserError;

/**
 * All that is said about a sweep beyond its curves.
 *
 * @param latent the latent states of each arm that could be studied
 * @param staircases of each arm and rank
 * @param findings every kind of analysis whose columns are there, in the order of the report
 */
public record Analysis(
    List<LatentStudy> latent, List<Staircases> staircases, List<Finding> findings) {
  /** That nothing is said. */
  public static final Analysis NONE = new Analysis(List.of(), List.of(), List.of());

  static final String STAIRCASES = "staircases";

  static final String LATENT = "latent-states";

  /** Copies the lists. */
  public Analysis {
    latent = List.copyOf(latent);
    staircases = List.copyOf(staircases);
    findings = List.copyOf(findings);
  }

  /**
   * Analyses a sweep. If latent states are asked for and no arm allows them, all reasons at once
   * are a {@link UserError}; an arm that does not beside others that do gives a finding that says
   * why, and so do columns that no run has, beside other findings.
   */
  public static Analysis of(Sweep sweep, AnalysisSettings settings) {
    List<LatentStudy> latent = new ArrayList<>();
    List<Staircases> staircases = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    settings.latent().ifPresent(study -> latent(sweep, settings, latent, findings));
    List<Arm> arms = sweep.arms().stream().filter(arm -> !arm.counted().isEmpty()).toList();
    List<Phases> phases = arms.stream().map(Phases::of).toList();
    for (int i = 0; i < arms.size(); i++) {
      String suffix = arms.size() == 1 ? "" : "-" + i;
      Optional<Phases> control = i == 0 ? Optional.empty() : Optional.of(phases.get(0));
      List<Staircases> stairs = StaircaseFinding.studies(arms.get(i), settings.seed());
      staircases.addAll(stairs);
      findings.addAll(StaircaseFinding.of(arms.get(i).name(), stairs, suffix));
      findings.addAll(PhaseFinding.of(phases.get(i), suffix, control));
      findings.addAll(GlassFinding.of(arms.get(i), suffix));
    }
    findings.addAll(DoseFinding.of(sweep));
    findings.addAll(ScoreFinding.of(sweep, settings.seed()));
    findings.addAll(IndicatorFinding.of(sweep, settings.seed()));
    settings.unstudied().ifPresent(why -> unstudied(sweep, why, findings));
    return new Analysis(latent, staircases, findings);
  }

  private static void unstudied(Sweep sweep, UserError why, List<Finding> findings) {
    if (findings.isEmpty()) {
      throw why;
    }
    findings.add(LatentFinding.without(sweep.experiment(), LATENT, why));
  }

  /** The study that a finding tells of, if it is one of latent states. */
  public Optional<LatentStudy> studyOf(Finding finding) {
    return latent.stream()
        .filter(study -> finding.id().startsWith(LATENT) && finding.arm().equals(study.arm()))
        .findFirst();
  }

  /** The stairs that a finding tells of, rank by rank; none if it is of something else. */
  public List<Staircases> stairsOf(Finding finding) {
    return staircases.stream()
        .filter(one -> finding.id().startsWith(STAIRCASES) && finding.arm().equals(one.arm()))
        .toList();
  }

  private static void latent(
      Sweep sweep, AnalysisSettings settings, List<LatentStudy> studies, List<Finding> findings) {
    List<Problem> problems = new ArrayList<>();
    List<Arm> arms = sweep.arms();
    for (int i = 0; i < arms.size(); i++) {
      String id = arms.size() == 1 ? LATENT : LATENT + "-" + i;
      try {
        LatentStudy study =
            LatentStudy.of(arms.get(i), settings.latent().orElseThrow(), settings.threads());
        studies.add(study);
        findings.add(LatentFinding.of(study, id));
      } catch (UserError e) {
        problems.addAll(e.problems());
        findings.add(LatentFinding.without(arms.get(i).name(), id, e));
      }
    }
    if (studies.isEmpty() && !problems.isEmpty()) {
      throw new UserError(problems);
    }
  }
}
