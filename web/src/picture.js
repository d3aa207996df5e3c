// The picture: the same things and relations as the list, in the places that the file gives.

import cytoscape from "cytoscape";
import { edge, edges, held, kinds, label, node, nodes } from "./data.js";
import { shape } from "./shapes.js";
import { relationName, title } from "./text.js";

const NEAREST = 1.25;
const FARTHEST = 2;
const LEGIBLE = 14; // around a thing with more relations their names would cover one another
const READABLE = 11;
const LANDMARKS = 14;
const ROOM = { x: 112, y: 34 };
const TOOLS = 52; // pixels at the foot of the frame that the buttons take
const still = matchMedia("(prefers-reduced-motion: reduce)");

let cy = null;

/** Draws everything into an element; `choose(id)` is called with what is clicked, or null for nothing. */
export function draw(container, choose) {
  cy = cytoscape({
    container, elements: elements(), layout: { name: "preset" }, style: look(),
    minZoom: 0.05, maxZoom: 3, boxSelectionEnabled: false,
  });
  cy.on("tap", (event) => choose(event.target === cy ? null : event.target.id()));
  cy.on("mouseover", "node, edge", (event) => { event.target.addClass("under"); container.classList.add("pointing"); });
  cy.on("mouseout", "node, edge", (event) => { event.target.removeClass("under"); container.classList.remove("pointing"); });
  fit(false);
  cy.on("zoom", landmarks);
  landmarks();
  return cy;
}

function elements() {
  const things = nodes.map((row) => ({
    group: "nodes", position: { x: row.x, y: row.y }, classes: `kind-${row.kind}`,
    data: { id: row.id, size: row.size, font: row.typeSize, own: row.typeSize },
  }));
  const relations = edges.map((row) => ({
    group: "edges", data: { id: row.id, source: row.tail.id, target: row.head.id },
  }));
  return [...things, ...relations];
}

/** From afar the best connected things still bear names that can be read, where one leaves room for the next. */
function landmarks() {
  const zoom = cy.zoom();
  const kept = [];
  const free = (row) => kept.every((other) => Math.abs(other.x - row.x) * zoom > ROOM.x || Math.abs(other.y - row.y) * zoom > ROOM.y);
  cy.batch(() => {
    for (const row of crowded) {
      const ele = cy.getElementById(row.id);
      const own = ele.data("own");
      const large = own * zoom < READABLE && kept.length < LANDMARKS && free(row);
      if (large) kept.push(row);
      ele.data("font", large ? READABLE / zoom : own);
    }
  });
}

const crowded = nodes.filter((row) => row.edges.length >= 3).sort((a, b) => b.edges.length - a.edges.length).slice(0, 60);

const short = (text) => (text.length > label.longest ? `${text.slice(0, label.longest - 1).trimEnd()}…` : text);
const first = (text) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

