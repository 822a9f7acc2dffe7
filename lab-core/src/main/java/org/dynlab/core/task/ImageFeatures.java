package org.dynlab.core.task;

import java.util.Arrays;

/**
 * Images kept as bytes until they are batched. The input vector of an image is its pixels row after
 * row, channel after channel, each scale · byte + shift. A selection shares the bytes.
 */
public final class ImageFeatures implements VectorFeatures {
  private static final int TILE = 16;
  private static final int LANES = 8;
  private final byte[] pixels;
  private final int[] starts;
  private final Shape shape;
  private final double scale;
  private final double shift;

  /**
   * The size of every image.
   *
   * @param channels 1 for grey
   * @param height rows of pixels
   * @param width pixels per row
   */
  public record Shape(int channels, int height, int width) {
    /** Number of entries of an image. */
    public int size() {
      return channels * height * width;
    }
  }

  /**
   * @param pixels [n, channels, height, width], unsigned; not copied, must not be written
   * @param shape of one image
   * @param scale factor on a byte's value 0..255
   * @param shift added after the factor
   */
  public ImageFeatures(byte[] pixels, Shape shape, double scale, double shift) {
    this(pixels, starts(pixels.length, shape), shape, scale, shift);
  }

  private ImageFeatures(byte[] pixels, int[] starts, Shape shape, double scale, double shift) {
    this.pixels = pixels;
    this.starts = starts;
    this.shape = shape;
    this.scale = scale;
    this.shift = shift;
  }

  private static int[] starts(int bytes, Shape shape) {
    if (bytes % shape.size() != 0) {
      throw new IllegalArgumentException(bytes + " bytes do not fill images of " + shape);
    }
    int[] starts = new int[bytes / shape.size()];
    Arrays.setAll(starts, row -> row * shape.size());
    return starts;
  }

  @Override
  public int rows() {
    return starts.length;
  }

  @Override
  public int width() {
    return shape.size();
  }

  /** The size of every image. */
  public Shape shape() {
    return shape;
  }

  @Override
  public double value(int row, int column) {
    return value(unsigned(row, column));
  }

  @Override
  public void columnMajor(double[] into) {
    int rows = rows();
    int columns = width();
    for (int from = 0; from < rows; from += TILE) {
      int to = Math.min(rows, from + TILE);
      for (int j = 0; j < columns; j++) {
        for (int i = from; i < to; i++) {
          into[j * rows + i] = scale * (pixels[starts[i] + j] & 0xFF) + shift;
        }
      }
    }
  }

  @Override
  public void columnMajor(float[] into) {
    float[] meaning = new float[256];
    for (int unsigned = 0; unsigned < meaning.length; unsigned++) {
      meaning[unsigned] = (float) value(unsigned);
    }
    int whole = rows() / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      columnMajor(i, meaning, into);
    }
    for (int i = whole; i < rows(); i++) {
      for (int j = 0; j < width(); j++) {
        into[j * rows() + i] = meaning[unsigned(i, j)];
      }
    }
  }

  // Eight rows at a time, as single statements: half the time of a loop over them.
  private void columnMajor(int row, float[] meaning, float[] into) {
    int rows = rows();
    int a = starts[row];
    int b = starts[row + 1];
    int c = starts[row + 2];
    int d = starts[row + 3];
    int e = starts[row + 4];
    int f = starts[row + 5];
    int g = starts[row + 6];
    int h = starts[row + 7];
    int columns = width();
    for (int j = 0; j < columns; j++) {
      int at = j * rows + row;
      into[at] = meaning[pixels[a + j] & 0xFF];
      into[at + 1] = meaning[pixels[b + j] & 0xFF];
      into[at + 2] = meaning[pixels[c + j] & 0xFF];
      into[at + 3] = meaning[pixels[d + j] & 0xFF];
      into[at + 4] = meaning[pixels[e + j] & 0xFF];
      into[at + 5] = meaning[pixels[f + j] & 0xFF];
      into[at + 6] = meaning[pixels[g + j] & 0xFF];
      into[at + 7] = meaning[pixels[h + j] & 0xFF];
    }
  }

  /** What a byte stands for. */
  public double value(int unsigned) {
    return scale * unsigned + shift;
  }

  /** The byte behind entry {@code column} of that image, 0..255. */
  public int unsigned(int row, int column) {
    return pixels[starts[row] + column] & 0xFF;
  }

  @Override
  public ImageFeatures followedBy(Features next) {
    ImageFeatures more = (ImageFeatures) next;
    byte[] all = new byte[(rows() + more.rows()) * shape.size()];
    copyTo(all, 0);
    more.copyTo(all, rows() * shape.size());
    return new ImageFeatures(all, shape, scale, shift);
  }

  private void copyTo(byte[] into, int from) {
    for (int i = 0; i < starts.length; i++) {
      System.arraycopy(pixels, starts[i], into, from + i * shape.size(), shape.size());
    }
  }

  @Override
  public ImageFeatures select(int[] rows) {
    int[] chosen = new int[rows.length];
    Arrays.setAll(chosen, i -> starts[rows[i]]);
    return new ImageFeatures(pixels, chosen, shape, scale, shift);
  }
}
