/**
 * Puts views of the explorer into other people's pages. One script, no dependency:
 *
 *   <script async src="https://example.org/explorer/embed.js"></script>
 *   <forum-explorer view="timeline" lang="en"><a href="…"><img src="…" alt="…"></a></forum-explorer>
 *   <div data-forum-explorer data-view="funding"></div>
 *
 * Attributes (with `data-` before each on a div): `view`, `lang`, `theme`, `state` (filters, as in the explorer's address), `plain`,
 * `transparent`, `controls="0"`, `v`, `heading-level`, `title`, `height` (room to keep until the view is here), `sandbox`, `loading`, and `src`,
 * the explorer's folder where it is not this script's. What is inside stays until the view is here, and where it does not come.
 *
 * Events, which bubble: `forum-explorer:ready`, `:resize`, `:state`, `:select`, `:navigate`, `:error`; `detail` is the message. A change of
 * `lang`, `theme` or `state` reaches the view without another load.
 */
(() => {
  const NAME = "forum-explorer";
  const IN_ADDRESS = { view: "view", lang: "lang", theme: "theme", plain: "plain", transparent: "transparent", controls: "controls", v: "v", "heading-level": "headingLevel" };
  const SPOKEN = { lang: "set-lang", theme: "set-theme", state: "set-state" };
  const HEIGHT_MAX = 50000;
  const folder = new URL(".", document.currentScript.src).href;
  const embeds = new Set();
  let count = 0;

  class Embed {
    constructor(host, prefix) {
      this.host = host;
      this.prefix = prefix;
      this.fallback = document.createElement("div");
      this.fallback.append(...host.childNodes);
      host.append(this.fallback);
      embeds.add(this);
      this.show();
    }

    attribute(name) {
      return this.host.getAttribute(this.prefix + name);
    }

    /** Puts the frame behind what is there already: it must have a place to be loaded lazily, and must not show before it has something to. */
    show() {
      this.frame?.remove();
      this.isReady = false;
      this.id = `${NAME}-${++count}`;
      this.base = new URL(this.attribute("src") || folder, document.baseURI);
      const frame = (this.frame = document.createElement("iframe"));
      frame.title = this.attribute("title") || this.fallbackName();
      frame.loading = this.attribute("loading") || "lazy";
      frame.allow = "clipboard-write; web-share; fullscreen";
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      const sandbox = this.attribute("sandbox");
      if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
      this.isSandboxed = sandbox !== null && !/\ballow-same-origin\b/.test(sandbox);
      Object.assign(this.host.style, { display: "block", position: "relative", minHeight: `${parseInt(this.attribute("height"), 10) || 480}px` });
      Object.assign(frame.style, { position: "absolute", inset: "0", width: "100%", height: "100%", border: "0", visibility: "hidden" });
      frame.src = this.address();
      this.host.append(frame);
    }

    address() {
      const query = new URLSearchParams(this.attribute("state") || "");
      for (const [name, key] of Object.entries(IN_ADDRESS)) {
        const value = this.attribute(name);
        // `plain` alone means `plain="1"`.
        if (value !== null) query.set(key, value || "1");
      }
      query.set("embed", "1");
      query.set("id", this.id);
      return `${this.base.href.replace(/[?#].*/, "")}?${query}`;
    }

    fallbackName() {
      return this.fallback.querySelector("img[alt]")?.alt || this.fallback.textContent.trim().slice(0, 200) || NAME;
    }

    say(type, fields) {
      // A sandbox has no origin that one could name; what is said to it is no secret.
      this.frame.contentWindow?.postMessage({ target: NAME, v: 1, id: this.id, type, ...fields }, this.isSandboxed ? "*" : this.base.origin);
    }

    hear(message) {
      if (message.type === "ready") this.reveal();
      if (message.type === "resize" && message.height > 0 && message.height <= HEIGHT_MAX) this.frame.style.height = `${Math.ceil(message.height)}px`;
      if (typeof message.title === "string" && !this.attribute("title")) this.frame.title = message.title;
      if (message.type === "error" && !this.isReady) this.giveUp();
      this.host.dispatchEvent(new CustomEvent(`${NAME}:${message.type}`, { bubbles: true, detail: message }));
    }

    reveal() {
      if (this.isReady) return;
      this.isReady = true;
      this.fallback.hidden = true;
      Object.assign(this.frame.style, { position: "static", display: "block", visibility: "visible" });
      this.host.style.minHeight = "";
      this.say("hello");
    }

    /** What was inside stays. */
    giveUp() {
      this.fallback.hidden = false;
      this.frame.remove();
      this.host.style.minHeight = "";
    }

    changed(name) {
      const value = this.attribute(name) || "";
      if (name in SPOKEN && this.isReady) this.say(SPOKEN[name], { [name]: name === "theme" ? value || "auto" : value });
      else if (name in SPOKEN || name in IN_ADDRESS || name === "src") this.show();
    }
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.source !== NAME || data.v !== 1 || typeof data.type !== "string") return;
    for (const embed of embeds) {
      const isFrom = embed.frame.contentWindow === source && origin === (embed.isSandboxed ? "null" : embed.base.origin);
      if (isFrom && data.id === embed.id) embed.hear(data);
    }
  });

  if (!customElements.get(NAME)) {
    customElements.define(
      NAME,
      class extends HTMLElement {
        static observedAttributes = [...Object.keys(IN_ADDRESS), "state", "src"];

        connectedCallback() {
          // Its children may still be on their way.
          if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.begin(), { once: true });
          else this.begin();
        }

        begin() {
          if (this.isConnected) this.embed ??= new Embed(this, "");
        }

        disconnectedCallback() {
          if (!this.embed) return;
          embeds.delete(this.embed);
          this.embed.frame.remove();
          this.embed.fallback.replaceWith(...this.embed.fallback.childNodes);
          this.embed = undefined;
        }

        attributeChangedCallback(name, before, now) {
          if (this.embed && before !== now) this.embed.changed(name);
        }
      },
    );
  }

  const upgrade = () => {
    for (const host of document.querySelectorAll(`[data-${NAME}]`)) {
      // Several scripts on one page: the first has it.
      if (host.dataset.forumExplorer === "here") continue;
      host.dataset.forumExplorer = "here";
      const embed = new Embed(host, "data-");
      new MutationObserver((changes) => {
        for (const { attributeName } of changes) embed.changed(attributeName.slice(5));
      }).observe(host, { attributeFilter: [...Object.keys(IN_ADDRESS), "state", "src"].map((name) => `data-${name}`) });
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
})();
