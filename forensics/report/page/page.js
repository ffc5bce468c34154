// The page: unpacks the data, draws the charts when they come into view, filters, and shows log lines among their neighbours.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const AROUND = 3;
const panel = document.getElementById("lines"), body = document.getElementById("lines-body");
let opener = null;

function unpacked(chart) {
  const mark = ([lo, hi, look, text, lines, topic, group, finding, severity, rung, latest]) => ({ lo: chart.lo + lo, hi: chart.lo + (hi ?? lo), look: data.looks[look], text, lines: lines || [], topic, group, finding, severity, rung, latest: latest ? chart.lo + latest : null });
  const lanes = chart.lanes.map(([node, kind, tracks, unseen]) => ({
    node, kind, unseen: unseen.map(mark), tracks: tracks.map(([label, marks, rungs]) => ({ label, rungs, marks: marks.map(mark) })),
  }));
  return { title: chart.title, lo: chart.lo, hi: chart.hi, lanes };
}

function opened(mark, node) {
  const article = mark.finding && document.getElementById("f-" + mark.finding);
  if (article) { article.scrollIntoView(); article.focus(); return; }
  showLines(mark.lines, mark.text, node);
}

function showLines(lines, title, from) {
  opener = from;
  document.getElementById("lines-head").textContent = title;
  body.replaceChildren();
  if (!lines.length) html("p", {}, body, "No single line carries this: it follows from those before and after it.");
  lines.forEach(index => excerpt(index));
  panel.hidden = false;
  document.body.classList.add("open");
  panel.focus();
  const own = body.querySelector(".own");
  panel.scrollTop = own ? Math.max(0, own.offsetTop - 130) : 0;
}

function excerpt(index) {
  const own = data.lines[index];
  html("h3", {}, body, data.paths[own[1]] + ":" + own[2]);
  const list = html("ol", {}, body);
  for (let at = index - AROUND; at <= index + AROUND; at++) {
    const line = data.lines[at];
    if (!line || line[1] !== own[1] || line[0] - own[0] !== at - index) continue;
    const item = html("li", { className: at === index ? "own" : "" }, list);
    if (at === index) item.setAttribute("aria-current", "true");
    html("i", {}, item, line[2]);
    html("span", {}, item, line[3]);
  }
}

function closeLines() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("open");
  if (opener && opener.isConnected) opener.focus();
}

const hosts = [...document.querySelectorAll(".chart")], drawn = new Map();
function drawAt(host) {
  if (drawn.has(host)) return;
  drawn.set(host, new Chart(host, unpacked(data.charts[host.dataset.chart]), opened));
}
const watcher = new IntersectionObserver(seen => seen.forEach(one => { if (one.isIntersecting) drawAt(one.target); }), { rootMargin: "600px" });
hosts.forEach(host => watcher.observe(host));
drawAt(hosts[0]);
window.addEventListener("beforeprint", () => { hosts.forEach(drawAt); document.querySelectorAll("details").forEach(one => { one.open = true; }); });
let waiting = 0;
window.addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => drawn.forEach(chart => chart.draw())); });

document.addEventListener("click", event => {
  const place = event.target.closest("[data-line]");
  if (place) showLines([Number(place.dataset.line)], place.textContent, place);
});
document.addEventListener("keydown", event => { if (event.key === "Escape") closeLines(); });
document.getElementById("close").addEventListener("click", closeLines);

const filters = document.getElementById("filters");
function fill() {
  const chart = drawn.get(hosts[0]).chart, found = { topic: new Set(), group: new Set(), node: new Set(), severity: new Set() };
  for (const lane of chart.lanes) {
    if (lane.kind) found.node.add(lane.node);
    for (const track of lane.tracks) for (const mark of track.marks) for (const name of ["topic", "group", "severity"]) if (mark[name]) found[name].add(mark[name]);
  }
  for (const name in found) for (const value of [...found[name]].sort()) html("option", { value }, filters.elements[name], value);
}
function apply() {
  const wanted = Object.fromEntries([...new FormData(filters)].filter(([, value]) => value));
  const timeline = drawn.get(hosts[0]);
  timeline.filter = wanted;
  timeline.draw();
  for (const article of document.querySelectorAll(".finding")) {
    const has = (name, value) => !article.dataset[name] || article.dataset[name].split("\n").includes(value);
    article.hidden = !Object.entries(wanted).every(([name, value]) => has(name, value));
  }
}
fill();
filters.addEventListener("change", apply);
filters.addEventListener("submit", event => event.preventDefault());
