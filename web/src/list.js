// The list: the same things and relations as the picture, as text.

import { held } from "./data.js";
import { icon } from "./shapes.js";
import { date, h, kindName, kindPlural, number, relationName, spoken, t, title } from "./text.js";

/** The list of one tab. `choose(id)` is called with what is clicked. */
export function list({ tab, rows, chosen, day }, choose) {
  if (!rows.length) return [h("p.empty", {}, t("nothing"))];
  const group = tab === "edges" ? (row) => row.tail.kind : (row) => row.kind;
  const line = { nodes: thing, edges: relation, facts: further }[tab];
  const groups = new Map();
  for (const row of rows) groups.set(group(row), [...(groups.get(group(row)) || []), row]);
  return [...groups].map(([kind, members]) => h("section", {},
    h("h2", {}, icon(kind), kindPlural(kind), h("span.count", {}, number(members.length))),
    h("ul", {}, members.map((row) => h("li", {}, h("button.row", {
      type: "button", "data-id": row.id, "aria-current": chosen === row ? "true" : null, onclick: () => choose(row.id),
    }, line(row, day)))))));
}

const lang = (row) => (spoken() === "en" && !row.labelEn ? { lang: "vi" } : {});

function thing(row) {
  const under = hint(row);
  return [
    h("span.name", lang(row), title(row)),
    under && h("span.under", { lang: spoken() === "en" ? "vi" : null }, under),
    h("span.count", { title: t("countEdges", { n: row.edges.length }) }, number(row.edges.length)),
  ];
}

/** What helps to tell a thing from its likes: a post, a number, a time. */
function hint({ fields }) {
  const { posts, document_number: own, title: about, date_text: time, exists_until: ended } = fields;
  const when = time || fields.date || fields.actual_start || fields.planned_start || fields.start_text;
  return [posts?.[0], !posts && own && about, !about && when && date(when), ended && `${t("ended")} ${date(ended)}`].filter(Boolean).join(" · ");
}

function relation(row, day) {
  const how = held(row, day);
  return [
    h("span.name", lang(row.tail), title(row.tail)),
    h("span.under", {}, h("span.relation", lang(row), relationName(row)), " → ", h("span", lang(row.head), title(row.head))),
    how && h(`span.tag.${how}`, {}, t(how)),
  ];
}

function further(row) {
  return [h("span.name", { lang: "vi" }, row.label), row.about.length ? h("span.under", {}, row.about.map(title).join(", ")) : h("span.under", {}, kindName(row.kind))];
}
