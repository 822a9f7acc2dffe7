package org.dynlab.core.engine.convolution;

/**
 * The sizes of a convolution with stride 1 and of the pooling after it. The <em>frame</em> is the
 * input inside its border of zeros, the <em>map</em> what the convolution makes of it. Windows do
 * not overlap; rows and columns of the map that would fill no whole window are never computed.
 *
 * <p>All three are matrices [n, entries], column-major, whose columns run over rows, then columns,
 * then channels of the image: column (y · width + x) · channels + c. So the numbers of one pixel,
 * and of neighbouring pixels of a row, lie together.
 *
 * @param channels c of the input
 * @param height of the input
 * @param width of the input
 * @param outputs channels of the map
 * @param kernel side k of the square kernel
 * @param padding width of the border
 * @param window side of the pooling window; 1 pools nothing
 */
public record ConvolutionShape(
    int channels, int height, int width, int outputs, int kernel, int padding, int window) {

  /** Rows of the frame. */
  public int frameHeight() {
    return height + 2 * padding;
  }

  /** Columns of the frame. */
  public int frameWidth() {
    return width + 2 * padding;
  }

  /** Rows after pooling; 0 or less if the image is too small. */
  public int pooledHeight() {
    return Math.floorDiv(frameHeight() - kernel + 1, window);
  }

  /** Columns after pooling; 0 or less if the image is too small. */
  public int pooledWidth() {
    return Math.floorDiv(frameWidth() - kernel + 1, window);
  }

  /** Columns of the map. */
  public int mapWidth() {
    return pooledWidth() * window;
  }

  /** Numbers of one input. */
  public int inputSize() {
    return channels * height * width;
  }

  /** Numbers of one frame. */
  public int frameSize() {
    return channels * frameHeight() * frameWidth();
  }

  /** Numbers of one map. */
  public int mapSize() {
    return outputs * pooledHeight() * window * mapWidth();
  }

  /** Numbers of one output after pooling. */
  public int pooledSize() {
    return outputs * pooledHeight() * pooledWidth();
  }

  /** Inputs of one unit, k · k · c: the fan-in. */
  public int patch() {
    return kernel * kernel * channels;
  }

  /** Neighbouring numbers of the frame that one row of the kernel sees, k · c. */
  int strip() {
    return kernel * channels;
  }
}
