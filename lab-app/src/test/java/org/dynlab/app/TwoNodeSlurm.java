package org.dynlab.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A real Slurm with two nodes on this machine; without its programs the test is skipped. */
final class TwoNodeSlurm implements Closeable {
  private static final Path SCRIPT = Path.of("src/test/slurm/two-nodes.sh").toAbsolutePath();
  private static final int PORTS = 3;

  private final Path folder;

  private TwoNodeSlurm(Path folder) {
    this.folder = folder;
  }

  /** Starts it; its files lie in that folder. */
  static TwoNodeSlurm start(Path folder) throws IOException {
    List<String> programs = List.of("slurmctld", "slurmd", "sbatch", "munged");
    for (String program : programs) {
      assumeTrue(isInstalled(program), program + " is not installed");
    }
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can start Slurm");
    TwoNodeSlurm slurm = new TwoNodeSlurm(Files.createDirectories(folder));
    slurm.script("start", Integer.toString(freePorts()));
    return slurm;
  }

  private static boolean isInstalled(String program) {
    return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin")
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  /** The first of some ports in a row that are free. */
  private static int freePorts() throws IOException {
    OptionalInt found = OptionalInt.empty();
    while (found.isEmpty()) {
      found = freePortsOnce();
    }
    return found.getAsInt();
  }

  private static OptionalInt freePortsOnce() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try (ServerSocket first = new ServerSocket(0)) {
      for (int more = 1; more < PORTS; more++) {
        held.add(new ServerSocket(first.getLocalPort() + more));
      }
      return OptionalInt.of(first.getLocalPort());
    } catch (IOException | IllegalArgumentException taken) {
      return OptionalInt.empty();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private void script(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString(), arguments[0]));
    command.add(folder.toString());
    command.addAll(List.of(arguments).subList(1, arguments.length));
    run(new ProcessBuilder(command));
  }

  private String run(ProcessBuilder builder) throws IOException {
    // Daemons inherit it and would keep a pipe open.
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(builder.command() + ": " + Files.readString(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Files.readString(said);
  }

  /** What its programs find it by. */
  void addTo(ProcessBuilder builder) {
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
  }

  /** Calls one of its programs; what it says. */
  String call(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    addTo(builder);
    return run(builder);
  }

  /**
   * Ends the controller {@code slurmctld}, or a node {@code n1} or {@code n2}, as a crash would.
   */
  void crash(String name) throws IOException {
    script("crash", name);
  }

  /** Starts it again. */
  void again(String name) throws IOException {
    script("again", name);
  }

  @Override
  public void close() {
    try {
      script("stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
