package org.dynlab.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dynlab.store.SampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsMadeAndReplacedAndLeavesNothingBeside() {
    Path file = folder.resolve("a");
    SampleRun.put(folder.resolve("a.tmp"), "left by a killed process, and longer");
    AtomicFile.write(file, bytes("one"));
    assertThat(file).hasContent("one");
    AtomicFile.write(file, bytes(""));
    assertThat(file).isEmptyFile();
    assertThat(Folders.entries(folder)).containsExactly(file);
  }

  @Test
  void aWriteThatFailsKeepsWhatWasThere() throws IOException {
    Path target = Files.createDirectories(folder.resolve("target/full")).getParent();
    assertThatThrownBy(() -> AtomicFile.write(target, bytes("x")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write " + target);
    assertThat(Folders.entries(folder)).containsExactly(target);
    Path nowhere = folder.resolve("none/a");
    assertThatThrownBy(() -> AtomicFile.write(nowhere, bytes("x")))
        .hasMessage("cannot write " + nowhere);
  }

  @Test
  void aReaderSeesTheOldBytesOrTheNewOnes() throws InterruptedException {
    Path file = folder.resolve("a");
    String old = "a".repeat(100_000);
    String now = "b".repeat(50_000);
    AtomicFile.write(file, bytes(old));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                seen.add(SampleRun.text(file));
              }
            });
    reader.start();
    for (int i = 0; i < 20; i++) {
      AtomicFile.write(file, bytes(i % 2 == 0 ? now : old));
    }
    done.set(true);
    reader.join();
    assertThat(Set.of(old, now)).containsAll(seen);
    assertThat(seen).isNotEmpty();
  }

  @Test
  void aLinkUnderTheNameOfTheTemporaryFileIsNotFollowed() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "mine");
    Files.createSymbolicLink(folder.resolve("a.json.tmp"), mine);
    AtomicFile.write(folder.resolve("a.json"), new byte[] {'1'});
    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("a.json")).hasContent("1").isRegularFile();
  }
}
