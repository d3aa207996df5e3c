// Search that needs no tone marks. `fold` mirrors hbtgraph.vietnamese.text.fold; both are held to
// tests/fixtures/fold.json.

const MARKS = /\p{Mn}/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The search form: no case, no marks, đ as d, single spaces. */
export function fold(text) {
  const letters = text.normalize("NFC").toLowerCase().normalize("NFD");
  return letters.replace(MARKS, "").replace(/đ/g, "d").replace(/ß/g, "ss").trim().split(/\s+/u).join(" ");
}

/** Words with their marks: letters without tone, and the tone apart, so that hoà and hòa are one. */
function marked(text) {
  return pieces(text.normalize("NFC").toLowerCase()).map((word) => {
    const parts = word.normalize("NFD");
    return { letters: parts.replace(TONES, "").normalize("NFC"), tone: (parts.match(TONES) || []).join("") };
  });
}

function pieces(text) {
  return text.split(/[^\p{L}\p{N}\p{Mn}]+/u).filter(Boolean);
}

function hasMarks(text) {
  return fold(text) !== text.normalize("NFC").toLowerCase().trim().split(/\s+/u).join(" ");
}

/** What a name is searched by. */
export function searchable(...names) {
  return { folded: names.flatMap((name) => pieces(fold(name))), marked: names.flatMap(marked) };
}

/**
 * A test for names: every word of the query begins a word of the name. A query without marks finds
 * all spellings; one with marks finds only its own.
 */
export function matcher(query) {
  if (!hasMarks(query)) {
    const wanted = pieces(fold(query));
    return (name) => wanted.every((word) => name.folded.some((have) => have.startsWith(word)));
  }
  const wanted = marked(query);
  return (name) => wanted.every((word) => name.marked.some((have) => begins(have, word)));
}

function begins(have, word) {
  if (have.letters === word.letters) return have.tone === word.tone;
  // a word not yet typed to its end may still lack its tone, but never has another one
  return have.letters.startsWith(word.letters) && (word.tone === "" || word.tone === have.tone);
}
