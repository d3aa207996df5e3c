// Words in two languages, dates and numbers as each language writes them, and HTML made of text alone.

import { concepts, words } from "./data.js";

let language = "vi";

export const speak = (wanted) => { language = wanted; };
export const spoken = () => language;

/** A text of the page; {n} and the like are filled from `values`. */
export function t(key, values = {}) {
  return words.ui[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

export const kindName = (kind) => words.kinds[kind][language];
export const kindPlural = (kind) => words.kinds[kind][language === "en" ? "many" : "vi"];
export const fieldName = (name) => words.fields[name]?.[language];

/** What a thing is called in the language of the page; the Vietnamese name where it has no other. */
export const title = (row) => (language === "en" && row.labelEn) || row.label;

/** The name of a relation in the language of the page. */
export const relationName = title;

const ranks = Object.keys(words.relations);

/** Where a relation stands among its likes: posts first, as in words.json. */
export const relationRank = (row) => (ranks.includes(row.relation) ? ranks.indexOf(row.relation) : ranks.length);

/** The words for a kind of relation, seen from its beginning or, turned round, from its end. */
export function relationWords(row, forward) {
  const found = words.relations[row.relation];
  return found ? found[forward ? language : `${language}Back`] : relationName(row);
}

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** An ISO date of any precision: 23/10/2022, 10/2022; 23 Oct 2022, Oct 2022. */
export function date(iso) {
  const [, year, month, day] = ISO.exec(iso) || [];
  if (!year) return iso;
  if (language === "vi") return [day, month, year].filter(Boolean).join("/");
  const name = month && new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en", { month: "short", timeZone: "UTC" });
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** The ISO day of what people type: 23/10/2022, 23-10-2022 or 2022-10-23; null for anything else. */
export function readDay(text) {
  const parts = text.trim().split(/[/.-]/).map(Number);
  const [year, month, day] = parts[0] > 31 ? parts : parts.reverse();
  const found = new Date(Date.UTC(year, month - 1, day));
  const same = parts.length === 3 && year > 999 && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  return same ? found.toISOString().slice(0, 10) : null;
}

/** A day as it is typed in Việt Nam. */
export const typedDay = (iso) => iso.split("-").reverse().join("/");

export const number = (value) => value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB");

/** The value of a field: concepts by name, dates and money as people write them, lists with commas. */
export function fieldValue(name, value) {
  if (Array.isArray(value)) return value.map((part) => fieldValue(name, part)).join(", ");
  if (name === "amount_vnd") return language === "vi" ? `${number(value)} đồng` : `VND ${number(value)}`;
  if (typeof value === "number") return number(value);
  return value.split(" | ").map((part) => (ISO.test(part) && part.length > 4 ? date(part) : concepts[part]?.[language] || part)).join(", ");
}

/** The fields of a thing that people read, as [name, value], in the order of words.json. */
export function fieldRows(row) {
  const said = Object.keys(words.fields).filter((name) => name in row.fields);
  return said.filter((name) => !repeated(name, row)).map((name) => [fieldName(name), fieldValue(name, row.fields[name])]);
}

// what another field says better
const BETTER = {
  date_text: ["document_date", "date", "planned_start", "actual_start"], action_text: ["relation"], status_as_of: [],
  document_type: [], indicator: ["as_written"],
};

function repeated(name, row) {
  const { planned_start: from, planned_end: to, actual_start: began, actual_end: over } = row.fields;
  if (name === "planned_end") return from === to;
  if (name === "actual_end") return began === over;
  if (name === "count_qualifier") return row.fields.count_qualifier === "count-exact";
  if (name === "identity_status") return row.fields.identity_status === "identity-complete";
  return (BETTER[name] || []).some((better) => better in row.fields);
}

/** An element; children are elements or text, and text is only ever text. */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A run of Vietnamese text, marked as such where the page speaks English. */
export const viet = (tag, text, attributes = {}) => h(tag, language === "vi" ? attributes : { lang: "vi", ...attributes }, text);
