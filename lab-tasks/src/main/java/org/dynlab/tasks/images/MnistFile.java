package org.dynlab.tasks.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dynlab.tasks.files.DataFile;

/**
 * The four files of MNIST (LeCun, Cortes and Burges, http://yann.lecun.com/exdb/mnist/): idx
 * format, unsigned bytes, usually gzipped. The SHA-256 values are those of the uncompressed files,
 * for compressed copies differ between mirrors.
 */
public enum MnistFile implements DataFile {
  /** 60000 images to train on. */
  TRAIN_IMAGES(
      "train-images-idx3-ubyte",
      60000,
      true,
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
  /** Their labels, 0..9. */
  TRAIN_LABELS(
      "train-labels-idx1-ubyte",
      60000,
      false,
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
  /** 10000 images to be judged by. */
  EVAL_IMAGES(
      "t10k-images-idx3-ubyte",
      10000,
      true,
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
  /** Their labels, 0..9. */
  EVAL_LABELS(
      "t10k-labels-idx1-ubyte",
      10000,
      false,
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

  /** The folder these files lie in, inside a folder of data sets. */
  public static final String FOLDER = "mnist";

  /** Images are this many pixels wide and high. */
  static final int SIDE = 28;

  private final String plainName;
  private final int items;
  private final boolean images;
  private final String sha256;

  MnistFile(String plainName, int items, boolean images, String sha256) {
    this.plainName = plainName;
    this.items = items;
    this.images = images;
    this.sha256 = sha256;
  }

  @Override
  public String downloadName() {
    return plainName + ".gz";
  }

  @Override
  public Optional<Path> in(Path folder) {
    return Stream.of(downloadName(), plainName)
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  @Override
  public void check(Path file) {
    byte[] unused = read(file);
  }

  /** The file's bytes behind its header. */
  byte[] read(Path file) {
    List<Integer> sizes = images ? List.of(items, SIDE, SIDE) : List.of(items);
    return new IdxReader(sizes, sha256).read(file);
  }
}
