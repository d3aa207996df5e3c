// The page: one state, and everything shown from it.

import { articles, edges, facts, find, held, kinds, nodes } from "./data.js";
import { details } from "./details.js";
import { fold, matcher, searchable } from "./fold.js";
import { list } from "./list.js";
import { draw, fit, resize, restyle, reveal, show, zoom } from "./picture.js";
import { icon } from "./shapes.js";
import { date, h, kindPlural, number, readDay, speak, t, typedDay } from "./text.js";

const $ = (id) => document.getElementById(id);
const state = { language: "vi", query: "", hidden: new Set(), day: "", tab: "nodes", chosen: null, pane: "list" };
const trail = [];

// ---- what is in view -------------------------------------------------------------------------

function inView() {
  const matches = matcher(state.query);
  const found = (rows) => rows.filter((row) => matches(row.search));
  const visible = (row) => !state.hidden.has(row.kind);
  const things = nodes.filter(visible);
  const relations = edges.filter((row) => visible(row.tail) && visible(row.head) && held(row, state.day) !== "no");
  return {
    things: { all: things, found: found(things) }, relations: { all: relations, found: found(relations) },
    further: { all: facts, found: found(facts) }, searching: state.query.trim() !== "", chosen: state.chosen, day: state.day,
  };
}

function render() {
  const view = inView();
  const tabs = { nodes: view.things, edges: view.relations, facts: view.further };
  for (const [tab, { all, found }] of Object.entries(tabs)) {
    const count = found.length === all.length ? number(all.length) : t("of", { n: number(found.length), m: number(all.length) });
    const own = tab === state.tab;
    $(`tab-${tab}`).replaceChildren(t(tab), h("span.count", {}, count));
    $(`tab-${tab}`).setAttribute("aria-selected", String(own));
    $(`tab-${tab}`).tabIndex = own ? 0 : -1;
  }
  $("day-row").hidden = !edges.some((row) => row.relation === "hbt:Tenure");
  $("tab-facts").hidden = !facts.length;
  $("list").setAttribute("aria-labelledby", `tab-${state.tab}`);
  $("list").replaceChildren(...list({ tab: state.tab, rows: tabs[state.tab].found, chosen: state.chosen, day: state.day }, choose));
  $("status").textContent = state.query ? `${t("nodes")}: ${view.things.found.length}. ${t("edges")}: ${view.relations.found.length}.` : "";
  show(view);
}

function renderDetails() {
  $("details-body").replaceChildren(...details(state, choose).flat().filter(Boolean));
  $("back").hidden = state.chosen === null;
  $("details").scrollTop = 0;
}

function renderWords() {
  document.documentElement.lang = state.language;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = t(element.dataset.label);
  }
  $("search").placeholder = t("search");
  $("day").placeholder = t("dayShape");
  $("language").lang = state.language === "vi" ? "en" : "vi";
  const days = articles.map((row) => row.date).filter(Boolean);
  const span = days.length ? [...new Set([days[0], days[days.length - 1]])].map(date).join(" – ") : "";
  $("summary").textContent = [t("countNodes", { n: number(nodes.length) }), t("countEdges", { n: number(edges.length) }),
    t("countArticles", { n: number(articles.length) }), span].filter(Boolean).join(" · ");
  renderKinds();
}

function renderKinds() {
  $("kinds").replaceChildren(...kinds.map((kind) => h("button.chip", {
    type: "button", "data-kind": kind, "aria-pressed": String(!state.hidden.has(kind)), onclick: () => toggle(kind),
  }, icon(kind), h("span", {}, kindPlural(kind)), h("span.count", {}, number(nodes.filter((row) => row.kind === kind).length)))));
}

// ---- what people do --------------------------------------------------------------------------

function toggle(kind) {
  if (!state.hidden.delete(kind)) state.hidden.add(kind);
  const pressed = !state.hidden.has(kind);
  document.querySelector(`[data-kind="${kind}"]`).setAttribute("aria-pressed", String(pressed));
  render();
}

function choose(id, { keep = true } = {}) {
  const row = id && find(id);
  if (row && state.chosen && row !== state.chosen && keep) trail.push(state.chosen.id);
  state.chosen = row || null;
  if (row) { state.pane = "details"; uncover(row); }
  renderPane();
  render();
  renderDetails();
  remember();
  if (row) { reveal(row.id); mark(row.id); $("details").focus({ preventScroll: true }); }
}

