// Draws one chart as SVG: lanes of tracks of marks over time. Everything a log says goes in as text, never as markup.
"use strict";
const NS = "http://www.w3.org/2000/svg";
const LABELS = new Set(["role-master", "role-slave", "role-acting", "chosen", "route", "route-headless", "silent", "silent-server", "down", "window", "rewriting", "hidden", "error", "warning", "note", "moving", "clock", "unseen", "step"]);
const DARK = new Set(["role-master", "role-acting", "down", "silent", "silent-server", "route-headless", "error", "note", "step"]);
const TRACK = 20, HEAD = 24, AXIS = 26, STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5, 108e5, 216e5, 432e5, 864e5, 1728e5, 6048e5];

function make(name, facts, parent, text) {
  const node = document.createElementNS(NS, name);
  for (const key in facts) node.setAttribute(key, facts[key]);
  if (text !== undefined) node.textContent = text;
  if (parent) parent.append(node);
  return node;
}

function html(name, facts, parent, text) {
  const node = document.createElement(name);
  Object.assign(node, facts);
  if (text !== undefined) node.textContent = text;
  if (parent) parent.append(node);
  return node;
}

// The time of day, and its day in front where *dated*: a chart of more than one day.
function clock(us, precise, dated) {
  const text = new Date(us / 1000).toISOString();
  return (dated ? text.slice(5, 10) + " " : "") + text.slice(11, precise ? 23 : 19);
}

class Chart {
  constructor(host, chart, onOpen) {
    const dated = Math.floor(chart.lo / 864e8) !== Math.floor(chart.hi / 864e8);
    Object.assign(this, { host, chart, onOpen, dated, lo: chart.lo, hi: chart.hi, filter: {}, marks: [] });
    this.tools();
    this.svg = make("svg", { role: "group", "aria-label": chart.title + ". Arrow keys go from mark to mark." }, host);
    this.said = html("p", { className: "said" }, host);
    this.said.setAttribute("aria-live", "polite");
    this.listen();
    this.draw();
  }

  tools() {
    const bar = html("div", { className: "tools" }, this.host);
    html("b", {}, bar, this.chart.title);
    const button = (label, name, act) => {
      const made = html("button", { type: "button", onclick: act }, bar, label);
      made.setAttribute("aria-label", name);
    };
    button("−", "Zoom out", () => this.zoom(2));
    button("+", "Zoom in", () => this.zoom(0.5));
    button("←", "Earlier", () => this.move(-0.3));
    button("→", "Later", () => this.move(0.3));
    button("all", "Show all of it", () => this.show(this.chart.lo, this.chart.hi));
  }

  x(us) { return this.left + (us - this.lo) / (this.hi - this.lo) * (this.width - this.left - 6); }
  time(x) { return this.lo + (x - this.left) / (this.width - this.left - 6) * (this.hi - this.lo); }

  draw() {
    const held = this.marks.findIndex(mark => mark.node === document.activeElement);
    this.width = Math.max(this.host.clientWidth - 16, 240);
    this.narrow = this.width < 620;
    this.left = this.narrow ? 4 : 190;
    this.svg.replaceChildren();
    this.marks = [];
    const ground = make("g", {}, this.svg);
    let y = AXIS;
    this.chart.lanes.forEach(lane => { if (this.laneWanted(lane)) y = this.lane(lane, y); });
    this.height = y + 4;
    this.axis(ground);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.setAttribute("height", this.height);
    if (this.marks.length) this.marks[Math.max(held, 0)].node.setAttribute("tabindex", "0");
    if (held >= 0 && this.marks[held]) this.marks[held].node.focus();
  }

  axis(ground) {
    const wide = this.dated ? 100 : 60, room = Math.max(2, Math.floor((this.width - this.left) / (wide + 50)));
    const step = 1000 * (STEPS.find(ms => (this.hi - this.lo) / (ms * 1000) <= room) || 6048e5);
    for (let at = Math.ceil(this.lo / step) * step; at <= this.hi; at += step) {
      make("line", { class: "axis", x1: this.x(at), x2: this.x(at), y1: 18, y2: this.height }, ground);
      make("text", { class: "soft", x: Math.min(this.x(at), this.width - wide), y: 13 }, ground, clock(at, step < 1e6, this.dated));
    }
  }

