// @ts-check
// The browse page: search and filters over the catalog's rows. What is chosen
// lives in the address, so links and Back work; in its fragment, so that no server learns what anybody looked for.

/**
 * @typedef {{text: string, href: string}} Link
 * @typedef {{slug: string, href: string, title: string, summary: string, art: string, issuer: Link, problems: string[],
 *   effort: string, grades: string, cost: string, evidence: string, hours: number, updated: string, hue: string,
 *   facets: Record<string, string[]>}} Row
 * @typedef {{row: Row, score: number, problem: string, words: (word: string) => boolean}} Hit
 *   `score` from 0 to 1; `problem` is the nearest problem statement or empty; `words` says which words of a text to mark.
 * @typedef {{q: string, sort: string, picked: Map<string, Set<string>>}} Choice
 */

const PAGE = 24;
const SURE = 0.55;
const STOP = new Set(
  ("a about all am an and any are as at be because but by can cannot do does doesn't don't for from get has have how i if in into is it " +
    "its just keep me my no not of on one or our out so some that the their them then there they this to too up want was we what when " +
    "which who why will with won't would you your").split(" "),
);

// ---------------------------------------------------------------------------------------------------------------- ranking

/** @param {string} text its words in lower case, without accents */
const wordsOf = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];

/** @param {string} word a word without its commonest endings */
const stem = (word) => (word.length < 4 ? word : word.replace(/['’]s$/, "").replace(/(?<=..)ies$/, "y").replace(/(?<=...)(?:ing|ed|es|s|e)$/, ""));

/** @param {string} text the stems of the words that carry its meaning */
const stemsOf = (text) => wordsOf(text).filter((word) => !STOP.has(word)).map(stem);

/** @type {WeakMap<Row, {title: Set<string>, summary: Set<string>, problems: Set<string>[]}>} */
const known = new WeakMap();

/** @param {Row} row */
function stemsOfRow(row) {
  let stems = known.get(row);
  if (!stems) {
    stems = { title: new Set(stemsOf(row.title)), summary: new Set(stemsOf(row.summary)), problems: row.problems.map((text) => new Set(stemsOf(text))) };
    known.set(row, stems);
  }
  return stems;
}

/**
 * Orders rows by how many of the query's words their title, problems and summary share; rare words count for more.
 * @param {Row[]} rows
 * @param {string} query
 * @returns {Hit[]} only rows that match, best first
 */
function rank(rows, query) {
  const wanted = [...new Set(stemsOf(query))];
  const last = /[\p{L}\p{N}]$/u.test(query) ? wanted.at(-1) : undefined;
  const matches = (/** @type {string} */ want, /** @type {string} */ have) => have === want || (want === last && want.length > 2 && have.startsWith(want));
  const holds = (/** @type {Set<string>} */ set, /** @type {string} */ want) => set.has(want) || (want === last && [...set].some((have) => matches(want, have)));
  const words = (/** @type {string} */ word) => !STOP.has(word) && wanted.some((want) => matches(want, stem(word)));

  const weight = new Map(wanted.map((want) => {
    const count = rows.filter((row) => { const s = stemsOfRow(row); return holds(s.title, want) || holds(s.summary, want) || s.problems.some((p) => holds(p, want)); }).length;
    return [want, Math.log(1 + rows.length / (1 + count))];
  }));
  const total = [...weight.values()].reduce((sum, w) => sum + w, 0) || 1;
  const sum = (/** @type {(want: string) => number} */ share) => wanted.reduce((s, want) => s + (weight.get(want) ?? 0) * share(want), 0) / total;

  const hits = rows.map((row) => {
    const stems = stemsOfRow(row);
    const near = stems.problems.map((set) => sum((want) => (holds(set, want) ? 1 : 0)));
    const best = Math.max(0, ...near);
    const spread = sum((want) => (holds(stems.title, want) ? 1 : stems.problems.some((set) => holds(set, want)) ? 0.8 : holds(stems.summary, want) ? 0.6 : 0));
    return { row, score: 0.6 * spread + 0.4 * best, problem: best ? row.problems[near.indexOf(best)] : "", words };
  });
  const top = Math.max(0, ...hits.map((hit) => hit.score));
  return hits.filter((hit) => hit.score > 0 && hit.score >= 0.3 * top).sort((a, b) => b.score - a.score);
}

// ---------------------------------------------------------------------------------------------------- the page's elements

/** @template {Element} T @param {string} selector @param {new () => T} type @param {ParentNode} [within] @returns {T} */
function get(selector, type, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The browse page lacks ${selector}.`);
  return found;
}

const form = get("#find", HTMLFormElement);
const field = get("#q", HTMLInputElement);
const sort = get("#sort", HTMLSelectElement);
const tally = get("#status", HTMLElement);
const list = get(".rows", HTMLElement);
const chips = get("#picked", HTMLElement);
const none = get("#none", HTMLElement);
const more = get("#more", HTMLButtonElement);
const pattern = get("#row", HTMLTemplateElement);
const pager = document.querySelector(".pager");
/** @type {HTMLInputElement[]} */
const boxes = [...form.querySelectorAll("input")].filter((input) => input.type === "checkbox");
const names = [...new Set(boxes.map((box) => box.name))];
const home = new URL(form.action).pathname;
/** @param {HTMLInputElement} box */
const labelOf = (box) => box.closest("label")?.querySelector(".t")?.textContent ?? box.value;
/** @param {number} n */
const counted = (n) => `${n} ${n === 1 ? "credential" : "credentials"}`;

// ------------------------------------------------------------------------------------------------ the choice, and its address

/** The order that the visitor asked for; empty for the usual one: best match for a search, else newest. */
let order = "";

/** @returns {Choice} what the controls say */
function chosen() {
  const q = field.value.trim();
  const picked = new Map(names.map((name) => [name, new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value))]));
  return { q, sort: (order !== "best" || q ? order : "") || (q ? "best" : "newest"), picked };
}

/** @returns {URLSearchParams} what the address says: its fragment, which stays in the browser, or a link with a question mark */
const address = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);

/** Sets the controls as the address says. */
function readAddress() {
  const said = address();
  field.value = said.get("q") ?? "";
  order = said.get("sort") ?? "";
  for (const box of boxes) {
    box.checked = said.getAll(box.name).includes(box.value);
    const closed = box.checked && box.closest("details");
    if (closed) closed.open = true;
  }
}

/** @param {boolean} step whether Back should return to what was before */
function writeAddress(step) {
  const { q, picked } = chosen(), said = new URLSearchParams();
  if (q) said.set("q", q);
  for (const [name, values] of picked) for (const value of values) said.append(name, value);
  if (order) said.set("sort", order);
  const href = home + (said.size ? `#${said}` : "");
  if (step) history.pushState(null, "", href);
  else history.replaceState(null, "", href);
}

// ------------------------------------------------------------------------------------------------------------------- data

/** @type {Promise<Row[]> | undefined} */
let loading;

/** @returns {Promise<Row[]>} the catalog's rows, fetched once */
function load() {
  loading ??= fetch(form.dataset.index ?? "")
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`status ${answer.status}`))))
    .then((data) => data.rows);
  loading.catch(() => { loading = undefined; });
  return loading;
}

