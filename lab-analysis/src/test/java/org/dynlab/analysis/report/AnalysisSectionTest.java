package org.dynlab.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dynlab.analysis.PlantedStates;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.finding.Analysis;
import org.dynlab.analysis.hmm.map.TrainingMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class AnalysisSectionTest {
  @TempDir private Path folder;

  private final Sweep sweep = PlantedStates.sweep(12, 100);
  private final Analysis analysis = PlantedStates.analysis(sweep);
  private final String html = AnalysisSection.html(analysis);

  @Test
  void theMapHasEveryStateAndEveryWayWithItsNumbers() throws IOException {
    TrainingMap map = analysis.latent().get(0).latent().map();
    List<Element> groups = groups(svg(0));
    assertThat(ofClass(groups, "state")).hasSize(3).hasSameSizeAs(map.states());
    assertThat(ofClass(groups, "way")).hasSize(map.edges().size()).hasSizeGreaterThan(2);
    map.edges()
        .forEach(
            edge ->
                assertThat(html)
                    .contains(
                        "Way "
                            + edge.from()
                            + " → "
                            + edge.to()
                            + ": taken by "
                            + edge.runs()
                            + " of 12 runs"));
    assertThat(ofClass(groups, "state")).allMatch(g -> g.getAttribute("tabindex").equals("0"));
  }

  @Test
  void aDetourIsADiamondAndNamed() throws IOException {
    Element detour =
        ofClass(groups(svg(0)), "state").stream()
            .filter(group -> group.getElementsByTagName("polygon").getLength() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(detour.getAttribute("aria-label")).contains("(detour)");
  }

  @Test
  void everyRunHasARibbonAndThoseThatConvergeFirstComeFirst() throws IOException {
    List<Element> runs = ofClass(groups(svg(1)), "run");
    assertThat(runs).hasSize(12);
    List<Integer> steps =
        runs.stream()
            .map(run -> run.getAttribute("aria-label").replaceAll(".* step ", ""))
            .map(Integer::parseInt)
            .toList();
    assertThat(steps).isSorted();
  }

  @Test
  void namesOfRunsAreEscaped() {
    assertThat(html).contains("&lt;/title&gt;&lt;script&gt;").doesNotContain("<script");
  }

  @Test
  void theSectionIsLinkedOnlyWhereSomethingWasFound() throws IOException {
    String with = Files.readString(Report.write(sweep, analysis, List.of(), folder));
    assertThat(with).contains("href=\"#analyses\"", "id=\"analyses\"", "id=\"latent-states\"");
    String without = Files.readString(Report.write(sweep, Analysis.NONE, List.of(), folder));
    assertThat(without).doesNotContain("#analyses", "id=\"analyses\"");
  }

  @Test
  void tablesOfManyRowsAreFoldedAway() {
    Analysis many = PlantedStates.analysis(PlantedStates.sweep(40, 100));
    assertThat(AnalysisSection.html(many))
        .contains("<details><summary>Path and convergence of every run: 40 rows</summary>");
    assertThat(html).doesNotContain("<details><summary>Path and");
  }

  @Test
  void moreRunsThanRowsAreSaid() {
    Analysis many = PlantedStates.analysis(PlantedStates.sweep(70, 60));
    assertThat(AnalysisSection.html(many)).contains("60 rows are drawn", "10 runs have none");
  }

  private Document svg(int index) throws IOException {
    int start = -1;
    for (int i = 0; i <= index; i++) {
      start = html.indexOf("<svg xmlns", start + 1);
    }
    String svg = html.substring(start, html.indexOf("</svg>", start) + 6);
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed", e);
    }
  }

  private static List<Element> groups(Document svg) {
    NodeList nodes = svg.getElementsByTagName("g");
    List<Element> groups = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      groups.add((Element) nodes.item(i));
    }
    return groups;
  }

  private static List<Element> ofClass(List<Element> groups, String kind) {
    return groups.stream().filter(group -> group.getAttribute("class").equals(kind)).toList();
  }
}
