// What the page knows, read once from the JSON in it, with the ways between its parts.

import { searchable } from "./fold.js";

const raw = JSON.parse(document.getElementById("data").textContent);

export const { words, concepts, articles, label } = raw;

export const passages = raw.passages.map(([article, start, end, exact, before, after]) => ({
  article: articles[article], start, end, exact, before, after,
}));

const named = (row) => row.passages.map((number) => passages[number]);

export const nodes = raw.nodes.map((row) => ({ ...row, type: "node", passages: named(row), edges: [], facts: [] }));
export const node = new Map(nodes.map((row) => [row.id, row]));

export const edges = raw.edges.map((row) => ({
  ...row, type: "edge", passages: named(row), tail: node.get(row.tail), head: node.get(row.head),
}));
export const edge = new Map(edges.map((row) => [row.id, row]));

export const facts = raw.facts.map((row) => ({
  ...row, type: "fact", labelEn: "", passages: named(row), about: row.about.map((id) => node.get(id)),
}));
export const fact = new Map(facts.map((row) => [row.id, row]));

for (const row of edges) {
  row.tail.edges.push(row);
  if (row.head !== row.tail) row.head.edges.push(row);
}
for (const row of facts) for (const thing of row.about) thing.facts.push(row);

for (const row of nodes) {
  const { alt_labels: also = [], posts = [], document_number: number = "" } = row.fields;
  row.search = searchable(row.label, row.labelEn, ...also, ...posts, number);
}
for (const row of edges) row.search = searchable(row.label, row.labelEn, row.tail.label, row.head.label);
for (const row of facts) row.search = searchable(row.label, ...row.about.map((thing) => thing.label), ...row.passages.map((words) => words.exact));

const order = new Intl.Collator("vi", { numeric: true });
const rank = Object.keys(words.kinds);
const byKind = (a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind) || order.compare(a.label, b.label);

/** The kinds that occur, in the order in which they are shown. */
export const kinds = rank.filter((kind) => nodes.some((row) => row.kind === kind));
nodes.sort((a, b) => byKind(a, b) || (a.id < b.id ? -1 : 1));
edges.sort((a, b) => byKind(a.tail, b.tail) || order.compare(a.label, b.label) || byKind(a.head, b.head));

/** A thing, relation or fact by its name in the address. */
export const find = (id) => node.get(id) || edge.get(id) || fact.get(id) || null;

/**
 * Whether a post was held on a day: "certain", "possible" or "no" (null for what is no post).
 * Certain between the first and last day that articles prove, possible outside them, and no beyond
 * its bounds or those of the body.
 */
export function held(row, day) {
  if (row.relation !== "hbt:Tenure" || !day) return null;
  const { earliest_start: from, latest_start: began, earliest_end: lasted, latest_end: until } = row.fields;
  const { exists_from: founded, exists_until: ended } = row.head.fields;
  if ((founded && day < founded) || (ended && day > ended)) return "no";
  if (began && lasted && began <= day && day <= lasted) return "certain";
  return (from && day < from) || (until && day > until) ? "no" : "possible";
}
