package org.dynlab.core.task;

import java.util.Arrays;

/**
 * Images kept as bytes until they are batched. The input vector of an image is its pixels row after
 * row, channel after channel, each scale · byte + shift.
 */
public final class ImageFeatures implements VectorFeatures {
  private static final int TILE = 16;
  private final byte[] pixels;
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
    if (pixels.length % shape.size() != 0) {
      throw new IllegalArgumentException(pixels.length + " bytes do not fill images of " + shape);
    }
    this.pixels = pixels;
    this.shape = shape;
    this.scale = scale;
    this.shift = shift;
  }

  @Override
  public int rows() {
    return pixels.length / shape.size();
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
          into[j * rows + i] = scale * (pixels[i * columns + j] & 0xFF) + shift;
        }
      }
    }
  }

  /** What a byte stands for. */
  public double value(int unsigned) {
    return scale * unsigned + shift;
  }

  /** The byte behind entry {@code column} of that image, 0..255. */
  public int unsigned(int row, int column) {
    return pixels[row * shape.size() + column] & 0xFF;
  }

  @Override
  public ImageFeatures followedBy(Features next) {
    byte[] more = ((ImageFeatures) next).pixels;
    byte[] all = Arrays.copyOf(pixels, pixels.length + more.length);
    System.arraycopy(more, 0, all, pixels.length, more.length);
    return new ImageFeatures(all, shape, scale, shift);
  }

  @Override
  public ImageFeatures select(int[] rows) {
    int size = shape.size();
    byte[] chosen = new byte[rows.length * size];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(pixels, rows[i] * size, chosen, i * size, size);
    }
    return new ImageFeatures(chosen, shape, scale, shift);
  }
}
