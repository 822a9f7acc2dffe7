package org.dynlab.tasks.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataFoldersTest {
  private static final Path WORKING = Path.of("/home/ada/lab");
  private static final Path HOME = Path.of("/home/ada");

  private static DataFolders folders(String option, Map<String, String> environment) {
    return DataFolders.of(Optional.ofNullable(option), environment, WORKING, HOME);
  }

  @Test
  void theOptionComesBeforeTheEnvironmentAndExcludesAllOthers() {
    assertThat(folders("sets", Map.of("LAB_DATA", "/env")))
        .isEqualTo(DataFolders.only(Path.of("/home/ada/lab/sets")));
  }

  @Test
  void theEnvironmentExcludesTheUsualPlaces() {
    assertThat(folders(null, Map.of("LAB_DATA", "/env")).roots()).containsExactly(Path.of("/env"));
  }

  @Test
  void anEmptyVariableIsNoFolder() {
    assertThat(folders(null, Map.of("LAB_DATA", " ", "XDG_CACHE_HOME", "")))
        .isEqualTo(folders(null, Map.of()));
  }

  @Test
  void theUsualPlacesAreFoldersHereAndAboveAndThenTheCache() {
    assertThat(folders(null, Map.of()).roots())
        .map(Path::toString)
        .containsExactly(
            "/home/ada/lab/data",
            "/home/ada/lab/shared/data",
            "/home/ada/data",
            "/home/ada/shared/data",
            "/home/data",
            "/home/shared/data",
            "/data",
            "/shared/data",
            "/home/ada/.cache/dynlab");
  }

  @Test
  void downloadsGoWhereTheUserHasSaidOrIntoTheCache() {
    assertThat(folders("/d", Map.of()).target()).isEqualTo(Path.of("/d"));
    assertThat(folders(null, Map.of()).target()).isEqualTo(Path.of("/home/ada/.cache/dynlab"));
    assertThat(folders(null, Map.of("XDG_CACHE_HOME", "/c")).target())
        .isEqualTo(Path.of("/c/dynlab"));
  }
}
