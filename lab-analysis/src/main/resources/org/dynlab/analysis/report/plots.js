"use strict";
/* Numbers with intervals over any quantity: one chart per plot. */
(() => {
  const { data, colourOf, dashOf, markerOf, decade, swatch } = lab;
  const cap = 4;
  const hidden = new Set();

  function axis(title, scale, gap, range) {
    const shared = lab.axis(title, gap);
    if (scale === "log") {
      return {
        ...shared, type: "log", min: range.low, max: range.high,
        axisLabel: { ...shared.axisLabel, formatter: decade, showMinLabel: false, showMaxLabel: false }
      };
    }
    return { ...shared, type: "value", min: range.low, max: range.high,
      axisLabel: { ...shared.axisLabel, showMinLabel: false, showMaxLabel: false } };
  }

  function bar(at, low, high, look) {
    const line = (from, to) => ({
      type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
      style: { stroke: colourOf(look), lineWidth: 1.3, opacity: 0.75 }
    });
    const end = (y) => line([at - cap, y], [at + cap, y]);
    return { type: "group", children: [line([at, low], [at, high]), end(low), end(high)] };
  }

  function intervals(set, name) {
    const kept = set.dots.filter((dot) => dot.low !== null && dot.high !== null);
    return {
      type: "custom", name, silent: true, clip: true, z: 2, tooltip: { show: false },
      data: kept.map((dot) => [dot.x, dot.low, dot.high]),
      renderItem: (_, api) => {
        const [x, low] = api.coord([api.value(0), api.value(1)]);
        return bar(x, low, api.coord([api.value(0), api.value(2)])[1], set);
      }
    };
  }

  function joined(set, name) {
    return {
      type: "line", name, z: 3, data: set.dots.map((dot) => [dot.x, dot.y]),
      symbol: markerOf(set), symbolSize: 9, showAllSymbol: true,
      lineStyle: { color: colourOf(set), width: 2.2, type: dashOf(set) }, itemStyle: { color: colourOf(set) }
    };
  }

  function tip(plot, found) {
    const set = plot.sets[Number(found.seriesName.split(" ").pop())];
    const dot = set.dots[found.dataIndex];
    const box = document.createElement("div");
    box.innerHTML = swatch(set);
    box.append(set.label + " at " + lab.plain(dot.x) + ": " + dot.text);
    return box;
  }

  const name = (plot, i) => "set " + plot.id + " " + i;

  const option = (plot) => ({
    ...lab.frame(),
    legend: {
      show: false, data: plot.sets.map((_, i) => name(plot, i)),
      selected: Object.fromEntries(plot.sets.map((_, i) => [name(plot, i), !hidden.has(name(plot, i))]))
    },
    xAxis: axis(plot.xTitle, plot.x.scale, 30, plot.x),
    yAxis: axis(plot.yTitle, plot.y.scale, 50, plot.y),
    tooltip: { ...lab.tooltip(), trigger: "item", formatter: (found) => tip(plot, found) },
    series: plot.sets.map((set, i) => intervals(set, name(plot, i)))
      .concat(plot.sets.map((set, i) => joined(set, name(plot, i))))
  });

  function legend(plot, chart) {
    const place = document.querySelector(`[data-legend="${plot.id}"]`);
    plot.sets.forEach((set, i) => place.append(lab.toggle(set.label, swatch(set), (shown) => {
      if (shown) hidden.delete(name(plot, i)); else hidden.add(name(plot, i));
      chart.dispatchAction({ type: shown ? "legendSelect" : "legendUnSelect", name: name(plot, i) });
    })));
  }

  try {
    data.plots.forEach((plot) => legend(plot, lab.draw(plot.id, () => option(plot))));
  } catch (error) {
    lab.fail(error.message);
    throw error;
  }
})();
