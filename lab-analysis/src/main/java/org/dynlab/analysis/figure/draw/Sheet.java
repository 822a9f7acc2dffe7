package org.dynlab.analysis.figure.draw;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/**
 * A picture before anything is drawn into it: title, legend, axes.
 *
 * @param title above the picture
 * @param xTitle the horizontal axis with its unit
 * @param yTitle the vertical axis with its unit
 */
public record Sheet(String title, String xTitle, String yTitle) {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final int LEGEND_WIDTH = 260;
  private static final Color INVISIBLE = new Color(0, 0, 0, 0);
  private static final int MOST_IN_ONE_ROW = 3;

  /** The chart with these axes, a legend entry per look, and that content. */
  public XYChart with(Frame frame, List<LineLook> looks, Annotation content) {
    boolean row = looks.size() <= MOST_IN_ONE_ROW;
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH + (row ? 0 : LEGEND_WIDTH))
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    XYStyler style = chart.getStyler();
    paper(style);
    type(style);
    axes(style, frame);
    style.setLegendPosition(row ? LegendPosition.OutsideS : LegendPosition.OutsideE);
    style.setLegendLayout(row ? LegendLayout.Horizontal : LegendLayout.Vertical);
    looks.forEach(look -> name(chart, frame, look));
    chart.addAnnotation(new AxesLayer(frame, style.getAxisTickLabelsFont()));
    chart.addAnnotation(content);
    return chart;
  }

  /** A series with no visible point, for the legend only. */
  private static void name(XYChart chart, Frame frame, LineLook look) {
    double[] nowhere = {Double.NaN, Double.NaN};
    double[] ends = {frame.across().low(), frame.across().high()};
    XYSeries series = chart.addSeries("look " + chart.getSeriesMap().size(), ends, nowhere);
    series.setLabel(look.label());
    series.setLineStyle(Palette.stroke(look, 2.4f));
    series.setLineColor(Palette.colour(look));
    series.setMarker(Markers.of(look));
    series.setMarkerColor(Palette.colour(look));
  }

  private static void axes(XYStyler style, Frame frame) {
    style.setLocale(Locale.ROOT);
    style.setXAxisLogarithmic(frame.across().scale() == Scale.LOG);
    style.setXAxisLogarithmicDecadeOnly(false);
    style.setYAxisLogarithmic(frame.up().scale() == Scale.LOG);
    style.setYAxisLogarithmicDecadeOnly(false);
    style.setXAxisMin(frame.across().low());
    style.setXAxisMax(frame.across().high());
    style.setYAxisMin(frame.up().low());
    style.setYAxisMax(frame.up().high());
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
