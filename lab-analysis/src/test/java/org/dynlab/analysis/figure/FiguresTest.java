package org.dynlab.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dynlab.analysis.PlantedStates;
import org.dynlab.analysis.Run;
import org.dynlab.analysis.RunState;
import org.dynlab.analysis.Samples;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.Curve;
import org.dynlab.analysis.finding.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class FiguresTest {
  private static final int BLUE = 0x0072B2;
  private static final int VERMILLION = 0xD55E00;

  @TempDir private Path folder;

  @Test
  void everyPanelIsWrittenTwiceUnderFigures() {
    List<Path> files = Figures.write(Samples.grokking(5), Analysis.NONE, folder);
    assertThat(files.stream().map(file -> folder.relativize(file).toString()))
        .containsExactly(
            "figures/accuracy.png",
            "figures/accuracy.svg",
            "figures/interquartile-mean.png",
            "figures/interquartile-mean.svg",
            "figures/loss.png",
            "figures/loss.svg",
            "figures/weight-norm.png",
            "figures/weight-norm.svg",
            "figures/epsilon-rank.png",
            "figures/epsilon-rank.svg",
            "figures/gradient-norm.png",
            "figures/gradient-norm.svg");
    assertThat(files).allMatch(file -> file.toFile().length() > 10_000);
  }

  @Test
  void meanBandAndBackgroundArePixelsOfTheirColours() throws IOException {
    Figures.write(Samples.grokking(5), Analysis.NONE, folder);
    Map<Integer, Integer> pixels = pixels("accuracy.png");
    assertThat(pixels.get(BLUE)).as("eval line").isGreaterThan(2000);
    assertThat(pixels.get(VERMILLION)).as("train line").isGreaterThan(2000);
    assertThat(pixels.get(0xFFFFFF)).as("paper").isGreaterThan(1_000_000);
    assertThat(pixels.getOrDefault(veiled(BLUE), 0)).as("eval band").isGreaterThan(3000);
  }

  /** The colour at 17 % over white. */
  private static int veiled(int colour) {
    int alpha = (int) Math.round(0.17 * 255);
    int mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int channel = (colour >> shift) & 0xFF;
      mixed |= Math.round((channel * alpha + 255f * (255 - alpha)) / 255) << shift;
    }
    return mixed;
  }

  private Map<Integer, Integer> pixels(String name) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve("figures").resolve(name).toFile());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  void svgFilesAreWellFormedAndDrawEveryCurveAsOnePath() throws IOException {
    for (Path file : Figures.write(Samples.twoArms(4), Analysis.NONE, folder)) {
      if (file.toString().endsWith(".svg")) {
        Document document = parse(file);
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("path").getLength()).isBetween(20, 400);
      }
    }
  }

  /** Without fetching the DTD that the file names. */
  private static Document parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError(file + " is not well-formed", e);
    }
  }

  @Test
  void mapsAndRibbonsOfLatentStatesAreWrittenTwice() throws IOException {
    Sweep sweep = PlantedStates.sweep(12, 100);
    List<Path> files = Figures.write(sweep, PlantedStates.analysis(sweep), folder);
    for (String name : List.of("latent-states-map", "latent-states-ribbons")) {
      Document svg = parse(folder.resolve("figures/" + name + ".svg"));
      assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(12);
      Path png = folder.resolve("figures/" + name + ".png");
      assertThat(files).contains(png);
      assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(1500);
    }
    Map<Integer, Integer> pixels = pixels("latent-states-map.png");
    assertThat(pixels.get(BLUE)).as("outline of state 0").isGreaterThan(500);
    assertThat(pixels.get(VERMILLION)).as("outline of state 1").isGreaterThan(500);
  }

  @Test
  void aMissingColumnLeavesOutItsPanelOnly() {
    Map<String, Curve> curves = new HashMap<>(Samples.grokkingCurves(1, 600, 300));
    curves.keySet().removeIf(column -> !column.equals("train.loss"));
    Run run = Samples.run(0, 0, Map.of(), RunState.COMPLETED, "", curves);
    List<Path> files =
        Figures.write(new Sweep("x", List.of(run), List.of()), Analysis.NONE, folder);
    assertThat(files.stream().map(Path::getFileName).map(Path::toString))
        .containsExactly("loss.png", "loss.svg");
  }

  @Test
  void aSweepWithoutMeasurementsHasNoFigures() {
    assertThat(Figures.write(new Sweep("empty", List.of(), List.of()), Analysis.NONE, folder))
        .isEmpty();
    assertThat(Files.isDirectory(folder.resolve("figures"))).isTrue();
  }

  @Test
  void divergedFlatAndSinglePointCurvesAreDrawn() {
    Map<String, Curve> curves =
        Map.of(
            "train.loss", Samples.curve(9, 1, step -> step > 5 ? Double.NaN : 1e300 * step),
            "eval.loss", Samples.curve(9, 1, step -> Double.NaN),
            "train.accuracy", Samples.curve(1, 1, step -> 0.5),
            "weight.all.norm", Samples.curve(9, 1, step -> 2));
    Run diverged = Samples.run(0, 0, Map.of(), RunState.DIVERGED, "NaN", curves);
    List<Path> files =
        Figures.write(new Sweep("d", List.of(diverged), List.of()), Analysis.NONE, folder);
    assertThat(files).hasSize(6).allMatch(file -> file.toFile().length() > 5000);
  }

  @Test
  void onlyValuesAtStepZeroAreAPanelWithoutCurves() {
    Map<String, Curve> curves = Map.of("train.loss", Samples.curve(0, 1, step -> 1));
    Run young = Samples.run(0, 0, Map.of(), RunState.UNFINISHED, "", curves);
    assertThat(Figures.write(new Sweep("y", List.of(young), List.of()), Analysis.NONE, folder))
        .isEmpty();
  }
}
