// @ts-check
// Added to every page by `sitegen serve`: reloads it when the site was built anew, and shows what keeps it from being built.
(() => {
  const version = document.currentScript?.dataset.version;
  /** @type {EventSource | null} */
  let source = null;
  /** @type {HTMLElement | null} */
  let notice = null;
  let dismissed = "";

  const STYLE = `
    aside { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 50vh; overflow: auto; padding: 1rem 1.25rem;
      font: .9375rem/1.5 system-ui, sans-serif; color: #fff; background: #7a1420; box-shadow: 0 0 1rem #0008; text-align: start; }
    strong { display: block; margin-inline-end: 6rem; }
    ul { margin: .5rem 0 0; padding-inline-start: 1.25rem; }
    li { overflow-wrap: anywhere; }
    button { position: absolute; inset: .75rem 1rem auto auto; font: inherit; padding: .25rem .75rem; color: #7a1420;
      background: #fff; border: 0; border-radius: .25rem; cursor: pointer; }
    button:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }
    @media print { aside { display: none; } }`;

  /** @param {string} name @param {string} text */
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  /** @param {{ problems: string[], more: number }} news @param {string} key */
  const build = (news, key) => {
    const host = document.createElement("div");
    const box = document.createElement("aside");
    const list = document.createElement("ul");
    const button = element("button", "Dismiss");
    box.setAttribute("role", "alert");
    list.append(...news.problems.map((problem) => element("li", problem)));
    if (news.more) list.append(element("li", `and ${news.more} more, in the terminal`));
    button.addEventListener("click", () => { dismissed = key; host.remove(); });
    box.append(element("strong", "These problems keep the site from being built:"), button, list);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(box);
    return host;
  };

  /** @param {{ problems: string[], more: number }} news */
  const show = (news) => {
    const key = JSON.stringify(news.problems);
    notice?.remove();
    notice = null;
    if (!news.problems.length) dismissed = "";
    else if (key !== dismissed) document.body.append((notice = build(news, key)));
  };

  /** @param {MessageEvent<string>} event */
  const hear = (event) => {
    const news = JSON.parse(event.data);
    if (news.version === version) show(news);
    else location.reload();
  };

  // Only the page that is looked at holds a connection: browsers allow few to one place, and many tabs may be open.
  const listen = () => {
    if (document.visibilityState === "hidden") {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/.sitegen/events");
      source.onmessage = hear;
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
