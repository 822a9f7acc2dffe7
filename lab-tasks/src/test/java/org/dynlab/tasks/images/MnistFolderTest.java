package org.dynlab.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.files.DataFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFolderTest {
  private static final Mnist WHOLE = new Mnist(60_000, Subset.FIRST, 10_000, 0, Normalisation.UNIT);

  @TempDir private Path folder;

  @Test
  void withoutFilesTheMessageSaysWhichFourToPutWhere() {
    Path other = folder.resolve("other");
    DataFolders folders = new DataFolders(List.of(other, folder), folder);
    assertThatThrownBy(() -> WHOLE.prepare(new SeedTree(0), folders))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "mnist: must find the files train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz,"
                + " t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz, gzipped or not, got none"
                + " of them in %1$s/other/mnist, %1$s/mnist (lab data fetch mnist puts them into"
                + " %1$s/mnist; offline, put them there yourself or say --data-dir DIR)",
            folder);
  }

  @Test
  void theFolderItselfMayBeNamedToo() throws IOException {
    Files.createFile(folder.resolve("t10k-labels-idx1-ubyte"));
    assertThat(MnistFolder.find(DataFolders.only(folder))).isEqualTo(new MnistFolder(folder));
  }

  @Test
  void theFirstFolderWithAnyOfTheFilesIsTaken() throws IOException {
    Path set = Files.createDirectories(folder.resolve("b").resolve("mnist"));
    Files.createFile(set.resolve("t10k-labels-idx1-ubyte.gz"));
    DataFolders folders =
        new DataFolders(List.of(folder.resolve("a"), folder.resolve("b")), folder);
    assertThat(MnistFolder.find(folders).path()).isEqualTo(set);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), new byte[] {0, 0, 8, 1});
    Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), new byte[] {31, (byte) 139});
    assertThatThrownBy(() -> WHOLE.prepare(new SeedTree(0), DataFolders.only(folder)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            """
            %1$s/train-images-idx3-ubyte: must begin with 00000803, the mark of unsigned bytes in \
            3 dimensions, got 00000801 (are images and labels mixed up?)
            %1$s/train-labels-idx1-ubyte.gz: must be there, gzipped or not, got no such file \
            (lab data fetch mnist gets it)
            %1$s/t10k-images-idx3-ubyte.gz: must be there, gzipped or not, got no such file \
            (lab data fetch mnist gets it)
            %1$s/t10k-labels-idx1-ubyte.gz: must be a whole gzip file, got one that breaks off \
            (lab data fetch mnist gets it anew)""",
            folder);
  }
}
