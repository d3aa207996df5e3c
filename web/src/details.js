// One thing, relation or fact: what it is, and the words that say so.

import { articles, edges, facts, held, nodes } from "./data.js";
import { icon } from "./shapes.js";
import { date, fieldRows, h, kindName, number, relationName, relationRank, relationWords, spoken, t, title, viet } from "./text.js";

const FEW = 3;

/** The panel for what is chosen; without a choice, how to read the page and what it is made from. */
export function details({ chosen, day }, choose) {
  if (chosen === null) return start();
  return { node: thing, edge: relation, fact: further }[chosen.type](chosen, choose, day);
}

const lang = (row) => (spoken() === "en" && !row.labelEn ? { lang: "vi" } : {});
const link = (row, choose) => h("button.link", { type: "button", ...lang(row), onclick: () => choose(row.id) }, icon(row.kind), title(row));

function thing(row, choose, day) {
  const own = row.passages.length || (!row.edges.length && !row.facts.length);
  return [
    h("p.kind", {}, icon(row.kind), kindName(row.kind)),
    h("h2", lang(row), title(row)),
    other(row),
    fields(row),
    own ? h("section", {}, h("h3", {}, t("words")), wordsOf(row)) : null,
    row.edges.length ? h("section", {}, h("h3", {}, t("relationsOf"), h("span.count", {}, number(row.edges.length))),
      groups(row, choose, day)) : null,
    row.facts.length ? h("section", {}, h("h3", {}, t("factsAbout"), h("span.count", {}, number(row.facts.length))),
      row.facts.map((fact) => factCard(fact))) : null,
    source(row),
  ];
}

function other(row) {
  const text = spoken() === "en" ? row.labelEn && row.label : row.labelEn;
  return text ? h("p.other", { lang: spoken() === "en" ? "vi" : "en" }, text) : null;
}

function fields(row) {
  const rows = fieldRows(row);
  return rows.length ? h("dl", {}, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), viet("dd", value)))) : null;
}

/** The relations of a thing, under one heading for each kind and direction. */
function groups(row, choose, day) {
  const found = new Map();
  for (const edge of row.edges) {
    const heading = relationWords(edge, edge.tail === row);
    found.set(heading, [...(found.get(heading) || []), edge]);
  }
  return [...found].sort(([, [a]], [, [b]]) => relationRank(a) - relationRank(b)).map(([heading, members]) => h("div.group", {},
    h("h4", {}, heading, members.length > 1 && [" ", h("span.count", {}, number(members.length))]),
    members.map((edge) => edgeCard(edge, row, choose, day))));
}

function edgeCard(edge, from, choose, day) {
  const how = held(edge, day);
  const named = edge.relation === "hbt:Tenure" || edge.relation === "hbt:Appointment" || edge.relation === "hbt:Activity";
  return h("div.card", {},
    h("p", {}, named && [h("span.relation", lang(edge), relationName(edge)), " · "], link(edge.tail === from ? edge.head : edge.tail, choose),
      how && h(`span.tag.${how}`, {}, t(how))),
    evidence(edge, from.edges.length <= FEW));
}

function factCard(fact) {
  return h("div.card", {}, h("p", {}, h("span.kind", {}, icon(fact.kind), kindName(fact.kind)), viet("span", fact.label)), evidence(fact, false));
}

/** What a relation or fact says of itself and its words, opened on a click. */
function evidence(row, open) {
  const { length } = row.passages;
  const count = length === 1 ? t("sentence") : t("sentences", { n: number(length) });
  return h("details", { open }, h("summary", {}, length ? `${t("words")} · ${count}` : t("source")), fields(row), wordsOf(row));
}

function relation(row, choose, day) {
  const how = held(row, day);
  return [
    h("p.kind", {}, t("edges"), how && h(`span.tag.${how}`, {}, t(how))),
    h("h2.sentence", {}, link(row.tail, choose), h("span.relation", lang(row), relationName(row)), link(row.head, choose)),
    fields(row),
    h("section", {}, h("h3", {}, t("words")), wordsOf(row)),
  ];
}

