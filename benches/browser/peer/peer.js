// The work that the explorer is measured by, done as a page would do it with crossfilter2 (Square's engine, kept by its community): the
// events of the same package, five linked views of counts, and a filter by cluster. Its times go under `peer:` into the same record.
import crossfilter from "crossfilter2";
import { csvParse, csvParseRows } from "d3-dsv";

// `?data=../big/` counts the register of another package in the place of the events.
const asked = new URLSearchParams(location.search).get("data");
const DATA = asked ?? "../data/";

async function table(name) {
  const answer = await fetch(`${DATA}${name}.csv`);
  return csvParse(await answer.text());
}

function afterTwoFrames(run) {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

/** The register as columns, which take less room than an object for each row: each row is its number, and says by that what it is grouped by. */
async function readRegister() {
  const [events, countries, text] = await Promise.all([table("events"), table("countries"), fetch(`${DATA}attendance.csv`).then((answer) => answer.text())]);
  const eventOf = new Map(events.map((event, at) => [event.id, at]));
  const regionOf = new Map(countries.map(({ iso3, region }) => [iso3, region]));
  const months = events.map(({ start }) => start.slice(0, 7));
  const clusters = events.map(({ clusters }) => clusters.split(";").filter(Boolean));
  const [event, region, country, role, people] = [[], [], [], [], []];
  csvParseRows(text, ([id, iso3, part, count], row) => {
    if (row > 0) {
      event.push(eventOf.get(id));
      region.push(regionOf.get(iso3) ?? "");
      country.push(iso3);
      role.push(part);
      people.push(Number(count));
    }
  });
  const rows = event.map((_, row) => row);
  return {
    rows,
    month: (row) => months[event[row]],
    cluster: (row) => clusters[event[row]],
    kind: (row) => role[row],
    region: (row) => region[row],
    country: (row) => country[row],
    people: (row) => people[row],
  };
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

async function readEvents() {
  const rows = await read();
  const of = (name) => (row) => row[name];
  return { rows, month: of("month"), cluster: of("clusters"), kind: of("kind"), region: of("region"), country: of("country"), people: () => 1 };
}

const source = asked ? await readRegister() : await readEvents();
const records = crossfilter(source.rows);
const clusters = records.dimension(source.cluster, true);
const grouped = (by) => records.dimension(by).group().reduceSum(source.people);
const views = [
  ["month", grouped(source.month)],
  ["cluster", clusters.group().reduceSum(source.people)],
  ["kind", grouped(source.kind)],
  ["region", grouped(source.region)],
  ["country", grouped(source.country)],
].map(([name, group]) => {
  const section = document.createElement("section");
  section.innerHTML = `<h2>Events by ${name}</h2><div></div>`;
  return { section, picture: section.lastElementChild, group };
});

function draw() {
  views.forEach(({ picture, group }) => drawBars(picture, group.all()));
}

// What the buttons filter by: the clusters of the report's events, the regions of a register.
const [name, dimension] = asked ? ["region", records.dimension(source.region)] : ["cluster", clusters];
let chosen;
const buttons = document.getElementById("filters");
for (const { key } of dimension.group().all()) {
  const button = document.createElement("button");
  button.id = `${name}-${key}`;
  button.textContent = `${name} ${key}`;
  button.addEventListener("click", (event) => {
    chosen = chosen === key ? undefined : key;
    chosen === undefined ? dimension.filterAll() : dimension.filterExact(chosen);
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
