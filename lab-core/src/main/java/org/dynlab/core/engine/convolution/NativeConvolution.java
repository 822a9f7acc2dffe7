package org.dynlab.core.engine.convolution;

import org.dynlab.core.engine.Matrix;

/**
 * Convolution on the memory of the CPU backend, without copying patches. What one row of the kernel
 * sees of the frame at one pixel is k · c neighbouring columns, so the pixel's outputs are k small
 * matrix products, each reading the frame and writing the map in place. Examples are taken in
 * blocks that keep the products small: BLAS then computes without packing its operands.
 */
final class NativeConvolution implements ConvolutionKernels {
  private static final int MOST_ROWS = 256;
  private static final int LEAST_ROWS = 16;
  private static final int SMALL_PRODUCT = 1_000_000;
  private static final int PANEL_ENTRIES = 4096;
  private final ConvolutionShape shape;
  private final ConvolutionPanel panel;

  NativeConvolution(ConvolutionShape shape, ConvolutionPanel panel) {
    this.shape = shape;
    this.panel = panel;
  }

  @Override
  public void frame(Matrix x, boolean planar, Matrix frame) {
    if (shape.padding() > 0) {
      panel.clear(frame);
    }
    eachRun(planar, x.rows(), (at, inFrame, count) -> panel.copy(x, at, frame, inFrame, count));
  }

  @Override
  public void unframe(Matrix frame, boolean planar, Matrix x) {
    eachRun(planar, x.rows(), (at, inFrame, count) -> panel.copy(frame, inFrame, x, at, count));
  }

  private interface Run {
    void at(int inInput, int inFrame, int count);
  }

  /** Calls for every run of numbers that lie together in the input and in the frame. */
  private void eachRun(boolean planar, int examples, Run run) {
    boolean scattered = planar && shape.channels() > 1;
    int pixel = shape.channels() * examples;
    for (int y = 0; y < shape.height(); y++) {
      int inFrame = (y + shape.padding()) * shape.frameWidth() + shape.padding();
      int at = y * shape.width();
      if (scattered) {
        scatter(at, inFrame, examples, run);
      } else {
        run.at(at * pixel, inFrame * pixel, shape.width() * pixel);
      }
    }
  }

  private void scatter(int firstPixel, int firstInFrame, int examples, Run run) {
    int plane = shape.height() * shape.width();
    for (int x = 0; x < shape.width(); x++) {
      for (int c = 0; c < shape.channels(); c++) {
        int from = (c * plane + firstPixel + x) * examples;
        run.at(from, ((firstInFrame + x) * shape.channels() + c) * examples, examples);
      }
    }
  }

  @Override
  public void convolve(Matrix frame, Matrix w, Matrix map) {
    eachBlock(
        frame.rows(),
        (first, rows) -> {
          StripProduct.Size size = new StripProduct.Size(rows, shape.outputs(), shape.strip());
          StripProduct product = panel.product(frame, false, w, false, map, size);
          eachStrip(
              frame.rows(),
              first,
              (inFrame, inW, inMap) -> product.at(inFrame, inW, inMap, inW > 0));
        });
  }

  @Override
  public void weightGradient(Matrix frame, Matrix error, Matrix wGradient) {
    panel.clear(wGradient);
    eachBlock(
        frame.rows(),
        (first, rows) -> {
          StripProduct.Size size = new StripProduct.Size(shape.strip(), shape.outputs(), rows);
          StripProduct product = panel.product(frame, true, error, false, wGradient, size);
          eachStrip(
              frame.rows(), first, (inFrame, inW, inMap) -> product.at(inFrame, inMap, inW, true));
        });
  }

  @Override
  public void frameError(Matrix error, Matrix w, Matrix frameError) {
    panel.clear(frameError);
    eachBlock(
        error.rows(),
        (first, rows) -> {
          StripProduct.Size size = new StripProduct.Size(rows, shape.strip(), shape.outputs());
          StripProduct product = panel.product(error, false, w, true, frameError, size);
          eachStrip(
              error.rows(), first, (inFrame, inW, inMap) -> product.at(inMap, inW, inFrame, true));
        });
  }

  private interface Block {
    void of(int first, int rows);
  }

  private void eachBlock(int examples, Block block) {
    int fitting = SMALL_PRODUCT / (shape.strip() * shape.outputs());
    int step = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, fitting & -LEAST_ROWS));
    for (int first = 0; first < examples; first += step) {
      block.of(first, Math.min(step, examples - first));
    }
  }

  private interface Strip {
    void at(int inFrame, int inW, int inMap);
  }

  /** Calls for every pixel of the map and every row of the kernel. */
  private void eachStrip(int examples, int first, Strip strip) {
    int width = shape.mapWidth();
    int pixels = shape.pooledHeight() * shape.window() * width;
    for (int pixel = 0; pixel < pixels; pixel++) {
      int corner = pixel / width * shape.frameWidth() + pixel % width;
      int inMap = pixel * shape.outputs() * examples + first;
      for (int dy = 0; dy < shape.kernel(); dy++) {
        int inFrame = (corner + dy * shape.frameWidth()) * shape.channels() * examples + first;
        strip.at(inFrame, dy * shape.strip(), inMap);
      }
    }
  }

  @Override
  public void pool(Pooling pooling, Matrix map, Matrix pooled) {
    eachPanel(
        map.rows(), (places, at, count) -> panel.pool(pooling, map, places, pooled, at, count));
  }

  @Override
  public void unpool(Pooling pooling, Matrix map, Matrix error) {
    eachPanel(
        map.rows(), (places, at, count) -> panel.unpool(pooling, map, places, error, at, count));
  }

  private interface Windows {
    void at(int[] places, int inPooled, int count);
  }

  /** Calls for every piece of every pooled pixel, small enough for the cache. */
  private void eachPanel(int examples, Windows windows) {
    int length = shape.outputs() * examples;
    int[] places = new int[shape.window() * shape.window()];
    panel.reserve(Math.min(PANEL_ENTRIES, length));
    for (int pixel = 0; pixel < shape.pooledHeight() * shape.pooledWidth(); pixel++) {
      for (int from = 0; from < length; from += PANEL_ENTRIES) {
        place(pixel, length, from, places);
        windows.at(places, pixel * length + from, Math.min(PANEL_ENTRIES, length - from));
      }
    }
  }

  private void place(int pixel, int length, int from, int[] places) {
    int window = shape.window();
    int y = pixel / shape.pooledWidth() * window;
    int x = pixel % shape.pooledWidth() * window;
    for (int j = 0; j < places.length; j++) {
      places[j] = ((y + j / window) * shape.mapWidth() + x + j % window) * length + from;
    }
  }
}