function further(row, choose) {
  return [
    h("p.kind", {}, icon(row.kind), kindName(row.kind)),
    viet("h2", row.label),
    row.about.length ? h("p", {}, row.about.map((thing) => [link(thing, choose), " "]).flat()) : null,
    fields(row),
    h("section", {}, h("h3", {}, t("words")), wordsOf(row)),
  ];
}

function wordsOf({ passages }) {
  if (!passages.length) return h("p.quiet", {}, t("noWords"));
  const [shown, rest] = [passages.slice(0, FEW), passages.slice(FEW)];
  return h("div", {}, shown.map(quote), rest.length ? h("details.rest", {}, h("summary", {}, t("more", { n: number(rest.length) })), rest.map(quote)) : null);
}

function quote({ exact, before, after, article, start, end }) {
  return h("figure.words", {},
    h("blockquote", { lang: "vi" }, h("span.around", {}, lead(before)), h("mark", {}, exact), h("span.around", {}, trail(after))),
    h("figcaption", {}, headline(article, exact), h("span.from", {}, [article.publisher, article.date && date(article.date)].filter(Boolean).join(", ")),
      h("span.place", { title: t("placeHelp") }, t("place", { a: number(start), b: number(end) })),
      copier(`“${exact}” (${[article.headline, article.publisher, article.date && date(article.date), t("place", { a: number(start), b: number(end) })].filter(Boolean).join(", ")})`)));
}

/** A button that copies a quotation with its source; where the browser keeps the clipboard to itself there is none. */
function copier(text) {
  if (!navigator.clipboard) return null;
  const button = h("button.plain", { type: "button" }, t("copy"));
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text).then(() => { button.textContent = t("copied"); }, () => button.remove());
  });
  return button;
}

// what stands before and after, without the halves of words at the outer ends
const lead = (text) => (text ? `…${text.replace(/^\S*\s+/, "")}` : "").replace(/\s*\n\s*/g, " ");
const trail = (text) => (text ? `${text.replace(/\s+\S*$/, "")}…` : "").replace(/\s*\n\s*/g, " ");

/** The headline, as a link where the article has an address on the web, to the very words where they are given. */
function headline({ headline: text, source }, exact = "") {
  const web = /^https?:\/\//.test(source);
  return web ? h("a.headline", { href: source + fragment(source, exact), rel: "noopener noreferrer external", target: "_blank", lang: "vi" }, text) : h("cite.headline", { lang: "vi" }, text);
}

/** A text fragment (WICG): the words, or their first and last few where they are many. */
function fragment(source, exact) {
  if (!exact || source.includes("#")) return "";
  const parts = exact.split(/\s+/);
  const ends = parts.length > 8 ? [parts.slice(0, 4), parts.slice(-4)] : [parts];
  return `#:~:text=${ends.map((end) => encodeURIComponent(end.join(" ")).replace(/-/g, "%2D")).join(",")}`;
}

function source(row) {
  return h("p.identifier", {}, row.sources.length ? [`${t("source")}: ${row.sources.join(", ")}`, h("br")] : null,
    `${t("identifier")}: `, h("code", {}, row.iri));
}

function start() {
  return [
    h("h2", {}, t("about")),
    h("p", {}, t("start")), h("p", {}, t("oneDay")), h("p", {}, t("absence")),
    h("h3", {}, t("articles"), h("span.count", {}, number(articles.length))),
    h("ul.articles", {}, articles.map((row) => h("li", {}, headline(row), h("span.from", {}, [row.publisher, row.date && date(row.date)].filter(Boolean).join(", "))))),
    h("p.identifier", {}, [t("countNodes", { n: number(nodes.length) }), t("countEdges", { n: number(edges.length) }), t("countFacts", { n: number(facts.length) })].join(" · ")),
  ];
}
