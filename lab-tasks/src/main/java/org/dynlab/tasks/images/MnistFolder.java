package org.dynlab.tasks.images;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dynlab.core.describe.Checks;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.files.DataFolders;

/** The folder that holds the four files of MNIST. */
record MnistFolder(Path path) {

  /** The first of the folders, or {@code mnist} in one of them, that holds any of the files. */
  static MnistFolder find(DataFolders folders) {
    return folders.roots().stream()
        .flatMap(root -> Stream.of(root.resolve(MnistFile.FOLDER), root))
        .filter(folder -> Arrays.stream(MnistFile.values()).anyMatch(f -> f.in(folder).isPresent()))
        .findFirst()
        .map(MnistFolder::new)
        .orElseThrow(() -> nowhere(folders));
  }

  private static UserError nowhere(DataFolders folders) {
    String target = folders.target().resolve(MnistFile.FOLDER).toString();
    return new UserError(
        "mnist",
        "must find the files " + names() + ", gzipped or not",
        "none of them in " + searched(folders.roots()),
        "lab data fetch mnist puts them into "
            + target
            + "; offline, put them there yourself or say --data-dir DIR");
  }

  private static String names() {
    return Arrays.stream(MnistFile.values())
        .map(MnistFile::downloadName)
        .collect(Collectors.joining(", "));
  }

  private static String searched(List<Path> roots) {
    return roots.stream()
        .map(root -> root.resolve(MnistFile.FOLDER).toString())
        .collect(Collectors.joining(", "));
  }

  /** The content of these files; all that is wrong with any of them at once. */
  Map<MnistFile, byte[]> read(List<MnistFile> wanted) {
    Checks checks = new Checks();
    Map<MnistFile, byte[]> content = new EnumMap<>(MnistFile.class);
    for (MnistFile file : wanted) {
      Optional<Path> found = file.in(path);
      checks.that(
          found.isPresent(),
          path.resolve(file.downloadName()).toString(),
          "must be there, gzipped or not",
          "no such file",
          "lab data fetch mnist gets it");
      found
          .flatMap(there -> checks.within("", () -> file.read(there)))
          .ifPresent(bytes -> content.put(file, bytes));
    }
    checks.done();
    return content;
  }
}
