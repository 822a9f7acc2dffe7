package org.dynlab.core.model;

import java.util.ArrayList;
import java.util.List;
import org.dynlab.core.describe.Checks;
import org.dynlab.core.engine.convolution.ConvolutionShape;
import org.dynlab.core.task.ImageFeatures;

/** How large the images are inside a {@link Lenet}. */
final class LenetSizes {

  private LenetSizes() {}

  /** One shape per convolution; a user error if an image gets too small on the way. */
  static List<ConvolutionShape> of(Lenet model, ImageFeatures.Shape image, int window) {
    List<ConvolutionShape> shapes = new ArrayList<>();
    int channels = image.channels();
    int height = image.height();
    int width = image.width();
    for (int k = 0; k < model.channels().size(); k++) {
      int padding = k == 0 ? model.padding() : 0;
      int outputs = model.channels().get(k);
      ConvolutionShape shape =
          new ConvolutionShape(channels, height, width, outputs, model.kernel(), padding, window);
      checkSize(k, shape);
      shapes.add(shape);
      channels = outputs;
      height = shape.pooledHeight();
      width = shape.pooledWidth();
    }
    return List.copyOf(shapes);
  }

  private static void checkSize(int k, ConvolutionShape shape) {
    int least = shape.kernel() + shape.window() - 1;
    new Checks()
        .that(
            Math.min(shape.frameHeight(), shape.frameWidth()) >= least,
            "model.kernel",
            "must leave a window of each image: "
                + Lenet.convolutionName(k)
                + " needs at least "
                + least
                + "x"
                + least
                + " pixels",
            shape.frameHeight() + "x" + shape.frameWidth(),
            "make the kernel smaller, the padding wider, or name fewer channels")
        .done();
  }
}
