"use strict";
/*
 * What all charts of the page share: the data in #data, colours and dashes, numbers in words, and
 * when everything has been drawn. Then <html> carries data-charts="drawn"; after an error
 * data-charts="failed: ...".
 */
const lab = (() => {
  const root = document.documentElement;
  const fail = (reason) => { root.dataset.charts = "failed: " + reason; };
  window.addEventListener("error", (event) => fail(event.message));

  const data = JSON.parse(document.getElementById("data").textContent);
  const dashes = ["solid", [8, 4], [2, 3], [10, 3, 2, 3]];
  const markers = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
  const noMarker = -1;

  const css = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const cycle = (list, i) => list[i % list.length];
  const colourOf = (look) => css("--c" + (look.colour % 7));
  const dashOf = (look) => cycle(dashes, look.dash);
  const markerOf = (look) => look.marker === noMarker ? "none" : cycle(markers, look.marker);

  /* ---- numbers ---- */
  function plain(value) {
    if (value === null || value === undefined) return "–";
    const size = Math.abs(value);
    if (Number.isInteger(value) && size < 1e7) return String(value);
    return size >= 1e-4 && size < 1e7 ? String(+value.toPrecision(4)) : value.toExponential(2);
  }

  const superscript = (n) => String(n).replace("-", "⁻").replace(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d]);

  function decade(value) {
    const exponent = Math.round(Math.log10(value));
    if (exponent >= -3 && exponent <= 4) return plain(+value.toPrecision(3));
    return "10" + superscript(exponent);
  }

  /* ---- what charts look like ---- */
  function axis(title, gap) {
    return {
      name: title, nameLocation: "middle", nameGap: gap, nameTextStyle: { color: css("--ink") },
      axisLine: { show: true, onZero: false, lineStyle: { color: css("--faint") } },
      axisTick: { show: true }, splitLine: { lineStyle: { color: css("--rule") } },
      axisLabel: { color: css("--faint"), hideOverlap: true, formatter: plain }
    };
  }

  const frame = () => ({
    animation: false, backgroundColor: "transparent",
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: css("--ink") },
    grid: { left: 72, right: 22, top: 16, bottom: 50 }
  });

  const tooltip = () => ({
    confine: true, transitionDuration: 0, backgroundColor: css("--card"), borderColor: css("--rule"),
    textStyle: { color: css("--ink"), fontSize: 13 }
  });

  function swatch(look) {
    const dash = dashOf(look) === "solid" ? "" : ` stroke-dasharray="${dashOf(look).join(" ")}"`;
    const colour = `var(--c${look.colour % 7})`;
    const shapes = [
      '<circle cx="17" cy="6" r="4.5"/>', '<rect x="13" y="2" width="8" height="8"/>',
      '<path d="M17 1l5 9h-10z"/>', '<path d="M17 0l6 6-6 6-6-6z"/>',
      '<circle cx="17" cy="6" r="4.5"/>', '<path d="M17 1l5 10-5-3-5 3z"/>'];
    const marker = look.marker === noMarker ? "" : cycle(shapes, look.marker);
    return `<svg width="34" height="12" aria-hidden="true" fill="${colour}"><line x1="0" x2="34" y1="6" y2="6"`
      + ` stroke="${colour}" stroke-width="2.6"${dash}/>${marker}</svg>`;
  }

  function toggle(text, picture, change) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.innerHTML = picture;
    button.append(text);
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      change(shown);
    });
    return button;
  }

  /* ---- when all is drawn ---- */
  const charts = data.panels.length + data.plots.length;
  let waiting = charts;
  const finish = () => {
    root.dataset.chartCount = String(charts);
    if (root.dataset.charts === undefined) root.dataset.charts = "drawn";
  };
  if (charts === 0) finish();

  /** The chart in its place; its option comes from a function, for it is made anew in another light. */
  function draw(id, option, redrawn) {
    const place = document.querySelector(`[data-chart="${id}"]`);
    const chart = echarts.init(place, null, { renderer: "canvas" });
    const first = () => {
      chart.off("finished", first);
      if (--waiting === 0) finish();
    };
    chart.on("finished", first);
    chart.setOption(option());
    new ResizeObserver(() => chart.resize()).observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      chart.setOption(option());
      if (redrawn) redrawn(chart);
    });
    return chart;
  }

  return {
    data, fail, css, cycle, noMarker, colourOf, dashOf, markerOf, plain, decade, axis, frame, tooltip,
    swatch, toggle, draw
  };
})();
