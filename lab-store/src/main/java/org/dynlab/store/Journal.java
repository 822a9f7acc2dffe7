package org.dynlab.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dynlab.store.disk.Disk;
import org.dynlab.store.disk.DiskFile;
import org.dynlab.store.text.Json;
import org.dynlab.store.text.Lines;
import org.dynlab.store.text.TextFile;

/**
 * {@code journal.jsonl}: what happened to a sweep, one JSON object per line, appended in one write
 * each. A line that a crash cut short stays, is skipped by the reader, and the next entry starts on
 * a line of its own.
 */
final class Journal {
  /** Several calls that each tried 100,000 runs would have to fail before it is that long. */
  private static final long MOST_BYTES = 64 << 20;

  private final Path file;

  Journal(Path file) {
    this.file = file;
  }

  void append(JournalEntry entry) {
    String line = Json.line(entry) + "\n";
    try {
      String text = endsInsideLine() ? "\n" + line : line;
      try (DiskFile out = Disk.current().append(file)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.sync();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private boolean endsInsideLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(in.length() - 1);
      return in.read() != '\n';
    }
  }

  /** All whole entries in the order they were written; none if there is no journal yet. */
  List<JournalEntry> entries() {
    List<JournalEntry> entries = new ArrayList<>();
    TextFile.checkPlain(file, MOST_BYTES);
    try (Lines lines = new Lines(file)) {
      while (lines.next()) {
        Json.tryParse(lines.text())
            .filter(JsonNode::isObject)
            .ifPresent(tree -> entries.add(Json.bind(tree, JournalEntry.class, lines.where())));
      }
    }
    return List.copyOf(entries);
  }
}
