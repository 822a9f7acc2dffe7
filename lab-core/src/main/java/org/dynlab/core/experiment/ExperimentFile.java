package org.dynlab.core.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.describe.YamlSource;
import org.dynlab.core.describe.YamlText;

/**
 * What a user wrote, before it is bound: the tree of a YAML file with the {@code --set}s applied.
 *
 * @param name what the file is called in messages
 * @param tree must not be written
 */
public record ExperimentFile(String name, ObjectNode tree) {

  /** The file with the overrides applied one after the other; the last of equal ones wins. */
  public static ExperimentFile read(Path yaml, List<String> overrides) {
    return of(YamlSource.read(yaml), overrides);
  }

  /** The same for a text that is already there. */
  public static ExperimentFile of(YamlSource source, List<String> overrides) {
    Checks checks = new Checks();
    List<Setting> settings = new ArrayList<>();
    for (String override : overrides) {
      checks.within("", () -> Setting.parse(override)).ifPresent(settings::add);
    }
    ObjectNode tree = checks.within("", source::mapping).orElse(null);
    checks.done();
    for (Setting setting : settings) {
      ObjectNode before = tree;
      tree = checks.within("", () -> setting.applyTo(before, "--set ")).orElse(before);
    }
    SizeLimits.check(source.name(), tree, checks);
    checks.done();
    refuseSettingWhatIsSwept(settings, tree, checks);
    checks.done();
    return new ExperimentFile(source.name(), tree);
  }

  /** The grid comes after the overrides: such an override would change nothing. */
  private static void refuseSettingWhatIsSwept(
      List<Setting> settings, ObjectNode tree, Checks checks) {
    boolean arms = !ArmsNotation.names(tree.path(GridPoint.OPTIMIZER)).isEmpty();
    for (SweptKey swept : SweptKey.of(tree)) {
      boolean choosesAnArm = arms && swept.path().equals(GridPoint.OPTIMIZER);
      Optional<SettingPath> path = choosesAnArm ? Optional.empty() : pathOf(swept.path());
      for (Setting setting : settings) {
        checks.that(
            path.isEmpty() || !setting.parsedPath().isWithin(path.get()),
            "--set " + setting.path(),
            "must not be swept as well",
            swept.place(),
            swept.isAxis() ? inItsPlace(swept, setting) : "");
      }
    }
  }

  private static String inItsPlace(SweptKey axis, Setting setting) {
    return "set " + axis.place() + "=[" + YamlText.flow(setting.value()) + "]";
  }

  private static Optional<SettingPath> pathOf(String key) {
    return new Checks().within("", () -> SettingPath.parse(key));
  }
}