// ---------------------------------------------------------------------------------------------------------------- showing

/** @param {string} tag @param {string | Node} [content] @param {Record<string, string>} [attributes] @returns {HTMLElement} */
function element(tag, content = "", attributes = {}) {
  const made = document.createElement(tag);
  made.append(content);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {string} text @param {(word: string) => boolean} marked @returns {Node} the text with <mark> around marked words */
function withMarks(text, marked) {
  const all = document.createDocumentFragment();
  for (const piece of text.split(/([\p{L}\p{N}]+(?:['’]\p{L}+)?)/u)) {
    const [word] = wordsOf(piece);
    all.append(word && marked(word) ? element("mark", piece) : piece);
  }
  return all;
}

/** @param {Hit} hit @param {boolean} best @returns {Node} */
function rowOf({ row, problem, words }, best) {
  const item = /** @type {Element} */ (pattern.content.firstElementChild?.cloneNode(true));
  const put = (/** @type {string} */ selector, /** @type {string | Node} */ content) => item.querySelector(selector)?.replaceChildren(content);
  const link = get("h3 a", HTMLAnchorElement, item);
  link.href = row.href;
  get("img", HTMLImageElement, item).src = row.art;
  link.replaceChildren(withMarks(row.title, words));
  put(".by bdi", row.issuer.text);
  put(".sum", withMarks(row.summary, words));
  put(".effort span", row.effort);
  put(".cost span", row.cost);
  if (row.grades) put(".grades span", row.grades);
  else item.querySelector(".grades")?.remove();
  get(".why", HTMLElement, item).hidden = !problem;
  if (problem) put(".why q", withMarks(problem, words));
  get(".best-tag", HTMLElement, item).hidden = !best;
  item.classList.toggle("best", best);
  item.classList.add(`hue-${row.hue}`);
  return item;
}

/** @param {Row} row @param {Choice} choice @param {string} [except] a facet to leave aside */
const passes = (row, choice, except) =>
  names.every((name) => name === except || !choice.picked.get(name)?.size || row.facets[name]?.some((value) => choice.picked.get(name)?.has(value)));

/** @param {Hit[]} hits @param {Choice} choice */
function showCounts(hits, choice) {
  for (const name of names) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { row } of hits) if (passes(row, choice, name)) for (const value of row.facets[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const box of boxes) {
      if (box.name !== name) continue;
      const label = box.closest("label"), count = counts.get(box.value) ?? 0;
      label?.classList.toggle("zero", !count);
      label?.querySelector(".n")?.replaceChildren(String(count));
    }
  }
}

function showChips() {
  const checked = boxes.filter((box) => box.checked);
  const items = checked.map((box) => {
    const chip = element("button", labelOf(box), { type: "button", class: "chip on" });
    chip.append(element("span", " ×", { "aria-hidden": "true" }), element("span", ", remove this filter", { class: "vh" }));
    chip.addEventListener("click", () => { box.checked = false; change(true); tally.focus(); });
    return element("li", chip);
  });
  if (items.length > 1) {
    const clear = element("button", "Clear all", { type: "button", class: "chip" });
    clear.addEventListener("click", () => { for (const box of boxes) box.checked = false; change(true); tally.focus(); });
    items.push(element("li", clear));
  }
  chips.replaceChildren(...items);
  get("#facet-count", HTMLElement).textContent = checked.length ? ` (${checked.length})` : "";
}

/** Says honestly that nothing was found, and what to drop. @param {Row[]} rows @param {Hit[]} hits @param {Choice} choice */
function showNone(rows, hits, choice) {
  /** @type {Node[]} */
  const drops = [];
  const offer = (/** @type {string} */ words, /** @type {() => void} */ drop) => {
    const button = element("button", words, { type: "button", class: "btn" });
    button.addEventListener("click", () => { drop(); change(true); tally.focus(); });
    drops.push(element("li", button));
  };
  for (const name of names) {
    const checked = boxes.filter((box) => box.name === name && box.checked);
    const found = checked.length ? hits.filter(({ row }) => passes(row, choice, name)).length : 0;
    if (found) offer(`Without “${checked.map(labelOf).join("”, “")}”: ${found}`, () => { for (const box of checked) box.checked = false; });
  }
  const filtered = boxes.some((box) => box.checked);
  if (filtered && hits.length && !drops.length) offer(`Without any filter: ${hits.length}`, () => { for (const box of boxes) box.checked = false; });
  if (choice.q) {
    const left = rows.filter((row) => passes(row, choice)).length;
    if (filtered && left) offer(`Without the search words: ${left}`, () => { field.value = ""; });
  }
  get("h2", HTMLElement, none).textContent = choice.q ? `Nothing in the catalog matches “${choice.q}”${filtered ? " with these filters" : ""}` : "No credential has all of this";
  get(".honest", HTMLElement, none).textContent = !hits.length
    ? "None of these words occurs in a title, a summary or a problem statement. Other words may help: name what students do, or what keeps going wrong."
    : "Some credentials come close. This is what you could leave out:";
  get(".drop", HTMLElement, none).replaceChildren(...drops);
}

/** @type {Record<string, (a: Hit, b: Hit) => number>} */
const ORDERS = {
  newest: (a, b) => b.row.updated.localeCompare(a.row.updated),
  shortest: (a, b) => a.row.hours - b.row.hours,
  title: (a, b) => a.row.title.localeCompare(b.row.title, document.documentElement.lang),
};

let shown = PAGE;

/** @param {Row[]} rows @param {Choice} choice */
function show(rows, choice) {
  const all = choice.q ? rank(rows, choice.q) : rows.map((row) => ({ row, score: 0, problem: "", words: () => false }));
  const hits = all.filter(({ row }) => passes(row, choice));
  if (ORDERS[choice.sort] && (choice.q || choice.sort !== "newest")) hits.sort(ORDERS[choice.sort]);
  const sure = choice.q !== "" && choice.sort === "best" && (hits[0]?.score ?? 0) >= SURE;
  list.replaceChildren(...hits.slice(0, shown).map((hit, index) => rowOf(hit, sure && index === 0)));
  tally.textContent = counted(hits.length) + (choice.q ? ` for “${choice.q}”` : "");
  get("#show", HTMLElement).textContent = hits.length ? `Show ${counted(hits.length)}` : "Nothing matches yet";
  none.hidden = hits.length > 0;
  if (!hits.length) showNone(rows, all, choice);
  more.hidden = hits.length <= shown;
  more.textContent = `Show ${Math.min(PAGE, hits.length - shown)} more of ${hits.length}`;
  if (pager instanceof HTMLElement) pager.hidden = true;
  showCounts(all, choice);
}

function showFailure() {
  tally.textContent = "Search and filters do not work right now: their data could not be loaded. The list below is complete, page by page.";
}

let turn = 0;

/** Brings the list in line with the controls. */
async function update() {
  const mine = ++turn, choice = chosen();
  document.documentElement.toggleAttribute("data-asked", choice.q !== "");
  get("option[value=best]", HTMLOptionElement, sort).hidden = !choice.q;
  sort.value = choice.sort;
  showChips();
  try {
    const rows = await load();
    if (mine === turn) show(rows, choice);
  } catch (error) {
    console.warn(error);
    if (mine === turn) showFailure();
  }
  delete document.documentElement.dataset.pending;
}

/** @param {boolean} step whether Back should return to what was before */
function change(step) {
  shown = PAGE;
  writeAddress(step);
  return update();
}

// ------------------------------------------------------------------------------------------------------------------ events

field.addEventListener("input", () => { change(false); });
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  change(true);
});
for (const control of [field, ...boxes]) control.addEventListener("focus", () => { load().catch(() => {}); }, { once: true });
form.addEventListener("change", (event) => {
  if (event.target === field) return;
  if (event.target === sort) order = sort.value;
  change(true);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await change(true);
  (list.querySelector("a") ?? tally).focus();
});
more.addEventListener("click", async () => {
  const first = shown;
  shown += PAGE;
  history.replaceState({ shown }, "");
  await update();
  list.children[first]?.querySelector("a")?.focus();
});
addEventListener("popstate", (event) => {
  if (location.hash && !location.hash.includes("=")) return; // A link within the page, such as "Skip to content".
  if (location.pathname !== home) { location.reload(); return; } // Back on a later page of the list, which is in the HTML.
  shown = event.state?.shown ?? PAGE;
  readAddress();
  update();
});

readAddress();
if ("pending" in document.documentElement.dataset) {
  shown = history.state?.shown ?? PAGE;
  update();
}

export {}; // A module, also to the type checker.