  laneWanted(lane) { return !this.filter.node || lane.node === this.filter.node || !lane.kind; }

  // What the filter does not want is not there: marks of other topics, groups and severities, and tracks of nothing else.
  wantedTracks(lane) {
    const left = lane.tracks.map(track => ({ ...track, marks: track.marks.filter(mark => this.isWanted(mark)) }));
    return left.filter((track, at) => track.marks.length || !lane.tracks[at].marks.length);
  }
  isWanted(mark) { return ["topic", "group", "severity"].every(name => !this.filter[name] || !mark[name] || mark[name] === this.filter[name]); }

  lane(lane, top) {
    let y = top + HEAD;
    const group = make("g", {}, this.svg);
    make("line", { class: "rule", x1: 0, x2: this.width, y1: top + 2, y2: top + 2 }, group);
    const shades = make("g", {}, group);
    const title = lane.node + (lane.kind ? " · " + lane.kind : "");
    for (const track of this.wantedTracks(lane)) y = this.track(group, track, y);
    const end = Math.max(y, top + HEAD + (lane.tracks.length ? 0 : TRACK));
    lane.unseen.forEach(mark => this.span(shades, mark, top + 4, end - top - 6));
    const crowded = lane.unseen.some(mark => mark.hi >= this.lo && this.x(mark.lo) < this.left + 220);
    const room = this.narrow ? this.width : crowded ? this.left - 8 : this.left + 220;
    const name = make("text", { class: "node", x: 4, y: top + 18 }, group, this.fit(title, room, crowded ? 9 : 7.2));
    make("title", {}, name, title);
    return end;
  }

  track(group, track, top) {
    let y = top;
    if (this.narrow) { make("text", { class: "soft", x: 8, y: y + 11 }, group, this.fit(track.label, this.width, 6)); y += 15; }
    const tall = track.rungs ? Math.min(170, Math.max(60, track.rungs * 9)) : TRACK;
    if (!this.narrow) make("text", { class: "soft", x: 12, y: y + 14 }, group, this.fit(track.label, this.left - 16, 6.1));
    this.counts(group, track, y);
    const texts = this.texts(track), points = track.marks.filter(mark => mark.hi === mark.lo && !mark.rung).map(mark => this.x(mark.lo)).sort((a, b) => a - b);
    track.marks.forEach(mark => {
      if (mark.hi < this.lo || mark.lo > this.hi) return;
      if (mark.rung) this.point(group, mark, y + tall - 6 - (mark.rung - 1) / Math.max(track.rungs - 1, 1) * (tall - 12), track.rungs > 25 ? 2.6 : 4);
      else if (mark.hi === mark.lo) this.point(group, mark, y + TRACK / 2, 5);
      else this.span(group, mark, y + 2, TRACK - 5, track.marks.length === 1, texts.get(mark) || "", points);
    });
    return y + tall;
  }

  texts(track) {
    const texts = new Map(), spans = track.marks.filter(mark => mark.hi > mark.lo && !mark.rung);
    let count = 0, until = -Infinity;
    spans.forEach((mark, number) => {
      const next = spans[number + 1];
      count += 1;
      until = Math.max(until, mark.hi);
      if (next && next.lo < until && this.x(next.lo) - this.x(mark.lo) < 60) return;
      texts.set(mark, (count > 1 ? count + " at once, the last: " : "") + mark.text);
      count = 0;
      until = -Infinity;
    });
    return texts;
  }

