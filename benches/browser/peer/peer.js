// The work that the explorer is measured by, done as a page would do it with crossfilter2 (Square's engine, kept by its community): the
// events of the same package, five linked views of counts, and a filter by cluster. Its times go under `peer:` into the same record.
import crossfilter from "crossfilter2";
import { csvParse } from "d3-dsv";

const DATA = "../data/";

async function table(name) {
  const answer = await fetch(`${DATA}${name}.csv`);
  return csvParse(await answer.text());
}

function afterTwoFrames(run) {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

/** The rows that the views count: an event with all that they group by. */
async function read() {
  const [events, places, countries] = await Promise.all(["events", "places", "countries"].map(table));
  const countryOf = new Map(places.map(({ id, iso3 }) => [id, iso3]));
  const regionOf = new Map(countries.map(({ iso3, region }) => [iso3, region]));
  return events.map(({ kind, clusters, place, start }) => {
    const country = countryOf.get(place) ?? "";
    return { kind, clusters: clusters.split(";").filter(Boolean), country, region: regionOf.get(country) ?? "", month: start.slice(0, 7) };
  });
}

function drawBars(element, groups) {
  const shown = groups.filter(({ value }) => value > 0);
  const most = Math.max(1, ...shown.map(({ value }) => value));
  const rows = shown.map(({ key, value }, row) => {
    const y = row * 24;
    const width = (value / most) * 700;
    return `<text x="190" y="${y + 16}" text-anchor="end" font-size="13">${key}</text><rect x="200" y="${y + 4}" width="${width}" height="16" fill="#456"/><text x="${width + 206}" y="${y + 16}" font-size="13">${value}</text>`;
  });
  element.innerHTML = `<svg viewBox="0 0 1000 ${shown.length * 24}">${rows.join("")}</svg>`;
}

const records = crossfilter(await read());
const clusters = records.dimension((row) => row.clusters, true);
const views = [
  ["month", records.dimension((row) => row.month).group()],
  ["cluster", clusters.group()],
  ["kind", records.dimension((row) => row.kind).group()],
  ["region", records.dimension((row) => row.region).group()],
  ["country", records.dimension((row) => row.country).group()],
].map(([name, group]) => {
  const section = document.createElement("section");
  section.innerHTML = `<h2>Events by ${name}</h2><div></div>`;
  return { section, picture: section.lastElementChild, group };
});

function draw() {
  views.forEach(({ picture, group }) => drawBars(picture, group.all()));
}

let chosen;
const buttons = document.getElementById("clusters");
for (const { key } of clusters.group().all()) {
  const button = document.createElement("button");
  button.id = `cluster-${key}`;
  button.textContent = `Cluster ${key}`;
  button.addEventListener("click", (event) => {
    chosen = chosen === key ? undefined : key;
    chosen === undefined ? clusters.filterAll() : clusters.filterExact(chosen);
    draw();
    afterTwoFrames(() => performance.measure("peer:filter", { start: event.timeStamp, end: performance.now() }));
  });
  buttons.append(button);
}

document.getElementById("views").append(...views.map(({ section }) => section));
draw();
afterTwoFrames(() => {
  performance.mark("peer:first-chart");
  performance.mark("peer:ready");
});
