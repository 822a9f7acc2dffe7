package org.dynlab.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What made a run: enough to tell two machines or two versions of the code apart.
 *
 * @param codeVersion version and commit of the lab
 * @param dirty true if the code had changes that no commit knows
 * @param jvm name and version of the Java machine
 * @param os name, version and architecture of the operating system
 * @param cpu model of the processor
 * @param backend name and version of the array library
 * @param nativeClassifier which native build of it was loaded, e.g. {@code linux-x86_64-avx2}
 * @param blas name of the linear algebra library
 * @param threads number of native threads of the run
 * @param host name of the machine
 * @param slurm what Slurm calls the job, e.g. {@code SLURM_JOB_ID}; empty outside of it
 */
public record Provenance(
    String codeVersion,
    boolean dirty,
    String jvm,
    String os,
    String cpu,
    String backend,
    String nativeClassifier,
    String blas,
    int threads,
    String host,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> slurm) {

  /** All of it must be there; copies the map in its order. */
  public Provenance {
    Stream.of(codeVersion, jvm, os, cpu, backend, nativeClassifier, blas, host)
        .forEach(Objects::requireNonNull);
    slurm = Collections.unmodifiableMap(new TreeMap<>(slurm));
  }

  /** Puts in what is left out when it is empty. */
  static void complete(JsonNode tree) {
    if (tree instanceof ObjectNode fields && !fields.has("slurm")) {
      fields.putObject("slurm");
    }
  }
}
