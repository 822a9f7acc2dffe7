package org.dynlab.store.disk;

/** Which disk is in use: the one thing in a process that is everybody's and that may change. */
final class DiskInUse {
  static final DiskInUse ONE = new DiskInUse();

  private final Disk system = new SystemDisk();
  private volatile Disk disk = system;

  private DiskInUse() {}

  Disk disk() {
    return disk;
  }

  synchronized Disk.StandIn standIn(Disk other) {
    if (disk != system) {
      throw new IllegalStateException("another disk stands in already");
    }
    disk = other;
    return this::giveBack;
  }

  private synchronized void giveBack() {
    disk = system;
  }
}