  counts(group, track, y) {
    let last = -99, count = 0, start = 0, end = 0;
    const told = () => {
      const text = "×" + count, left = end + 4 + text.length * 7 > this.width;
      if (count > 1) make("text", { class: "in", x: left ? start - 8 : end + 4, y: y + 14, "text-anchor": left ? "end" : "start" }, group, text);
    };
    for (const mark of track.marks) {
      const wide = this.x(mark.hi) - this.x(mark.lo);
      if (wide > (mark.severity ? 40 : 0) || mark.rung || mark.lo < this.lo || mark.lo > this.hi) continue;
      const x = this.x(mark.lo);
      if (x - last > 12) { if (x - last > 40) told(); count = 0; start = x; }
      last = x;
      end = Math.max(count ? end : 0, x + Math.max(wide, 6) + (mark.hi === mark.lo ? 0 : 2), mark.latest ? Math.min(this.x(mark.latest), this.width - 4) : 0);
      count += 1;
    }
    told();
  }

  // As much of *text* as fits in *room*, where usual letters take *each*.
  fit(text, room, each) {
    const letters = [...text], wide = letter => letter > "\u10ff" ? 1.9 : "@%mwMW".includes(letter) ? 1.75 : /[A-Z\d]/.test(letter) ? 1.15 : 1;
    let left = room / each;
    const most = letters.findIndex(letter => (left -= wide(letter)) < 0);
    return most < 0 ? text : most < 4 ? "" : letters.slice(0, most - 1).join("") + "…";
  }

  group(parent, mark) {
    const node = make("g", { class: "mark", role: "button", tabindex: "-1", "aria-label": this.told(mark) }, parent);
    make("title", {}, node, this.told(mark));
    const placed = { node, mark };
    node.addEventListener("click", () => { if (!this.dragged) this.open(placed); });
    node.addEventListener("focus", () => this.say(mark));
    node.addEventListener("mouseenter", () => this.say(mark));
    this.marks.push(placed);
    return placed;
  }

  told(mark) {
    const at = us => clock(us, true, this.dated);
    const until = mark.hi > mark.lo ? " to " + at(mark.hi) : mark.latest ? " (or until " + at(mark.latest) + ")" : "";
    return at(mark.lo) + until + "  " + mark.text;
  }

  // The widest part of a span that no point of its track lies on.
  free(from, to, points) {
    let best = [from, from], start = from;
    for (const x of [...points.filter(x => x > from - 8 && x < to + 8), to + 8]) {
      if (x - 8 - start > best[1] - best[0]) best = [start, x - 8];
      start = x + 5;
    }
    return best;
  }

  span(parent, mark, y, height, alone, text = mark.text, points = []) {
    const placed = this.group(parent, mark);
    const from = Math.max(this.x(mark.lo), this.left), to = Math.min(this.x(mark.hi), this.width - 4);
    const width = Math.max(to - from, mark.severity ? 6 : 2.5);
    make("rect", { class: "shape k-" + mark.look, x: from, y, width, height, rx: 2 }, placed.node);
    if (LABELS.has(mark.look) && !(width < 40 && mark.severity) && !(this.narrow && mark.look === "unseen" && from < 160)) {
      const [left, right] = this.free(from, from + width, text ? points : []);
      make("text", { class: "in" + (DARK.has(mark.look) ? " on-dark" : ""), x: left + 5, y: y + Math.min(height - 4, 11.5) }, placed.node, this.fit(text, right - left - 8, 6.3));
    } else if (width < 40 && mark.severity && alone) this.beside(placed.node, mark, from, to, y);
    Object.assign(placed, { x: (from + to) / 2, y: y + height / 2 });
  }

  beside(parent, mark, from, to, y) {
    const before = from - this.left - 12, after = this.width - to - 12;
    const left = after < Math.min(before, mark.text.length * 6.3);
    make("text", { class: "in", x: left ? from - 8 : to + 8, y: y + 12, "text-anchor": left ? "end" : "start" }, parent, this.fit(mark.text, left ? before : after, 6.3));
  }

  point(parent, mark, y, size) {
    const placed = this.group(parent, mark), x = this.x(mark.lo);
    if (mark.latest) make("line", { class: "vague", x1: x, x2: Math.min(this.x(mark.latest), this.width - 4), y1: y, y2: y }, placed.node);
    make("rect", { class: "hit", x: x - 9, y: y - 9, width: 18, height: 18 }, placed.node);
    const shape = mark.look === "happened" || mark.look === "step" ? `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z` : null;
    if (shape) make("path", { class: "shape k-" + mark.look, d: shape }, placed.node);
    else make("circle", { class: "shape k-" + mark.look, cx: x, cy: y, r: size }, placed.node);
    Object.assign(placed, { x, y });
  }

