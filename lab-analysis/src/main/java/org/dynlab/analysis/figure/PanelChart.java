package org.dynlab.analysis.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.dynlab.analysis.Sweep;
import org.dynlab.analysis.curve.MeanBand;
import org.dynlab.analysis.figure.Panel.Scale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** One panel as a static chart: axes, title and legend here, the curves in {@link CurveLayer}. */
final class PanelChart {
  private static final int MOST_POINTS = 800;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final int LEGEND_WIDTH = 260;
  private static final Color INVISIBLE = new Color(0, 0, 0, 0);
  private static final int MOST_IN_ONE_ROW = 3;

  private final Panel panel;
  private final Sweep sweep;
  private final List<Line> lines;
  private final Frame frame;

  PanelChart(Panel panel, Sweep sweep) {
    this.panel = panel;
    this.sweep = sweep;
    this.lines = Line.of(panel, sweep, MOST_POINTS);
    this.frame = Frame.of(panel.scale(), lines);
  }

  XYChart draw() {
    boolean row = lines.size() <= MOST_IN_ONE_ROW;
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH + (row ? 0 : LEGEND_WIDTH))
            .height(HEIGHT)
            .title(title())
            .xAxisTitle(Panel.X_TITLE)
            .yAxisTitle(panel.yTitle())
            .build();
    XYStyler style = chart.getStyler();
    paper(style);
    type(style);
    axes(style);
    style.setLegendPosition(row ? LegendPosition.OutsideS : LegendPosition.OutsideE);
    style.setLegendLayout(row ? LegendLayout.Horizontal : LegendLayout.Vertical);
    lines.forEach(line -> name(chart, line));
    chart.addAnnotation(new AxesLayer(frame, style.getAxisTickLabelsFont()));
    chart.addAnnotation(new CurveLayer(lines, frame, panel.shades(lines.size())));
    return chart;
  }

  private String title() {
    int runs = sweep.arms().stream().mapToInt(arm -> arm.counted().size()).sum();
    String statistics = runs < 2 || panel.passage().isPresent() ? "" : ", " + mean();
    String count = runs == 1 ? "1 run" : runs + " runs";
    return panel.title() + " — " + sweep.experiment() + " (" + count + statistics + ")";
  }

  private String mean() {
    boolean band = lines.stream().map(Line::band).anyMatch(MeanBand::hasBand);
    return band ? "mean with 95 % band" : "mean";
  }

  /** A series with no visible point, for the legend only. */
  private static void name(XYChart chart, Line line) {
    double[] nowhere = {Double.NaN, Double.NaN};
    String name = "line " + line.arm() + "." + line.channel();
    XYSeries series = chart.addSeries(name, new double[] {1, 2}, nowhere);
    series.setLabel(line.look().label());
    series.setLineStyle(Palette.stroke(line.look(), 2.4f));
    series.setLineColor(Palette.colour(line.look()));
    series.setMarker(Markers.of(line.look()));
    series.setMarkerColor(Palette.colour(line.look()));
  }

  private void axes(XYStyler style) {
    style.setLocale(Locale.ROOT);
    style.setXAxisLogarithmic(true);
    style.setXAxisLogarithmicDecadeOnly(false);
    style.setYAxisLogarithmic(panel.scale() == Scale.LOG);
    style.setYAxisLogarithmicDecadeOnly(false);
    style.setXAxisMin(frame.left());
    style.setXAxisMax(frame.right());
    style.setYAxisMin(frame.bottom());
    style.setYAxisMax(frame.top());
  }

  private static void paper(XYStyler style) {
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesVisible(false);
    style.setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setAxisTickLabelsColor(INVISIBLE);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendSeriesLineLength(40);
    style.setLegendPadding(14);
    style.setChartPadding(16);
    style.setChartTitlePadding(10);
    style.setPlotMargin(4);
    style.setPlotContentSize(1);
    style.setMarkerSize(Markers.SIZE);
    style.setChartTitleBoxVisible(false);
  }

  private static void type(XYStyler style) {
    style.setBaseFont(font(Font.PLAIN, 13));
    style.setChartTitleFont(font(Font.BOLD, 15));
    style.setAxisTitleFont(font(Font.PLAIN, 13));
    style.setAxisTickLabelsFont(font(Font.PLAIN, 12));
    style.setLegendFont(font(Font.PLAIN, 13));
    style.setChartFontColor(Palette.INK);
  }

  /** A logical font: every Java runtime maps it to something it has. */
  private static Font font(int face, int size) {
    return new Font(Font.SANS_SERIF, face, size);
  }
}
