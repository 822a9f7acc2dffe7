package org.dynlab.analysis.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dynlab.analysis.InParallel;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.figure.plot.Plot;
import org.dynlab.analysis.figure.plot.PlotChart;
import org.dynlab.analysis.figure.plot.Plots;
import org.dynlab.analysis.figure.step.Panel;
import org.dynlab.analysis.figure.step.PanelChart;
import org.dynlab.analysis.figure.step.Panels;
import org.dynlab.store.AtomicFile;
import org.dynlab.store.disk.Disk;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;

/**
 * Writes every panel and plot of a sweep as a picture, once as PNG (twice the nominal size, for
 * sharp print) and once as SVG. Works without a display.
 */
public final class Figures {
  private static final int PIXEL_RATIO = 2;

  private Figures() {}

  /**
   * Writes {@code figures/<id>.png} and {@code .svg} under the folder.
   *
   * @return the files, panels before plots; empty if nothing was measured
   */
  public static List<Path> write(Sweep sweep, Path folder) {
    Path figures = folder.resolve("figures");
    try {
      Disk.current().makeFolders(figures);
    } catch (IOException e) {
      throw new UncheckedIOException("figures could not be written to " + folder, e);
    }
    return InParallel.map(pictures(sweep), picture -> write(picture, figures)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** A picture that is drawn when its turn has come. */
  private record Picture(String id, Supplier<XYChart> chart) {}

  private static List<Picture> pictures(Sweep sweep) {
    List<Picture> pictures = new ArrayList<>();
    for (Panel panel : Panels.of(sweep)) {
      pictures.add(new Picture(panel.id(), () -> new PanelChart(panel, sweep).draw()));
    }
    for (Plot plot : Plots.of(sweep)) {
      pictures.add(new Picture(plot.id(), () -> PlotChart.draw(plot, sweep.experiment())));
    }
    return pictures;
  }

  private static List<Path> write(Picture picture, Path figures) {
    XYChart chart = picture.chart().get();
    try {
      return List.of(
          writePng(chart, figures.resolve(picture.id() + ".png")),
          writeSvg(chart, figures.resolve(picture.id() + ".svg")));
    } catch (IOException e) {
      throw new UncheckedIOException("figures could not be written to " + figures.getParent(), e);
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    AtomicFile.write(file, bytes.toByteArray());
    return file;
  }

  private static Path writeSvg(XYChart chart, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    AtomicFile.write(file, bytes.toByteArray());
    return file;
  }
}
