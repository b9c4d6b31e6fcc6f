"use strict";
// Draws what the page's tables say: time lines, curves, the map, the network. Data stand in data- attributes.
(() => {
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const rgb = (name, alpha = 1) => `rgba(${style(name).split(" ").join(", ")}, ${alpha})`;
  const go = (address) => {
    if (typeof address === "string" && address.startsWith("/") && !address.startsWith("//")) location.assign(address);
  };
  const base = () => ({
    backgroundColor: "transparent",
    textStyle: { fontFamily: style("--sans"), color: style("--ink") },
    animation: false,
    // Tips are drawn, not written as HTML: nothing a report says can become markup, and no inline style is needed.
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: style("--panel"), borderColor: style("--hair"),
      textStyle: { color: style("--ink"), fontSize: 13, width: 320, overflow: "break" },
    },
  });
  const axis = () => ({
    axisLine: { lineStyle: { color: style("--soft") } }, axisTick: { lineStyle: { color: style("--hair") } },
    axisLabel: { color: style("--soft"), hideOverlap: true }, splitLine: { show: true, lineStyle: { color: style("--hair") } },
  });
  const zoom = () => [
    { type: "inside", filterMode: "none" },
    {
      type: "slider", filterMode: "none", height: 22, bottom: 6, borderColor: style("--hair"), fillerColor: rgb("--statement", 0.12),
      textStyle: { color: style("--soft") }, handleStyle: { color: style("--paper"), borderColor: style("--soft") },
      dataBackground: { lineStyle: { color: style("--hair") }, areaStyle: { color: style("--hair") } },
      selectedDataBackground: { lineStyle: { color: style("--soft") }, areaStyle: { color: style("--hair") } },
    },
  ];

  const builders = {
    timeline(values) {
      const colours = [rgb("--contact"), rgb("--statement"), rgb("--position"), rgb("--place"), rgb("--time")];
      const shapes = ["circle", "rect", "rect", "triangle", "triangle"];
      const lanes = values.lanes.map((lane) => lane.name);
      const narrow = innerWidth < 640;
      return {
        ...base(),
        grid: { left: narrow ? 12 : 190, right: 16, top: 12, bottom: 66 },
        xAxis: { type: "time", ...axis() },
        yAxis: {
          type: "category", data: lanes, inverse: true, axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: true, lineStyle: { color: style("--hair") } },
          axisLabel: { color: style("--ink"), width: 175, overflow: "break", inside: narrow, verticalAlign: narrow ? "bottom" : "middle", padding: narrow ? [0, 0, 12, 0] : 0 }, z: 5,
        },
        dataZoom: zoom(),
        series: values.lanes.map((lane, n) => ({
          type: "scatter", name: lane.name, symbol: shapes[n % shapes.length], symbolSize: n === 0 ? 13 : 9,
          itemStyle: { color: colours[n % colours.length], opacity: 0.75, borderColor: style("--paper"), borderWidth: 1 },
          data: lane.points.map(([day, words, address]) => ({ value: [day, lane.name], words, address })),
        })),
        tooltip: { ...base().tooltip, formatter: (p) => `${p.value[0]}\n${p.data.words}` },
      };
    },
    curve(values) {
      const line = (who, colour) => ({
        type: "line", name: values.names[who], symbolSize: 5, connectNulls: true, lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour },
        data: values.months.filter((m) => m.from === who).map((m) => [`${m.month}-15`, m.goldstein, m.events]),
      });
      return {
        ...base(),
        legend: { top: 0, right: 10, textStyle: { color: style("--ink") } },
        grid: { left: 44, right: 16, top: 34, bottom: 60 },
        xAxis: { type: "time", ...axis() },
        yAxis: { type: "value", min: -10, max: 10, interval: 5, name: "cooperation ↑", nameTextStyle: { color: style("--soft"), align: "left" }, ...axis() },
        dataZoom: zoom(),
        series: [line(values.a, rgb("--statement")), line(values.b, rgb("--contact"))],
        tooltip: { ...base().tooltip, formatter: (p) => `${p.seriesName}, ${p.value[0].slice(0, 7)}\n${p.value[1]} over ${p.value[2]} event${p.value[2] === 1 ? "" : "s"}` },
      };
    },
    world(values) {
      return {
        ...base(),
        geo: {
          map: "world", roam: true, scaleLimit: { min: 1, max: 40 }, silent: true, top: 0, bottom: 0, left: 0, right: 0,
          itemStyle: { areaColor: style("--land"), borderColor: style("--paper"), borderWidth: 0.6 }, emphasis: { disabled: true },
        },
        series: [{
          type: "scatter", coordinateSystem: "geo", symbolSize: (v) => 6 + Math.min(30, Math.sqrt(v[2]) * 5),
          itemStyle: { color: style("--accent"), opacity: 0.72, borderColor: style("--paper") },
          data: values.map((d) => ({ name: d.name, value: [d.lon, d.lat, d.n], row: d.row })),
        }],
        tooltip: { ...base().tooltip, formatter: (p) => `${p.name}\n${p.value[2]} contact${p.value[2] === 1 ? "" : "s"}` },
      };
    },
    network(values) {
      const most = Math.max(...values.nodes.map((n) => n.n), 1);
      const heaviest = Math.max(...values.links.map((l) => l.n), 1);
      return {
        ...base(),
        animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
        series: [{
          type: "graph", layout: "force", roam: true, draggable: true, scaleLimit: { min: 0.3, max: 8 },
          force: { repulsion: 190, edgeLength: [40, 130], gravity: 0.12 },
          label: { show: true, position: "right", color: style("--ink"), fontSize: 12, formatter: (p) => p.data.id },
          labelLayout: { hideOverlap: true },
          emphasis: { focus: "adjacency", lineStyle: { width: 3 } },
          itemStyle: { color: style("--accent"), borderColor: style("--paper") },
          lineStyle: { color: style("--soft") },
          data: values.nodes.map((n) => ({ id: n.id, name: n.id, words: n.name, value: n.n, address: n.href, symbolSize: 7 + 26 * Math.sqrt(n.n / most) })),
          links: values.links.map((l) => ({ source: l.source, target: l.target, value: l.n, address: l.href, lineStyle: { width: 0.6 + 5 * (l.n / heaviest), opacity: 0.45 } })),
        }],
        tooltip: {
          ...base().tooltip,
          formatter: (p) => (p.dataType === "edge" ? `${p.data.source} – ${p.data.target}\n${p.data.value} contact${p.data.value === 1 ? "" : "s"}` : `${p.data.words}\n${p.data.value} contacts`),
        },
      };
    },
  };

  const drawn = new Map();
  const draw = async (element) => {
    if (drawn.has(element)) return;
    drawn.set(element, null);
    const kind = element.dataset.chart;
    const values = JSON.parse(element.dataset.values);
    if (kind === "world" && !echarts.getMap("world")) {
      const answer = await fetch(element.dataset.map);
      if (!answer.ok) return;
      echarts.registerMap("world", await answer.json());
    }
    element.querySelector("svg.plainmap")?.setAttribute("hidden", "");
    element.classList.add("drawn");
    const stage = document.createElement("div");
    stage.className = "stage";
    element.append(stage);
    const chart = echarts.init(stage, null, { renderer: "canvas" });
    chart.setOption(builders[kind](values));
    chart.on("click", (p) => {
      if (p.data?.row) document.getElementById(p.data.row)?.scrollIntoView({ block: "center" });
      else go(p.data?.address);
    });
    chart.on("datazoom", () => {
      const { start, end } = chart.getOption().dataZoom[0];
      element.dataset.zoom = `${Math.round(start)}-${Math.round(end)}`;
    });
    drawn.set(element, { chart, kind, values });
  };
  const drawAll = () => {
    for (const [element, made] of drawn)
      if (!element.isConnected) {
        made?.chart.dispose();
        drawn.delete(element);
      }
    for (const element of document.querySelectorAll("[data-chart]")) draw(element);
  };
  const again = () => {
    for (const made of drawn.values())
      if (made) {
        const zoomed = (made.chart.getOption().dataZoom || []).map(({ start, end }) => ({ start, end }));
        made.chart.setOption(builders[made.kind](made.values), true);
        if (zoomed.length) made.chart.setOption({ dataZoom: zoomed });
      }
  };
  drawAll();
  document.addEventListener("htmx:afterSettle", drawAll);
  document.addEventListener("theme", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  addEventListener("resize", () => {
    for (const made of drawn.values()) made?.chart.resize();
  });
})();
