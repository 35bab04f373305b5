/**
 * Takes the place of the explorer when its program has stopped over a fault of its own: what happened, how to go on where the reader was, and
 * what can be read without a program. Comes only then.
 */

const asked = new URLSearchParams(location.search);

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The page around an embed can put something else there. */
function tellHost(message) {
  if (self !== top && asked.has("embed")) {
    parent.postMessage({ source: "forum-explorer", v: 1, id: asked.get("id") ?? undefined, type: "error", code: "stopped", message }, "*");
  }
}

/** The address without what was chosen; it may be what the program stopped over. */
function afresh() {
  const kept = new URLSearchParams();
  for (const name of ["data", "lang", "theme", "embed", "view", "id"]) {
    if (asked.has(name)) {
      kept.set(name, asked.get(name));
    }
  }
  return `?${kept}`;
}

/**
 * The site's own report as it was written and drawn when the site was built: of an embed its view. `markup` is what readers without scripts
 * are given; it names the page of each view, beside which lies its figure.
 */
function builtAhead(markup, lang) {
  const written = element("div", { innerHTML: markup });
  const pages = (slug) => [...written.querySelectorAll(`a[href^="views/"][href$=".${slug}.html"]`)];
  const own = pages(lang);
  const { theme } = document.documentElement.dataset;
  const chosen = theme && theme !== "auto" ? theme : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const form = chosen + (matchMedia("(max-width: 600px)").matches ? "-narrow" : "");
  const figures = (own.length ? own : pages("en")).map((page) => {
    const [view, slug] = page.getAttribute("href").slice("views/".length).split(".");
    const figure = element("img", { loading: "lazy", alt: page.textContent, src: `figures/${view}-${slug}-${form}.svg` });
    figure.setAttribute("width", "100%");
    return [view, element("p", {}, element("a", { href: page.getAttribute("href") }, figure))];
  });
  if (asked.has("embed")) {
    return figures.filter(([view]) => view === asked.get("view")).map(([, figure]) => figure);
  }
  return [...figures.map(([, figure]) => figure), written];
}

/** Shows it. Throws where not even its words come. */
export async function show(markup) {
  const answer = await fetch("offline/words.json");
  const words = await answer.json();
  const lang = document.documentElement.lang;
  const own = words[lang] ?? words.en;
  tellHost(own.stopped);
  const reload = element("button", { type: "button", className: "button", id: "reload", onclick: () => location.reload() }, own.reload);
  const again = element("a", { className: "button", href: afresh() }, own.afresh);
  const actions = element("p", { className: "actions" }, reload, " ", again);
  const notice = element("div", { className: "notice", tabIndex: -1 }, element("p", {}, own.stopped), actions);
  notice.setAttribute("role", "alert");
  const page = element("main", { className: "page", id: "stopped" }, notice);
  // The figures are of the site's report, and lie beside the page; a page in one file has nothing beside it.
  const hasOwn = markup && !asked.has("data") && !document.querySelector("script[data-path]");
  const built = hasOwn ? builtAhead(markup, lang.split("-")[0]) : [];
  if (built.length) {
    page.append(element("p", {}, own.figures), ...built);
  }
  document.body.replaceChildren(page);
  notice.focus();
}
