// @ts-check
// Shows how a badge stands, and does what a visitor asks for. verify.js does the checking; all words stand in the page, under
// `data-text`. The two speak by an event of the document:
//   badge:checked ← { state, checks: { signature: "pass" | "fail" | "unknown", key, status, dates, page }, facts }
// What few visitors need is fetched when they ask for it: keep.js at the first click, and the words for what is rare, which stand on the page
// for checking any badge. Sent as one script with verify.js (sitegen/render/made.py).
(() => {
  /** @typedef {"pass" | "fail" | "unknown"} Result */
  /** @typedef {Record<string, string | string[] | undefined>} Facts */
  /** @typedef {{state: string, checks?: Record<string, Result>, facts?: Facts}} Checked */

  const root = document.documentElement;
  /** @type {(css: string, from?: ParentNode) => HTMLElement | null} */
  const one = (css, from = document) => from.querySelector(css);
  /** @type {(css: string, from?: ParentNode) => HTMLElement[]} */
  const all = (css, from = document) => [...from.querySelectorAll(css)].filter((found) => found instanceof HTMLElement);
  /** @type {(name: string, answer: (detail: any) => void) => void} */
  const hear = (name, answer) => document.addEventListener(name, (event) => { if (event instanceof CustomEvent) answer(event.detail); });

  try { root.dataset.scheme = localStorage.getItem("scheme") ?? ""; } catch { /* Storage is closed to this page: the system's scheme it is. */ }

  /** A copy of a text, with the facts written in; nothing if the page has no such text.
   * @param {string} name @param {Facts} [facts] */
  function text(name, facts = {}) {
    const kept = one("#texts");
    const found = kept instanceof HTMLTemplateElement && one(`[data-text="${name}"]`, kept.content);
    if (!found) return null;
    const copy = /** @type {HTMLElement} */ (found.cloneNode(true));
    fill(copy, facts);
    return copy;
  }

  /** @param {HTMLElement} place @param {Facts} facts */
  function fill(place, facts) {
    for (const part of all("[data-if]", place)) if (!facts[part.dataset.if ?? ""]) part.remove();
    for (const part of all("[data-unless]", place)) if (facts[part.dataset.unless ?? ""]) part.remove();
    for (const part of all("[data-fill]", place)) show(part, facts[part.dataset.fill ?? ""]);
    for (const part of all("[data-list]", place)) {
      const name = part.dataset.list ?? "";
      part.replaceChildren(...[facts[name] ?? []].flat().map((item) => {
        const line = document.createElement(part.tagName === "DIV" ? "p" : "b");
        line.textContent = text(`${name}.${item}`)?.textContent ?? item;
        return line;
      }));
    }
  }

  const day = new Intl.DateTimeFormat(root.lang, { dateStyle: "long", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(root.lang, { dateStyle: "long", timeStyle: "short" });
  /** @param {HTMLElement} place @param {string | string[] | undefined} fact */
  function show(place, fact) {
    if (typeof fact !== "string") return;
    const isTime = place instanceof HTMLTimeElement;
    if (isTime) place.dateTime = fact;
    const exact = place.dataset.fill === "moment";
    place.textContent = !isTime || exact ? fact : (place.dataset.fill === "checked" ? moment : day).format(new Date(fact));
  }

  /** @type {Checked & {checked: string} | undefined} */
  let last;

  /** @type {Promise<void> | undefined} */
  let more;
  /** Fetches the words that this page does not have. It goes on without them if they cannot be had. */
  const moreWords = () => (more ??= new Promise((done) => {
    const from = one("[data-words]")?.dataset.words, asked = new XMLHttpRequest(), kept = one("#texts");
    if (!from || !(kept instanceof HTMLTemplateElement)) return done();
    asked.responseType = "document";
    asked.timeout = 10_000;
    asked.onloadend = () => {
      const found = asked.response?.querySelector("#texts")?.content.children ?? [];
      for (const words of [...found]) if (!text(words.dataset.text)) kept.content.append(document.adoptNode(words));
      done();
    };
    asked.open("GET", from);
    asked.send();
  }));

  /** Shows a verdict as soon as there are words for it. @param {Checked} result */
  async function verdict(result) {
    const names = [result.state, ...Object.entries(result.checks ?? {}).map(([name, found]) => (found === "unknown" ? found : `${name}.${found}`))];
    if (!names.every((name) => text(name))) await moreWords();
    paintVerdict(result);
  }

  /** Shows a verdict. Green needs both the state and every single check of this page; a state without a text is none. What the build
   * knew against a badge stays when nothing newer could be found out.
   * @param {Checked} result */
  function paintVerdict({ state, checks = {}, facts = {} }) {
    const box = one("#verdict"), says = box && one(".says", box);
    if (!box || !says) return;
    const results = Object.values(checks);
    const isAll = all("[data-check]").every((line) => checks[line.dataset.check ?? ""] === "pass");
    const checked = new Date().toISOString(), known = one("[data-known]")?.dataset.known ?? "in-force";
    if (!text(state) && results.includes("fail")) state = "wrong";
    if ((state === "valid" && !isAll) || !text(state)) state = "could-not-finish";
    if (state !== "could-not-finish" || known === "in-force") {
      const words = text(state, { checked, ...facts });
      box.dataset.state = state;
      box.dataset.tone = words?.dataset.tone;
      says.replaceChildren(...(words?.childNodes ?? []));
    }
    for (const [name, result] of Object.entries(checks)) answer(name, result, facts);
    const tally = one(".tally", box);
    if (tally) {
      tally.hidden = !results.length;
      fill(tally, { passed: String(results.filter((result) => result === "pass").length), all: String(results.length) });
    }
    for (const part of all("[data-fill]:not(#verdict *)")) show(part, facts[part.dataset.fill ?? ""]);
    if (state === "checking") return;
    for (const button of all("[data-do][disabled]")) button.removeAttribute("disabled");
    last = { state, checks, facts, checked };
  }

  /** @param {string} name @param {Result} result @param {Facts} facts */
  function answer(name, result, facts) {
    const line = one(`[data-check="${name}"]`);
    if (!line) return;
    line.dataset.result = result;
    const words = text(`${name}.${result}`, facts) ?? (result === "unknown" ? text(result) : null);
    if (words) one("p", line)?.replaceChildren(...words.childNodes);
  }

  /** @param {HTMLElement} button @param {string} words */
  async function copy(button, words) {
    const label = one("span", button);
    if (!label) return;
    const before = label.textContent;
    const done = await navigator.clipboard?.writeText(words).then(() => true, () => false);
    label.textContent = text(done ? "copied" : "not-copied")?.textContent ?? "";
    setTimeout(() => { label.textContent = before; }, 2000);
  }

  /** Has keep.js do something. @param {string} what @param {HTMLElement} [place] */
  async function ask(what, place) {
    const page = one("[data-tools]"), { act } = await import(page?.dataset.tools ?? "");
    act(what, place, { one, all, text, moreWords, last });
  }

  hear("badge:checked", verdict);
  document.addEventListener("DOMContentLoaded", () => {
    if (new URLSearchParams(location.hash.slice(1)).has("who")) one("#person")?.setAttribute("open", "");
    for (const form of all("form[data-identity]")) {
      form.addEventListener("submit", (event) => { event.preventDefault(); ask("compare", form); });
    }
    document.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!(button instanceof HTMLElement)) return;
      const { copy: words, copyFrom, do: what, again } = button.dataset;
      if (words) copy(button, words);
      if (copyFrom) copy(button, one(`#${copyFrom}`)?.textContent ?? "");
      if (what) ask(what, button);
      if (again !== undefined) location.reload();
    });
  });
})();
