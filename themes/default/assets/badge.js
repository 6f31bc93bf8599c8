// @ts-check
// Shows how a badge stands, and does what a visitor asks for. verify.js does the checking; all words stand in the page, under
// `data-text`. The two speak by events of the document:
//   badge:checked ← { state, checks: { signature: "pass" | "fail" | "unknown", key, status, dates, page }, facts }
//   badge:person → { address, salt }, badge:person-checked ← { answer: "match" | "other" | "no-link" | "not-checked" }
// Classic script in the head: light or dark is settled before anything is painted.
(() => {
  /** @typedef {"pass" | "fail" | "unknown"} Result */
  /** @typedef {Record<string, string | string[] | undefined>} Facts */
  /** @typedef {{state: string, checks?: Record<string, Result>, facts?: Facts}} Checked */

  const root = document.documentElement;
  /** @type {(css: string, from?: ParentNode) => HTMLElement | null} */
  const one = (css, from = document) => from.querySelector(css);
  /** @type {(css: string, from?: ParentNode) => HTMLElement[]} */
  const all = (css, from = document) => [...from.querySelectorAll(css)].filter((found) => found instanceof HTMLElement);
  /** @type {(name: string, detail: object) => boolean} */
  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
  /** @type {(name: string, answer: (detail: any) => void) => void} */
  const hear = (name, answer) => document.addEventListener(name, (event) => { if (event instanceof CustomEvent) answer(event.detail); });

  let scheme = "";
  try { scheme = localStorage.getItem("scheme") ?? ""; } catch { /* Storage is closed to this page. */ }
  /** @param {string} name */
  const paint = (name) => { if (name === "light" || name === "dark") root.dataset.scheme = name; else delete root.dataset.scheme; };
  paint(scheme);

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

  /** Shows a verdict. Green needs both the state and every single check of this page; a state without a text is none. What the build
   * knew against a badge stays when nothing newer could be found out.
   * @param {Checked} result */
  function verdict({ state, checks = {}, facts = {} }) {
    const box = one("#verdict"), says = box && one(".says", box);
    if (!box || !says) return;
    const results = Object.values(checks);
    const isAll = all("[data-check]").every((line) => checks[line.dataset.check ?? ""] === "pass");
    const checked = new Date().toISOString(), known = one("[data-known]")?.dataset.known ?? "in-force";
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
    for (const button of all("[data-save]")) button.removeAttribute("disabled");
    last = { state, checks, facts, checked };
  }

  /** @param {string} name @param {Result} result @param {Facts} facts */
  function answer(name, result, facts) {
    const line = one(`[data-check="${name}"]`);
    if (!line) return;
    line.dataset.result = result;
    one("p", line)?.replaceChildren(...((text(`${name}.${result}`, facts) ?? text("unknown"))?.childNodes ?? []));
  }

  /** The result as a text to file. @returns {string} */
  function receipt() {
    const result = all("#verdict .says > *").map((part) => part.innerText).join(". ").replace("..", ".");
    const answers = all("[data-check]").map((line) => `- ${all("h3, p", line).map((part) => part.textContent).join(" ")}`);
    const copy = text("receipt", { moment: last?.checked, result, answers, ...last?.facts });
    return all("p", copy ?? document.createElement("p")).map((line) => line.textContent).join("\n") + "\n";
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([receipt()], { type: "text/plain" }));
    link.download = `badge-check-${(last?.checked ?? "").slice(0, 10)}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** Draws the codes inside of `from`; the script that can do it is fetched when it is first needed.
   * @param {ParentNode} [from] */
  async function drawCodes(from = document) {
    for (const place of all("[data-qr]:empty", from)) {
      const { draw } = await import(place.dataset.script ?? "");
      place.replaceChildren(draw(place.dataset.qr));
    }
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

  /** @param {HTMLFormElement} form */
  function comparePerson(form) {
    const address = form.querySelector("input")?.value.trim() ?? "";
    const salt = new URLSearchParams(location.hash.slice(1)).get("who") ?? "";
    if (!/.@./.test(address)) return personAnswer("no-address");
    if (form.dataset.identity === "private" && !salt) return personAnswer("no-link");
    tell("badge:person", { address, salt });
  }

  /** @param {string} name */
  function personAnswer(name) {
    const place = one("#person output"), words = text(`person.${name}`);
    if (!place || !words) return;
    place.dataset.tone = words.dataset.tone;
    place.replaceChildren(...words.childNodes);
  }

  hear("badge:checked", verdict);
  hear("badge:person-checked", ({ answer }) => personAnswer(answer));

  document.addEventListener("DOMContentLoaded", () => {
    const choice = one("#scheme");
    if (choice instanceof HTMLSelectElement) {
      choice.value = root.dataset.scheme ?? "";
      choice.addEventListener("change", () => {
        paint(choice.value);
        try { localStorage.setItem("scheme", choice.value); } catch { /* In force on this page only. */ }
      });
    }
    if (new URLSearchParams(location.hash.slice(1)).has("who")) one("#person")?.setAttribute("open", "");
    for (const form of document.querySelectorAll("form")) {
      if (form.dataset.identity) form.addEventListener("submit", (event) => { event.preventDefault(); comparePerson(form); });
    }
    document.addEventListener("click", async (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!(button instanceof HTMLElement)) return;
      const { copy: words, copyFrom, open, save: saves, print: prints, again } = button.dataset;
      if (words) copy(button, words);
      if (copyFrom) copy(button, one(`#${copyFrom}`)?.textContent ?? "");
      if (saves !== undefined) save();
      if (again !== undefined) location.reload();
      if (open) {
        const place = one(`#${open}`);
        place?.showPopover();
        if (place) drawCodes(place);
      }
      if (prints !== undefined) { await drawCodes().catch(() => undefined); print(); }
    });
  });
})();
