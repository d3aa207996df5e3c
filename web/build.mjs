// Builds the page's script and style into src/hbtgraph/export/assets, where the program finds them.
//
//   npm ci --ignore-scripts && npm run build
//
// The same sources give the same bytes; a test holds the checked-in files to them where Node is at hand.

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] || join(here, "../src/hbtgraph/export/assets");

await build({
  entryPoints: [join(here, "src/main.js"), join(here, "src/page.css")],
  entryNames: "page",
  outdir: out,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: ["es2020", "chrome100", "firefox100", "safari15"],
  legalComments: "none", // the licences stand in LICENSES.txt
  logLevel: "warning",
});

copyFileSync(join(here, "src/page.html"), join(out, "page.html"));

// Cytoscape adds this style itself unless it is there; the page's security policy wants it known beforehand.
writeFileSync(join(out, "cytoscape.css"), ".__________cytoscape_container { position: relative; }");

const version = JSON.parse(readFileSync(join(here, "node_modules/cytoscape/package.json"), "utf8")).version;
const licence = readFileSync(join(here, "node_modules/cytoscape/LICENSE"), "utf8");
writeFileSync(
  join(out, "LICENSES.txt"),
  `page.js holds, besides the sources in web/src (Apache-2.0), this library:\n\nCytoscape.js ${version}, https://js.cytoscape.org/, MIT licence:\n\n${licence}\n` +
    "Cytoscape.js itself holds heap.js (Xueqiao Xu), lodash (OpenJS Foundation and others), parts of jQuery's events,\n" +
    "Weaver's thenable (Ralf S. Engelschall), bezier-easing (Gaetan Renaudeau) and a spring from Framer.js (Koen Bok),\n" +
    "all under the MIT licence, whose text is the same as above.\n",
);
