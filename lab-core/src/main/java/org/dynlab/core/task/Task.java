package org.dynlab.core.task;

import org.dynlab.core.random.SeedTree;

/** What is learned: an immutable record, the YAML entry and the thing at once. */
public interface Task {

  /** The data of one run. The same record and seeds give the same data, bit for bit. */
  TaskData prepare(SeedTree seeds);
}