/** Brings back what a filter hides, when a link leads to it. */
function uncover(row) {
  const ends = { node: [row], edge: [row.tail, row.head], fact: [] }[row.type];
  const hidden = ends.filter((end) => state.hidden.delete(end.kind));
  if (hidden.length) renderKinds();
}

function mark(id) {
  document.querySelector(`#list [data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
}

function setTab(tab) {
  state.tab = tab;
  render();
  $("list").scrollTop = 0;
}

function setLanguage(language) {
  state.language = language;
  speak(language);
  renderWords();
  render();
  renderDetails();
  restyle();
  remember();
}

function setDay(day) {
  state.day = day;
  $("day").value = day && typedDay(day);
  $("day").removeAttribute("aria-invalid");
  $("any-time").hidden = !day;
  $("line-legend").hidden = !day;
  render();
  renderDetails();
  remember();
}

function reset() {
  Object.assign(state, { query: "", chosen: null, tab: "nodes" });
  state.hidden.clear();
  trail.length = 0;
  $("search").value = "";
  renderKinds();
  setDay("");
  fit();
}

function setPane(pane) {
  state.pane = pane;
  renderPane();
}

function renderPane() {
  document.body.dataset.pane = state.pane;
  for (const button of document.querySelectorAll("[data-pane-button]")) {
    button.setAttribute("aria-pressed", String(button.dataset.paneButton === state.pane));
  }
  resize();
}

function setTheme() {
  const dark = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = dark === "dark" ? "light" : "dark";
  restyle();
}

// ---- the address holds what is chosen, the language and the day ---------------------------------

function remember() {
  const parts = [state.chosen?.id, state.language !== "vi" && `lang=${state.language}`, state.day && `on=${state.day}`].filter(Boolean);
  history.replaceState(null, "", parts.length ? `#${parts.map(encodeURI).join("&")}` : location.pathname + location.search);
}

function recall() {
  const parts = location.hash.slice(1).split("&").map(decodeURI);
  const value = (name) => parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  state.language = value("lang") === "en" ? "en" : "vi";
  state.day = readDay(value("on") || "") || "";
  speak(state.language);
  return parts.find((part) => part && !part.includes("="));
}

/** A link or the address bar led here. */
function follow() {
  const id = recall();
  setLanguage(state.language);
  setDay(state.day);
  choose(find(id) ? id : null);
}

// ---- start -----------------------------------------------------------------------------------

function listen() {
  $("search").addEventListener("input", (event) => { state.query = event.target.value; setPaneForSearch(); render(); });
  $("search").addEventListener("keydown", (event) => { if (event.key === "Escape") { event.target.value = state.query = ""; render(); }
    if (event.key === "Enter") document.querySelector("#list .row")?.click();
  });
  $("language").addEventListener("click", () => setLanguage(state.language === "vi" ? "en" : "vi"));
  $("theme").addEventListener("click", setTheme);
  $("day").addEventListener("change", takeDay);
  $("any-time").addEventListener("click", () => setDay(""));
  $("zoom-in").addEventListener("click", () => zoom(1.35));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  $("fit").addEventListener("click", () => fit());
  $("reset").addEventListener("click", reset);
  $("back").addEventListener("click", () => choose(trail.pop() || null, { keep: false }));
  for (const tab of ["nodes", "edges", "facts"]) $(`tab-${tab}`).addEventListener("click", () => setTab(tab));
  $("tabs").addEventListener("keydown", stepTabs);
  for (const button of document.querySelectorAll("[data-pane-button]")) button.addEventListener("click", () => setPane(button.dataset.paneButton));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  addEventListener("hashchange", follow);
  $("skip").addEventListener("click", (event) => { event.preventDefault(); $("list").focus(); });
  new ResizeObserver(resize).observe($("canvas"));
}

function takeDay({ target }) {
  const day = target.value.trim() && readDay(target.value);
  if (day === null) target.setAttribute("aria-invalid", "true");
  else setDay(day);
}

/** On a narrow screen, typing shows the list. */
function setPaneForSearch() {
  if (state.pane === "details") setPane("list");
}

function stepTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = ["nodes", "edges", "facts"].filter((tab) => !$(`tab-${tab}`).hidden);
  setTab(tabs[(tabs.indexOf(state.tab) + step + tabs.length) % tabs.length]);
  $(`tab-${state.tab}`).focus();
}

const first = recall();
const cy = draw($("canvas"), choose);
listen();
renderWords();
renderPane();
setDay(state.day);
if (first) choose(first);
document.body.dataset.ready = "true";

// for tests and for those who like to look inside
globalThis.hbtgraph = { cy, fold, matcher, searchable };
