package org.dynlab.analysis.figure;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
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
import org.dynlab.analysis.figure.draw.Picture;
import org.dynlab.analysis.figure.map.MapPicture;
import org.dynlab.analysis.figure.map.RibbonPicture;
import org.dynlab.analysis.figure.plot.Plot;
import org.dynlab.analysis.figure.plot.PlotChart;
import org.dynlab.analysis.figure.plot.Plots;
import org.dynlab.analysis.figure.step.Panel;
import org.dynlab.analysis.figure.step.PanelChart;
import org.dynlab.analysis.figure.step.Panels;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.analysis.finding.Finding;
import org.dynlab.store.disk.AtomicFile;
import org.dynlab.store.disk.Disk;
import org.knowm.xchart.XYChart;

/**
 * Writes every panel, plot and training map of a sweep as a picture, once as PNG (twice the nominal
 * size, for sharp print) and once as SVG. Works without a display.
 */
public final class Figures {
  private static final int PIXEL_RATIO = 2;

  private Figures() {}

  /**
   * Writes {@code figures/<id>.png} and {@code .svg} under the folder.
   *
   * @return the files, panels before plots before the maps and ribbons of latent states; empty if
   *     nothing was measured
   */
  public static List<Path> write(Sweep sweep, Analysis analysis, Path folder) {
    Path figures = folder.resolve("figures");
    try {
      Disk.current().makeFolders(figures);
    } catch (IOException e) {
      throw new UncheckedIOException("figures could not be written to " + folder, e);
    }
    return InParallel.map(sketches(sweep, analysis), sketch -> write(sketch, figures)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** A picture that is drawn when its turn has come. */
  private record Sketch(String id, Supplier<Picture> picture) {}

  private static List<Sketch> sketches(Sweep sweep, Analysis analysis) {
    List<Sketch> sketches = new ArrayList<>();
    for (Panel panel : Panels.of(sweep)) {
      sketches.add(new Sketch(panel.id(), () -> of(new PanelChart(panel, sweep).draw())));
    }
    for (Plot plot : Plots.of(sweep)) {
      sketches.add(new Sketch(plot.id(), () -> of(PlotChart.draw(plot, sweep.experiment()))));
    }
    for (Finding finding : analysis.findings()) {
      analysis
          .studyOf(finding)
          .ifPresent(
              study -> {
                String title = study.arm() + " — " + sweep.experiment();
                String id = finding.id();
                sketches.add(new Sketch(id + "-map", () -> MapPicture.of(study, title)));
                sketches.add(new Sketch(id + "-ribbons", () -> RibbonPicture.of(study, title)));
              });
    }
    return sketches;
  }

  private static List<Path> write(Sketch sketch, Path figures) {
    Picture picture = sketch.picture().get();
    try {
      return List.of(
          writePng(picture, figures.resolve(sketch.id() + ".png")),
          writeSvg(picture, figures.resolve(sketch.id() + ".svg")));
    } catch (IOException e) {
      throw new UncheckedIOException("figures could not be written to " + figures.getParent(), e);
    }
  }

  private static Picture of(XYChart chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    return new Picture(width, height, graphics -> chart.paint(graphics, width, height));
  }

  private static Path writePng(Picture picture, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(
            PIXEL_RATIO * picture.width(),
            PIXEL_RATIO * picture.height(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PIXEL_RATIO, PIXEL_RATIO);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    picture.painter().accept(graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    AtomicFile.write(file, bytes.toByteArray());
    return file;
  }

  private static Path writeSvg(Picture picture, Path file) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    picture.painter().accept(graphics);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SVGProcessor()
        .getDocument(graphics.getCommands(), new PageSize(0, 0, picture.width(), picture.height()))
        .writeTo(bytes);
    AtomicFile.write(file, bytes.toByteArray());
    return file;
  }
}
