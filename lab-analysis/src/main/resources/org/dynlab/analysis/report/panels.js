"use strict";
/* Curves over steps: one chart per panel, all zoomed together. */
(() => {
  const { data, css, noMarker, colourOf, dashOf, markerOf, plain, decade, swatch, toggle } = lab;
  const markersPerLine = 7;
  const hidden = { runs: new Set(), lines: new Set() };
  const charts = [];
  const runName = (run) => "run " + run;
  const lineName = (panel, i) => "line " + panel.id + " " + i;

  /** Index of the step nearest on the logarithmic axis. */
  function nearest(steps, wanted) {
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle] < wanted) low = middle + 1; else high = middle;
    }
    return low > 0 && wanted / steps[low - 1] < steps[low] / wanted ? low - 1 : low;
  }

  /** Of two points at one step, the foot and the head of a stair, the later one. */
  const head = (steps, k) => steps[k + 1] === steps[k] ? k + 1 : k;

  /* ---- series ---- */
  const points = (steps, values) => steps.map((step, i) => [step, values[i]]);

  /** Indices of points that carry a marker, evenly spaced (stairs: in height), shifted from arm to arm. */
  function marked(line, first, last) {
    const steps = line.mean.s;
    const found = new Set();
    if (line.marker === noMarker || steps.length === 0) return found;
    for (let i = 0; i < markersPerLine; i++) {
      const share = (i + (0.3 + 0.4 * line.marker) % 1) / markersPerLine;
      if (line.stairs) {
        const stair = line.mean.m.findIndex((value) => value >= share);
        found.add(stair < 0 ? steps.length - 1 : stair);
        continue;
      }
      found.add(nearest(steps, first * Math.pow(last / first, share)));
    }
    return found;
  }

  function band(panel, line, i) {
    const { s, lo, hi } = line.mean;
    const kept = s.map((_, k) => k).filter((k) => lo[k] !== null && hi[k] !== null);
    const floor = panel.range.low;
    const held = (value) => panel.scale === "log" ? Math.max(value, floor)
      : panel.scale === "share" ? Math.min(1, Math.max(0, value)) : value;
    const outline = kept.map((k) => [s[k], held(hi[k])])
      .concat(kept.slice().reverse().map((k) => [s[k], held(lo[k])]));
    return {
      type: "custom", name: lineName(panel, i), silent: true, clip: true, z: 1,
      tooltip: { show: false },
      data: outline.length === 0 || !panel.shades ? [] : [outline[0]],
      renderItem: (_, api) => ({
        type: "polygon",
        shape: { points: outline.map((point) => api.coord(point)) },
        style: { fill: colourOf(line), opacity: 0.17 }
      })
    };
  }

  function single(panel, line, run) {
    return {
      type: "line", name: runName(run.run), data: points(run.s, run.v), z: 2,
      showSymbol: false, silent: true, animation: false,
      lineStyle: { color: colourOf(line), width: 0.9, opacity: 0.45, type: dashOf(line) },
      itemStyle: { color: colourOf(line) },
      emphasis: { lineStyle: { width: 2.4, opacity: 1 } }
    };
  }

  function mean(panel, line, i) {
    const carriers = marked(line, panel.range.first, panel.range.last);
    return {
      type: "line", name: lineName(panel, i), data: points(line.mean.s, line.mean.m), z: 5 - i / 100,
      showSymbol: carriers.size > 0, showAllSymbol: true, silent: true, animation: false,
      symbol: markerOf(line),
      symbolSize: (_, at) => carriers.has(at.dataIndex) ? 9 : 0,
      lineStyle: { color: colourOf(line), width: 2.6, type: dashOf(line) },
      itemStyle: { color: colourOf(line) },
      emphasis: { disabled: true },
      markLine: i === 0 ? milestones(panel) : undefined
    };
  }

  /** Upright strokes where runs were last watched. */
  function strokes(panel, line, i) {
    return {
      type: "scatter", name: lineName(panel, i), data: points(line.strokes.s, line.strokes.v), z: 6,
      symbol: "rect", symbolSize: [2, 12], silent: true, animation: false, tooltip: { show: false },
      itemStyle: { color: colourOf(line), opacity: 1 }
    };
  }

  function milestones(panel) {
    return {
      silent: true, symbol: "none", animation: false,
      lineStyle: { color: css("--faint"), type: [2, 4], width: 1 },
      label: {
        color: css("--faint"), fontSize: 11, position: "insideMiddleTop",
        formatter: (at) => at.data.name
      },
      data: panel.marks.map((mark) => (
        { xAxis: mark.step, name: mark.label + " at step " + plain(mark.step) }))
    };
  }

  /* ---- one chart ---- */
  function range(panel) {
    const curves = panel.lines.flatMap((line) => line.runs).concat(
      panel.lines.map((line) => ({ s: line.mean.s, v: line.mean.m })));
    const filled = curves.filter((curve) => curve.s.length > 0);
    let first = Infinity, last = 1, low = Infinity, high = -Infinity;
    for (const curve of filled) {
      first = Math.min(first, curve.s[0]);
      last = Math.max(last, curve.s[curve.s.length - 1]);
      for (const value of curve.v) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (filled.length === 0) return { first: 1, last: 10, low: 0.1, high: 1 };
    return { first, last: Math.max(last, 2 * first), low: low / 1.15, high: high * 1.15 };
  }

  /** All panels show the same steps, so that what stands above each other happened together. */
  function commonSteps() {
    data.panels.forEach((panel) => { panel.range = range(panel); });
    const first = Math.min(...data.panels.map((panel) => panel.range.first));
    const last = Math.max(...data.panels.map((panel) => panel.range.last));
    data.panels.forEach((panel) => Object.assign(panel.range, { first, last }));
  }

  function vertical(panel) {
    const shared = lab.axis(panel.yTitle, 50);
    const label = shared.axisLabel;
    if (panel.scale === "log") {
      return {
        ...shared, type: "log", min: panel.range.low, max: panel.range.high,
        axisLabel: { ...label, formatter: decade, showMinLabel: false, showMaxLabel: false }
      };
    }
    const limits = panel.scale === "share" ? { min: 0, max: 1 } : { scale: panel.range.low > 0.3 * panel.range.high };
    return { ...shared, ...limits, type: "value" };
  }

  function horizontal(panel) {
    const shared = lab.axis(data.xTitle, 30);
    return {
      ...shared, type: "log", min: panel.range.first, max: panel.range.last,
      minorTick: { show: true, splitNumber: 9 },
      axisLabel: { ...shared.axisLabel, formatter: decade },
      axisPointer: { snap: false, label: { formatter: (at) => "step " + plain(Math.round(at.value)) } }
    };
  }

  function tip(panel, step) {
    const box = document.createElement("div");
    const title = document.createElement("strong");
    title.textContent = "step " + plain(Math.round(step));
    box.append(title);
    panel.lines.forEach((line, i) => {
      if (hidden.lines.has(lineName(panel, i)) || line.mean.s.length === 0) return;
      const k = head(line.mean.s, nearest(line.mean.s, step));
      const limits = line.mean.lo[k] === null ? ""
        : " [" + plain(line.mean.lo[k]) + ", " + plain(line.mean.hi[k]) + "]";
      const row = document.createElement("div");
      row.innerHTML = swatch(line);
      row.append(line.label + ": " + plain(line.mean.m[k]) + limits + ", n = " + line.mean.n[k]
        + (line.mean.s[k] === Math.round(step) ? "" : " at step " + line.mean.s[k]));
      box.append(row);
    });
    return box;
  }

  function option(panel) {
    const series = [];
    panel.lines.forEach((line, i) => {
      series.push(band(panel, line, i));
      line.runs.forEach((run) => series.push(single(panel, line, run)));
    });
    panel.lines.forEach((line, i) => series.push(mean(panel, line, i)));
    panel.lines.forEach((line, i) => {
      if (line.strokes.s.length > 0) series.push(strokes(panel, line, i));
    });
    const names = [...new Set(series.map((one) => one.name))];
    const off = (name) => hidden.lines.has(name) || hidden.runs.has(name);
    return {
      ...lab.frame(),
      xAxis: horizontal(panel), yAxis: vertical(panel),
      legend: {
        show: false, data: names,
        selected: Object.fromEntries(names.map((name) => [name, !off(name)]))
      },
      tooltip: {
        ...lab.tooltip(), trigger: "axis",
        axisPointer: { type: "line", lineStyle: { color: css("--faint") } },
        formatter: (found) => tip(panel, found[0].axisValue)
      },
      series
    };
  }

  function draw(panel) {
    const chart = lab.draw(panel.id, () => option(panel), (again) => again.setOption({ xAxis: shownSteps }));
    chart.group = "steps";
    zoomable(chart);
    charts.push(chart);
    legend(panel);
  }

  /* ---- legends and controls ---- */
  function show(set, name, shown) {
    if (shown) set.delete(name); else set.add(name);
    const type = shown ? "legendSelect" : "legendUnSelect";
    charts.forEach((chart) => chart.dispatchAction({ type, name }));
  }

  function legend(panel) {
    const place = document.querySelector(`[data-legend="${panel.id}"]`);
    panel.lines.forEach((line, i) => place.append(
      toggle(line.label, swatch(line), (shown) => show(hidden.lines, lineName(panel, i), shown))));
  }

  function chips() {
    const place = document.getElementById("chips");
    data.runs.forEach((run, i) => {
      const arm = data.arms.length > 1 ? data.arms[run.arm] + " · " : "";
      const ending = run.state === "completed" ? "" : " (" + run.state + ")";
      const chip = toggle(arm + "seed " + run.seed + ending, "",
        (shown) => show(hidden.runs, runName(i), shown));
      const emphasise = (type) => () => charts.forEach((chart) =>
        chart.dispatchAction({ type, seriesName: runName(i) }));
      ["mouseenter", "focus"].forEach((event) => chip.addEventListener(event, emphasise("highlight")));
      ["mouseleave", "blur"].forEach((event) => chip.addEventListener(event, emphasise("downplay")));
      place.append(chip);
    });
    const all = (shown) => () => place.querySelectorAll("button").forEach((chip) => {
      if ((chip.getAttribute("aria-pressed") === "true") !== shown) chip.click();
    });
    document.getElementById("allruns").addEventListener("click", all(true));
    document.getElementById("noruns").addEventListener("click", all(false));
  }

  const from = document.getElementById("from");
  const to = document.getElementById("to");

  /** The shown steps, the same in all charts. */
  let shownSteps = { min: 1, max: 10 };

  function zoomTo(min, max) {
    const { first, last } = data.panels[0].range;
    const width = Math.min(last / first, Math.max(1.2, max / min));
    const start = Math.min(Math.max(first, min), last / width);
    shownSteps = { min: start, max: start * width };
    from.value = Math.round(shownSteps.min);
    to.value = Math.round(shownSteps.max);
    charts.forEach((chart) => chart.setOption({ xAxis: shownSteps }));
  }

  const wholeRun = () => zoomTo(data.panels[0].range.first, data.panels[0].range.last);

  /*
   * The library's own zooming takes positions on a logarithmic axis as if it were linear, so that it
   * misses the place one points at.
   */
  function zoomable(chart) {
    const pen = chart.getZr();
    const stepAt = (x) => chart.convertFromPixel({ xAxisIndex: 0 }, x);
    pen.on("mousewheel", (event) => {
      if (!event.event.ctrlKey) return;
      event.stop();
      const centre = stepAt(event.offsetX);
      const factor = event.event.deltaY < 0 ? 0.8 : 1.25;
      zoomTo(centre * Math.pow(shownSteps.min / centre, factor),
        centre * Math.pow(shownSteps.max / centre, factor));
    });
    let held = null;
    pen.on("mousedown", (event) => {
      held = chart.containPixel("grid", [event.offsetX, event.offsetY]) ? stepAt(event.offsetX) : null;
    });
    pen.on("mousemove", (event) => {
      if (held === null || event.event.buttons !== 1) return;
      const shift = held / stepAt(event.offsetX);
      zoomTo(shownSteps.min * shift, shownSteps.max * shift);
    });
  }

  function stepControls() {
    const apply = () => zoomTo(Number(from.value) || 1, Number(to.value) || Infinity);
    from.addEventListener("change", apply);
    to.addEventListener("change", apply);
    document.getElementById("reset").addEventListener("click", wholeRun);
    wholeRun();
  }

  if (data.panels.length === 0) return;
  try {
    commonSteps();
    data.panels.forEach(draw);
    chips();
    stepControls();
    echarts.connect("steps");
    document.getElementById("controls").hidden = false;
  } catch (error) {
    lab.fail(error.message);
    throw error;
  }
})();
