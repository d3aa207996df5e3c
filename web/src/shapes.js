// One shape for each kind, the same in the picture and in the legend, so that colour is never alone.

const NAMES = {
  person: "ellipse", body: "round-rectangle", unit: "hexagon", group: "octagon", document: "rectangle",
  campaign: "star", event: "diamond", award: "pentagon", tenure: "triangle", appointment: "vee",
  activity: "rhomboid", figure: "barrel", quotation: "tag", change: "heptagon", article: "cut-rectangle",
};

export const shape = (kind) => NAMES[kind];

const SVG = "http://www.w3.org/2000/svg";
const ROUND = { ellipse: ["ellipse", { cx: 8, cy: 8, rx: 7, ry: 7 }],
  "round-rectangle": ["rect", { x: 1, y: 2.5, width: 14, height: 11, rx: 3.2 }],
  rectangle: ["rect", { x: 2, y: 2, width: 12, height: 12 }],
  barrel: ["path", { d: "M2 3.5Q8 1 14 3.5V12.5Q8 15 2 12.5Z" }] };
const SIDES = { triangle: 3, pentagon: 5, hexagon: 6, heptagon: 7, octagon: 8 };
const POINTS = {
  diamond: "8,0.5 15.5,8 8,15.5 0.5,8", rhomboid: "1,3 11,3 15,13 5,13", vee: "1,1 8,4.5 15,1 8,15",
  tag: "1,3 10.5,3 15,8 10.5,13 1,13", "cut-rectangle": "4,2 12,2 15,5 15,11 12,14 4,14 1,11 1,5",
};

function polygon(sides) {
  const turn = sides % 2 ? -Math.PI / 2 : -Math.PI / 2 + Math.PI / sides;
  // cytoscape lays a hexagon on its flat side, points left and right
  return corners(sides, sides === 6 ? 0 : turn, () => 7.5);
}

function corners(count, turn, radius) {
  return Array.from({ length: count }, (_, place) => {
    const angle = turn + (2 * Math.PI * place) / count;
    return `${(8 + radius(place) * Math.cos(angle)).toFixed(2)},${(8 + radius(place) * Math.sin(angle)).toFixed(2)}`;
  }).join(" ");
}

/** The sign of a kind, drawn in its colour by the style sheet. */
export function icon(kind) {
  const name = shape(kind);
  const svg = make("svg", { viewBox: "0 0 16 16", class: `icon kind-${kind}`, "aria-hidden": "true" });
  const star = () => corners(10, -Math.PI / 2, (place) => (place % 2 ? 3.4 : 8));
  const [tag, attributes] = ROUND[name] || ["polygon", { points: POINTS[name] || (name === "star" ? star() : polygon(SIDES[name])) }];
  svg.append(make(tag, attributes));
  return svg;
}

function make(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
