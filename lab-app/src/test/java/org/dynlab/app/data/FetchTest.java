package org.dynlab.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.app.data.FakeMirror.Manners;
import org.dynlab.core.random.SeedTree;
import org.dynlab.store.problem.UserError;
import org.dynlab.tasks.files.DataFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
  private static final byte[] A = content("a", 1000);
  private static final byte[] B = content("b", 5);
  private static final Map<String, byte[]> RIGHT = Map.of("a.gz", A, "b.gz", B);

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private static byte[] content(String name, int length) {
    byte[] bytes = new byte[length];
    var stream = new SeedTree(0).stream(name);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) stream.below(256);
    }
    return bytes;
  }

  /** A file that is right if it has the expected bytes. */
  private static final class Wanted implements DataFile {
    private final String downloadName;
    private final byte[] content;

    Wanted(String downloadName, byte[] content) {
      this.downloadName = downloadName;
      this.content = content;
    }

    @Override
    public String downloadName() {
      return downloadName;
    }

    @Override
    public Optional<Path> in(Path folder) {
      return Optional.of(folder.resolve(downloadName)).filter(Files::exists);
    }

    @Override
    public void check(Path file) {
      try {
        if (!Arrays.equals(Files.readAllBytes(file), content)) {
          throw new UserError(file.toString(), "must have the right bytes", "others", "");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void fetch(URI... mirrors) {
    List<DataFile> files = List.of(new Wanted("a.gz", A), new Wanted("b.gz", B));
    new Fetch(folder, files, List.of(mirrors), told::add).all();
  }

  private void assertBothAreThereAndNothingElse() throws IOException {
    assertThat(folder.resolve("a.gz")).hasBinaryContent(A);
    assertThat(folder.resolve("b.gz")).hasBinaryContent(B);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void filesAreFetchedOnceAndThenLeftAlone() throws IOException {
    try (FakeMirror mirror = new FakeMirror(RIGHT, Manners.GOOD)) {
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
      fetch(mirror.address());
      String host = mirror.address().getAuthority();
      assertThat(mirror.asked()).containsExactly("a.gz", "b.gz");
      assertThat(told)
          .containsExactly(
              "a.gz: from " + host,
              "b.gz: from " + host,
              "a.gz: already there",
              "b.gz: already there");
    }
  }

  @Test
  void aConnectionThatBreaksOffGoesOnWhereItWas() throws IOException {
    try (FakeMirror mirror = new FakeMirror(RIGHT, new Manners(true, 400, 0))) {
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
      assertThat(mirror.asked()).containsExactly("a.gz", "a.gz from 400", "a.gz from 800", "b.gz");
    }
  }

  @Test
  void aServerThatAlwaysBreaksOffAtTheSamePlaceIsGivenUp() throws IOException {
    try (FakeMirror bad = new FakeMirror(RIGHT, new Manners(false, 400, 0));
        FakeMirror good = new FakeMirror(RIGHT, Manners.GOOD)) {
      assertThatThrownBy(() -> fetch(bad.address()))
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .hasMessage(bad.address().getAuthority() + ": broke off after 400 of 1000 bytes");
      assertThat(folder.resolve("a.gz")).doesNotExist();
      assertThat(bad.asked()).containsExactly("a.gz", "a.gz from 400");
      fetch(good.address());
      assertBothAreThereAndNothingElse();
      assertThat(good.asked()).containsExactly("a.gz from 400", "b.gz");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 999, 1000, 1001})
  void aLeftoverIsGoneOnWithIfItIsTheBeginning(int length) throws IOException {
    Files.write(folder.resolve("a.gz.part"), Arrays.copyOf(A, length));
    try (FakeMirror mirror = new FakeMirror(RIGHT, Manners.GOOD)) {
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
      assertThat(mirror.asked()).startsWith("a.gz from " + length);
    }
  }

  @Test
  void aLeftoverOfAnotherFileIsStartedAnew() throws IOException {
    Files.write(folder.resolve("a.gz.part"), new byte[100]);
    try (FakeMirror mirror = new FakeMirror(RIGHT, Manners.GOOD)) {
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
      assertThat(mirror.asked()).containsExactly("a.gz from 100", "a.gz", "b.gz");
    }
  }

  @Test
  void aServerWithoutRangesSendsTheWholeAgain() throws IOException {
    Files.write(folder.resolve("a.gz.part"), new byte[100]);
    try (FakeMirror mirror = new FakeMirror(RIGHT, new Manners(false, 0, 0))) {
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500, 503})
  void theNextMirrorIsAskedWhenOneRefuses(int status) throws IOException {
    try (FakeMirror bad = new FakeMirror(RIGHT, new Manners(true, 0, status));
        FakeMirror good = new FakeMirror(RIGHT, Manners.GOOD)) {
      fetch(bad.address(), good.address());
      assertBothAreThereAndNothingElse();
      assertThat(bad.asked()).containsExactly("a.gz", "b.gz");
    }
  }

  @Test
  void wrongBytesNeverGetTheName() throws IOException {
    byte[] damaged = A.clone();
    damaged[500]++;
    try (FakeMirror bad = new FakeMirror(Map.of("a.gz", damaged), Manners.GOOD);
        FakeMirror good = new FakeMirror(RIGHT, Manners.GOOD)) {
      assertThatThrownBy(() -> fetch(bad.address()))
          .cause()
          .hasMessage(bad.address().getAuthority() + ": it must have the right bytes, got others");
      assertThat(folder).isEmptyDirectory();
      fetch(bad.address(), good.address());
      assertBothAreThereAndNothingElse();
    }
  }

  @Test
  void aWrongFileStaysUntilARightOneTakesItsPlace() throws IOException {
    Path there = Files.write(folder.resolve("a.gz"), B);
    try (FakeMirror mirror = new FakeMirror(RIGHT, Manners.GOOD)) {
      assertThatThrownBy(() -> fetch()).isInstanceOf(UncheckedIOException.class);
      assertThat(there).hasBinaryContent(B);
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
      assertThat(told).contains("a.gz: is there, but it must have the right bytes, got others");
    }
  }

  @Test
  void withoutANetworkTheMessageSaysWhatToPutWhere() throws IOException {
    int deaf;
    try (ServerSocket socket = new ServerSocket(0)) {
      deaf = socket.getLocalPort();
    }
    URI closed = URI.create("http://127.0.0.1:" + deaf + "/set/");
    URI unknown = URI.create("http://no.such.host.invalid/set/");
    assertThatThrownBy(() -> fetch(closed, unknown))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "no mirror gave a.gz; offline, put these files, gzipped or not, into "
                + folder
                + ": a.gz, b.gz")
        .cause()
        .hasMessageStartingWith("127.0.0.1:" + deaf + ": ")
        .hasMessageEndingWith("; no.such.host.invalid: unknown host");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoDownloadsDoNotWriteOneFile() throws IOException {
    Path part = folder.resolve("a.gz.part");
    try (FakeMirror mirror = new FakeMirror(RIGHT, Manners.GOOD);
        FileChannel other =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = other.lock();
      assertThatThrownBy(() -> fetch(mirror.address()))
          .cause()
          .hasMessageEndingWith("another download is writing " + part);
      lock.release();
      fetch(mirror.address());
      assertBothAreThereAndNothingElse();
    }
  }

  @Test
  void aStreamWithoutEndIsCutOff() throws IOException {
    try (FakeMirror mirror = new FakeMirror(RIGHT, Manners.GOOD)) {
      Path part = folder.resolve("a.gz.part");
      Download download = new Download(mirror.address().resolve("a.gz"), part, 999);
      assertThatThrownBy(download::read).hasMessage("more than the 999 bytes such a file can have");
    }
  }
}
