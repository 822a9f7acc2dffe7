package org.dynlab.analysis.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.dynlab.analysis.Sweep;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;

/**
 * Writes every panel of a sweep as a picture, once as PNG (twice the nominal size, for sharp print)
 * and once as SVG. Works without a display.
 */
public final class Figures {
  private static final int PIXEL_RATIO = 2;

  private Figures() {}

  /**
   * Writes {@code figures/<panel>.png} and {@code .svg} under the folder.
   *
   * @return the files, in the order of the panels; empty if nothing was measured
   */
  public static List<Path> write(Sweep sweep, Path folder) {
    try {
      Path figures = Files.createDirectories(folder.resolve("figures"));
      List<Path> files = new ArrayList<>();
      for (Panel panel : Panels.of(sweep)) {
        XYChart chart = new PanelChart(panel, sweep).draw();
        files.add(writePng(chart, figures.resolve(panel.id() + ".png")));
        files.add(writeSvg(chart, figures.resolve(panel.id() + ".svg")));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("figures could not be written to " + folder, e);
    }
  }

  private static Path writePng(XYChart chart, Path file) throws IOException {
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage image =
        new BufferedImage(PIXEL_RATIO * width, PIXEL_RATIO * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PIXEL_RATIO, PIXEL_RATIO);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    chart.paint(graphics, width, height);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static Path writeSvg(XYChart chart, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
    }
    return file;
  }
}