  say(mark) { this.said.textContent = this.told(mark); }
  open(placed) { this.onOpen(placed.mark, placed.node); }

  show(lo, hi) {
    const least = 1000, all = this.chart.hi - this.chart.lo, length = Math.min(Math.max(hi - lo, least), all);
    this.lo = Math.max(this.chart.lo, Math.min(lo, this.chart.hi - length));
    this.hi = this.lo + length;
    this.draw();
  }
  zoom(by, at = (this.lo + this.hi) / 2) { this.show(at - (at - this.lo) * by, at + (this.hi - at) * by); }
  move(by) { const step = (this.hi - this.lo) * by; this.show(this.lo + step, this.hi + step); }

  listen() {
    this.svg.addEventListener("keydown", event => this.keyed(event));
    this.svg.addEventListener("wheel", event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, this.time(this.at(event)));
    }, { passive: false });
    this.svg.addEventListener("dblclick", () => this.show(this.chart.lo, this.chart.hi));
    this.svg.addEventListener("pointerdown", event => this.grabbed(event));
  }

  at(event) { const box = this.svg.getBoundingClientRect(); return (event.clientX - box.left) * this.width / box.width; }

  grabbed(event) {
    if (event.button) return;
    const start = this.at(event), touch = event.pointerType === "touch", lo = this.lo, hi = this.hi;
    this.dragged = false;
    let brush = null;
    const moved = to => {
      const x = this.at(to);
      if (Math.abs(x - start) < 6) return;
      this.dragged = true;
      if (touch) { const by = (start - x) / (this.width - this.left) * (hi - lo); this.show(lo + by, hi + by); return; }
      brush = brush || make("rect", { class: "brush", y: AXIS, height: this.height - AXIS }, this.svg);
      brush.setAttribute("x", Math.min(x, start));
      brush.setAttribute("width", Math.abs(x - start));
    };
    const done = to => {
      window.removeEventListener("pointermove", moved);
      if (brush) { const a = this.time(start), b = this.time(this.at(to)); this.show(Math.min(a, b), Math.max(a, b)); }
    };
    window.addEventListener("pointermove", moved);
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, done, { once: true });
  }

  keyed(event) {
    const acts = { "+": () => this.zoom(0.5), "=": () => this.zoom(0.5), "-": () => this.zoom(2), 0: () => this.show(this.chart.lo, this.chart.hi) };
    const now = this.marks.findIndex(placed => placed.node === document.activeElement);
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    let act = event.ctrlKey || event.metaKey || event.altKey ? null : acts[event.key];
    if (ways[event.key]) act = event.shiftKey ? () => this.move(ways[event.key][0] * 0.3) : () => this.step(now, ways[event.key]);
    if ((event.key === "Enter" || event.key === " ") && now >= 0) act = () => this.open(this.marks[now]);
    if (!act) return;
    event.preventDefault();
    act();
  }

  step(now, [right, down]) {
    const from = this.marks[Math.max(now, 0)];
    const near = this.marks.filter(to => to !== from && (down ? Math.sign(to.y - from.y) === down && Math.abs(to.y - from.y) > 3 : Math.sign(to.x - from.x || this.marks.indexOf(to) - this.marks.indexOf(from)) === right && Math.abs(to.y - from.y) < 12));
    const far = to => down ? Math.abs(to.y - from.y) * 50 + Math.abs(to.x - from.x) : Math.abs(to.x - from.x) + Math.abs(to.y - from.y) / 100;
    near.sort((a, b) => far(a) - far(b));
    if (!near.length) return;
    from.node.setAttribute("tabindex", "-1");
    near[0].node.setAttribute("tabindex", "0");
    near[0].node.focus();
  }
}