function look() {
  const css = getComputedStyle(document.documentElement);
  const colour = (name) => css.getPropertyValue(`--${name}`).trim();
  const text = { color: colour("ink"), "text-outline-color": colour("paper"), "text-outline-width": 2.5 };
  return [
    { selector: "node", style: { ...text, label: (ele) => short(first(title(node.get(ele.id())))), "font-family": "system-ui, sans-serif",
      "font-size": "data(font)", width: "data(size)", height: "data(size)", "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "line-height": label.line,
      "text-max-width": (ele) => (ele.data("font") > ele.data("own") ? 1.4 : 1) * label.wrap * ele.data("font"), "min-zoomed-font-size": 6.5, "border-width": 1.5, "border-color": colour("paper"), "overlay-opacity": 0 } },
    ...kinds.map((kind) => ({ selector: `.kind-${kind}`, style: { shape: shape(kind), "background-color": colour(kind) } })),
    { selector: "edge", style: { ...text, width: 1.4, "line-color": colour("line"), "target-arrow-color": colour("line"), "target-arrow-shape": "triangle",
      "arrow-scale": 0.85, "curve-style": "bezier", "control-point-step-size": 34, "font-size": 11, "text-rotation": "autorotate", "overlay-opacity": 0,
      "font-family": "system-ui, sans-serif", "min-zoomed-font-size": 6 } },
    { selector: "edge.possible", style: { "line-style": "dashed" } },
    { selector: "edge.certain", style: { width: 2.6, "line-color": colour("accent"), "target-arrow-color": colour("accent") } },
    { selector: ".dim", style: { opacity: 0.13 } },
    { selector: "edge.near, edge.under, edge.chosen", style: { width: 2.2, "line-color": colour("accent"), "target-arrow-color": colour("accent") } },
    { selector: "edge.named, edge.under, edge.chosen", style: {
      label: (ele) => short(relationName(edge.get(ele.id()))), "z-index": 5 } },
    { selector: "node.near, node.under, node.chosen", style: { "min-zoomed-font-size": 0, "z-index": 9 } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": colour("accent") } },
    { selector: ".off", style: { display: "none" } },
  ];
}

/** Shows what the state shows: `things` and `relations` are the rows in view, `matched` those that match. */
export function show({ things, relations, searching, chosen, day }) {
  const shown = new Set([...things.all, ...relations.all].map((row) => row.id));
  const matched = new Set([...things.found, ...relations.found].map((row) => row.id));
  const middle = chosen && cy.getElementById(chosen.id);
  const around = middle && middle.nonempty() ? (middle.isNode() ? middle.closedNeighborhood() : middle.union(middle.connectedNodes())) : null;
  cy.batch(() => {
    for (const ele of cy.elements()) {
      const near = around !== null && around.contains(ele);
      ele.toggleClass("off", !shown.has(ele.id()));
      ele.toggleClass("dim", around ? !near : searching && !matched.has(ele.id()));
      ele.toggleClass("near", near);
      ele.toggleClass("named", near && around.edges().length <= LEGIBLE);
      ele.toggleClass("chosen", chosen !== null && chosen.id === ele.id());
      if (ele.isEdge()) {
        const how = held(edge.get(ele.id()), day);
        ele.toggleClass("certain", how === "certain").toggleClass("possible", how === "possible");
      }
    }
  });
}

/** Restyles after a change of language or of light and dark. */
export const restyle = () => cy.style(look());

/** The zoom and pan that set some elements in the middle of the frame, above the buttons. */
function framed(eles, padding, nearest) {
  const { x1, x2, y1, y2, w, h } = eles.boundingBox();
  const [wide, high] = [cy.width(), cy.height() - TOOLS];
  const zoom = Math.max(cy.minZoom(), Math.min(nearest, (wide - 2 * padding) / w, (high - 2 * padding) / h));
  return { zoom, pan: { x: wide / 2 - (zoom * (x1 + x2)) / 2, y: high / 2 - (zoom * (y1 + y2)) / 2 } };
}

function move(view, slowly = true) {
  cy.stop();
  if (slowly && !still.matches) cy.animate(view, { duration: 220 });
  else if (view.pan) cy.viewport(view);
  else cy.zoom(view.zoom);
}

/** Fits everything in view into the frame. */
export function fit(slowly = true) {
  const eles = cy.elements().not(".off");
  if (eles.nonempty()) move(framed(eles, 24, FARTHEST), slowly);
}

/** Zooms about the middle of the frame. */
export function zoom(factor) {
  move({ zoom: { level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } });
}

/** Brings a thing or relation and what it touches into the frame, where it is out of sight. */
export function reveal(id) {
  const ele = cy.getElementById(id);
  if (ele.empty()) return;
  const eles = (ele.isNode() ? ele.closedNeighborhood() : ele.union(ele.connectedNodes())).not(".off");
  move(framed(eles, 60, NEAREST));
}

/** After the frame changed size. */
export const resize = () => cy.resize();
