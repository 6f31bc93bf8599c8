// @ts-check
// The browse page: search and filters over the catalog's rows. What is chosen
// lives in the address, so links and Back work; in its fragment, so that no server learns what anybody looked for.

/**
 * @typedef {{text: string, href: string}} Link
 * @typedef {{slug: string, href: string, title: string, summary: string, art: string, issuer: Link, problems: string[],
 *   effort: string, grades: string, cost: string, hue: string}} Card
 * @typedef {Card & {hours: number, updated: string, facets: Record<string, string[]>}} Row
 * @typedef {{card: Card, problem: string}} Hit `problem` is the problem statement nearest to the question, or empty
 * @typedef {{scores: Float64Array, marked: (word: string) => boolean, good: number, notes: string[], strange: string[], plain: string, near: number[], whole: boolean,
 *   hit: (number: number) => Promise<Hit | null>}} Found
 *   What a question found: a score for each credential (NaN: no answer), which words of a text to mark, from what score on a match is
 *   good, what to tell, which of its words no credential has, its words without fields if it names any, which credentials come nearest, and whether this is the last word on it.
 * @typedef {{count: number, hit: (number: number) => Promise<Hit | null>, values: () => Promise<(name: string, number: number) => string[]>,
 *   order: (name: string) => Promise<number[]>, ask: (q: string, typing: boolean, early: (found: Found) => void) => Promise<Found>}} Catalog
 *   The credentials by number: from the index of the search, or from the list of all of them where there is no such index.
 * @typedef {{q: string, sort: string, picked: Map<string, Set<string>>}} Choice
 */

const PAGE = 24;
const FIRST = 10; // So many rows of a search are shown at once.
const SURE = 0.85; // From this score on, the first match is called the best.
const FAIR = 0.5; // Below it, no match is a good one.
const MEANT = 0.35; // A question without a word that any credential has must mean at least this much the same.
const CLOSE = 0.4; // Matches count that have this share of the best one's score,
const AT_LEAST = 10; // but no fewer than these.
const PAUSE = 300; // Milliseconds without a key after which the last word of a question is taken for whole.
const SETTLED = 600; // Milliseconds after which rows do not move any more where fingers point.
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
 * @returns {Found}
 */
function rank(rows, query) {
  const wanted = [...new Set(stemsOf(query))];
  const last = /[\p{L}\p{N}]$/u.test(query) ? wanted.at(-1) : undefined;
  const matches = (/** @type {string} */ want, /** @type {string} */ have) => have === want || (want === last && want.length > 2 && have.startsWith(want));
  const holds = (/** @type {Set<string>} */ set, /** @type {string} */ want) => set.has(want) || (want === last && [...set].some((have) => matches(want, have)));
  const marked = (/** @type {string} */ word) => !STOP.has(word) && wanted.some((want) => matches(want, stem(word)));
  const holding = new Map(wanted.map((want) => [want, rows.filter((row) => { const s = stemsOfRow(row); return holds(s.title, want) || holds(s.summary, want) || s.problems.some((p) => holds(p, want)); }).length]));
  const weight = new Map(wanted.map((want) => [want, Math.log(1 + rows.length / (1 + (holding.get(want) ?? 0)))]));
  const total = [...weight.values()].reduce((sum, w) => sum + w, 0) || 1;
  const sum = (/** @type {(want: string) => number} */ share) => wanted.reduce((s, want) => s + (weight.get(want) ?? 0) * share(want), 0) / total;

  const nearest = rows.map(() => "");
  const scores = Float64Array.from(rows, (row, number) => {
    const stems = stemsOfRow(row);
    const near = stems.problems.map((set) => sum((want) => (holds(set, want) ? 1 : 0)));
    const best = Math.max(0, ...near);
    const spread = sum((want) => (holds(stems.title, want) ? 1 : stems.problems.some((set) => holds(set, want)) ? 0.8 : holds(stems.summary, want) ? 0.6 : 0));
    if (best) nearest[number] = row.problems[near.indexOf(best)];
    return 0.6 * spread + 0.4 * best || NaN;
  });
  const strange = wordsOf(query).filter((word) => !STOP.has(word) && !holding.get(stem(word)));
  const hit = async (/** @type {number} */ number) => ({ card: rows[number], problem: nearest[number] });
  return { scores, marked, good: 0.55, notes: [], strange, plain: "", near: [], whole: true, hit };
}

/** @param {Row[]} rows in the order of the list @returns {Catalog} */
function catalogOf(rows) {
  const numbers = rows.map((_, number) => number);
  /** @type {Record<string, (a: Row, b: Row) => number>} */
  const orders = {
    shortest: (a, b) => a.hours - b.hours,
    title: (a, b) => a.title.localeCompare(b.title, document.documentElement.lang),
  };
  return {
    count: rows.length,
    hit: async (number) => ({ card: rows[number], problem: "" }),
    values: async () => (name, number) => rows[number].facets[name] ?? [],
    order: async (name) => { const order = orders[name]; return order ? numbers.toSorted((a, b) => order(rows[a], rows[b])) : numbers; },
    ask: async (q) => rank(rows, q),
  };
}

/** @param {any} engine what search.js exports @param {any} index an index that it has opened @returns {Catalog} */
function catalogOfIndex(engine, index) {
  const foundBy = (/** @type {any} */ answer, /** @type {any} */ question) => {
    const { asked, shares, missed, unknown, lacking } = answer;
    const notes = unknown.map((/** @type {string} */ name) => `“${name}:” is not a field, so its words were looked for everywhere; fields are ${engine.FIELD_NAMES.join(", ")}.`);
    notes.push(...[...asked.mended].map(([typed, meant]) => `No credential has “${typed}”; looked for “${meant}”.`));
    notes.push(...missed.map((/** @type {string} */ phrase) => `No title, summary or problem has “${phrase}” in these words; looked for each of them.`));
    if (lacking) notes.push("Part of the search could not be loaded, so this is the order by words alone.");
    const known = asked.terms.size > 0 || asked.completions.length > 0 || !answer.whole;
    const meant = Math.max(0, ...engine.best(shares.meaning, 1).map((/** @type {number} */ number) => shares.meaning[number]));
    return {
      scores: known || meant >= MEANT || !asked.weights.size ? shares.scores : shares.scores.map(() => NaN),
      near: engine.best(shares.scores, AT_LEAST),
      marked: (/** @type {string} */ word) => index.marks(answer, word),
      good: SURE,
      notes,
      strange: asked.strange,
      plain: question.demands.length ? question.words.join(" ") : "",
      whole: answer.whole,
      hit: (/** @type {number} */ number) => index.hit(answer, number),
    };
  };
  return {
    count: index.count,
    hit: async (number) => { const found = await index.card(number); return found && { card: found.card, problem: "" }; },
    values: async () => {
      const facets = await index.facets();
      return (name, number) => { const facet = facets.get(name); return Array.from(facet?.of[number] ?? "", (letter) => facet.values[letter.charCodeAt(0) - 48][0]); };
    },
    order: async (name) => (await index.order(name)) ?? Array.from({ length: index.count }, (_, number) => number),
    ask: async (q, typing, early) => {
      const question = engine.parse(q);
      return foundBy(await index.ask(q, { typing, early: (/** @type {any} */ answer) => early(foundBy(answer, question)) }), question);
    },
  };
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

/** @type {Promise<Catalog> | undefined} */
let loading;

/** @returns {Promise<Catalog>} the credentials, loaded once */
function load() {
  loading ??= openIndex().catch((error) => { console.info(`There is no index of the search here: ${error}`); return allRows(); });
  loading.catch(() => { loading = undefined; });
  return loading;
}

/** @returns {Promise<Catalog>} the credentials as the index of the search has them */
async function openIndex() {
  const { engine, search } = form.dataset;
  if (!engine || !search) throw new Error("the page names none");
  const script = await import(engine);
  return catalogOfIndex(script, await script.open(search));
}

/** @returns {Promise<Catalog>} the credentials as the list of all of them has them */
async function allRows() {
  const answer = await fetch(form.dataset.index ?? "");
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return catalogOf((await answer.json()).rows);
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

/** @param {Hit} hit @param {(word: string) => boolean} words which to mark @param {boolean} best @returns {Node} */
function rowOf({ card: row, problem }, words, best) {
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

/** @typedef {(name: string, number: number) => string[]} Values the values of a facet that a credential has */

/** @param {Values} values @param {Choice} choice @returns {(number: number, except?: string) => boolean} whether a credential passes all filters, but one */
const passing = (values, { picked }) => (number, except) =>
  names.every((name) => name === except || !picked.get(name)?.size || values(name, number).some((value) => picked.get(name)?.has(value)));

/** @param {Values} values @param {number[]} numbers @param {(number: number, except?: string) => boolean} passes */
function showCounts(values, numbers, passes) {
  for (const name of names) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const number of numbers) if (passes(number, name)) for (const value of values(name, number)) counts.set(value, (counts.get(value) ?? 0) + 1);
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

/**
 * Says honestly that nothing was found, and what to drop.
 * @param {Choice} choice @param {number[]} numbers what was found whatever the filters @param {number} all how many there are with these filters, whatever the words
 * @param {Found | null} found @param {Values} values
 */
function showNone(choice, numbers, all, found, values) {
  /** @type {Node[]} */
  const drops = [];
  const offer = (/** @type {string} */ words, /** @type {() => void} */ drop) => {
    const button = element("button", words, { type: "button", class: "btn" });
    button.addEventListener("click", () => { drop(); change(true); tally.focus(); });
    drops.push(element("li", button));
  };
  const passes = passing(values, choice);
  for (const name of names) {
    const checked = boxes.filter((box) => box.name === name && box.checked);
    const left = checked.length ? numbers.filter((number) => passes(number, name)).length : 0;
    if (left) offer(`Without “${checked.map(labelOf).join("”, “")}”: ${left}`, () => { for (const box of checked) box.checked = false; });
  }
  const filtered = boxes.some((box) => box.checked);
  if (filtered && numbers.length && !drops.length) offer(`Without any filter: ${numbers.length}`, () => { for (const box of boxes) box.checked = false; });
  if (choice.q && filtered && all) offer(`Without the search words: ${all}`, () => { field.value = ""; });
  if (found?.plain && found.plain !== choice.q) offer(`Search for “${found.plain}” in all fields`, () => { field.value = found.plain; });
  const kept = found?.strange.length ? wordsOf(choice.q).filter((word) => !found.strange.includes(word)) : [];
  if (kept.some((word) => !STOP.has(word))) offer(`Search for “${kept.join(" ")}”`, () => { field.value = kept.join(" "); });
  get("h2", HTMLElement, none).textContent = choice.q ? `Nothing in the catalog matches “${choice.q}”${filtered ? " with these filters" : ""}` : "No credential has all of this";
  get(".honest", HTMLElement, none).textContent = !numbers.length && found?.plain
    ? "No credential has all of this in these fields. What you could leave out:"
    : !numbers.length
    ? "None of these words occurs in a credential. Other words may help: name what students do, or what keeps going wrong."
    : "Some credentials come close. This is what you could leave out:";
  get(".drop", HTMLElement, none).replaceChildren(...drops);
  showAreas(found?.near ?? [], values);
}

/** Offers the focus areas of what came nearest. @param {number[]} near @param {Values} values */
function showAreas(near, values) {
  const areas = [...new Set(near.flatMap((number) => values("focus", number)))].slice(0, 3);
  const boxOf = (/** @type {string} */ slug) => boxes.find((box) => box.name === "focus" && box.value === slug);
  const links = areas.flatMap((slug) => {
    const box = boxOf(slug);
    return box ? [element("li", element("a", labelOf(box), { href: new URL(`../focus-areas/${slug}/`, form.action).pathname }))] : [];
  });
  const place = none.querySelector(".near");
  if (!(place instanceof HTMLElement)) return;
  place.hidden = !links.length;
  place.querySelector("ul")?.replaceChildren(...links);
}

/** @param {Float64Array} scores @returns {number[]} the credentials that count as found, best first */
function countedIn(scores) {
  const all = Array.from(scores.keys()).filter((number) => scores[number] === scores[number]).sort((a, b) => scores[b] - scores[a] || a - b);
  const least = Math.min(CLOSE * scores[all[0]], scores[all[Math.min(AT_LEAST, all.length) - 1]]);
  return all.filter((number) => scores[number] >= least);
}

let shown = PAGE;

/** What was asked whose answer is seen, which credentials it shows, when it came, whether somebody has put a hand on it since, and where. */
const seen = { asked: "", numbers: "", since: 0, touched: false, height: 0 };

/** @returns {boolean} whether rows would now move under a finger */
const inHand = () => seen.touched || (matchMedia("(pointer: coarse)").matches && performance.now() - seen.since > SETTLED);

/** @param {Choice} choice @returns {string} the same for the same question, filters and order */
const askedIn = ({ q, sort, picked }) => JSON.stringify([q, sort, shown, [...picked].map(([name, values]) => [name, ...values])]);

/** @param {Catalog} catalog @param {Choice} choice @param {Found | null} found what was asked for, or null if nothing was asked @param {number} mine */
async function show(catalog, choice, found, mine) {
  const filtered = [...choice.picked.values()].some((values) => values.size);
  const byScore = found && choice.sort === "best";
  const [values, order] = await Promise.all([filtered || !found ? catalog.values() : null, byScore ? null : catalog.order(choice.sort)]);
  const all = found ? countedIn(found.scores) : (order ?? []);
  const chosen = new Set(all), sorted = found && order ? order.filter((number) => chosen.has(number)) : all;
  const numbers = values ? sorted.filter((number) => passing(values, choice)(number)) : sorted;
  const top = found && numbers.length ? found.scores[numbers[0]] : 0;
  const first = numbers.slice(0, found ? Math.max(FIRST, shown - PAGE + FIRST) : shown);
  const hits = await Promise.all(first.map(found ? found.hit : catalog.hit));
  if (mine !== turn) return;
  const asked = askedIn(choice);
  if (found && seen.numbers && seen.asked === asked && inHand()) {
    const anew = () => { if (mine === turn) { seen.asked = ""; show(catalog, choice, found, mine); } };
    offerOrder(seen.numbers === String(first) ? null : anew);
    return;
  }
  const rows = hits.flatMap((hit, index) => (hit ? [rowOf(hit, found?.marked ?? (() => false), Boolean(byScore && found && index === 0 && top >= found.good))] : []));
  list.replaceChildren(...rows);
  const notes = [...(found?.notes ?? []), ...(found?.near.length && byScore && numbers.length && top < FAIR && found.whole ? ["None of them is a good match; the nearest come first."] : [])];
  if (rows.length < hits.length) notes.push("Some of them could not be loaded.");
  tally.replaceChildren(counted(numbers.length) + (choice.q ? ` for “${choice.q}”` : ""));
  if (notes.length) tally.append(element("span", ". ", { class: "vh" }), element("span", notes.join(" "), { class: "notes" }));
  get("#show", HTMLElement).textContent = numbers.length ? `Show ${counted(numbers.length)}` : "Nothing matches yet";
  none.hidden = numbers.length > 0;
  more.hidden = numbers.length <= hits.length;
  more.textContent = `Show ${Math.min(PAGE, numbers.length - hits.length)} more of ${numbers.length}`;
  if (pager instanceof HTMLElement) pager.hidden = true;
  if (seen.asked !== asked) Object.assign(seen, { asked, since: performance.now(), touched: false });
  seen.numbers = String(first);
  offerOrder(null);
  const known = values ?? (await catalog.values());
  if (mine !== turn) return;
  const passes = passing(known, choice);
  if (!numbers.length) showNone(choice, all, filtered && choice.q ? Array.from({ length: catalog.count }, (_, n) => n).filter((n) => passes(n)).length : 0, found, known);
  showCounts(known, all, passes);
}

/** Offers a closer order instead of moving what somebody may be about to touch. @param {(() => void) | null} take */
function offerOrder(take) {
  const old = document.querySelector("#closer");
  old?.remove();
  if (!take) return;
  const button = element("button", "Show closer matches first", { type: "button", class: "btn go" });
  button.addEventListener("click", () => { take(); tally.focus({ preventScroll: true }); });
  list.before(element("div", button, { id: "closer", role: "status", class: seen.height > innerHeight / 2 ? "high" : "" }));
}

function showFailure() {
  tally.textContent = "Search and filters do not work right now: their data could not be loaded. The list below is complete, page by page.";
}

let turn = 0;

/** Brings the list in line with the controls. @param {boolean} [typing] whether the last word may not be whole yet */
async function update(typing = false) {
  const mine = ++turn, choice = chosen();
  document.documentElement.toggleAttribute("data-asked", choice.q !== "");
  get("option[value=best]", HTMLOptionElement, sort).hidden = !choice.q;
  sort.value = choice.sort;
  showChips();
  try {
    const catalog = await load();
    const early = (/** @type {Found} */ found) => { if (mine === turn && found.scores.some((score) => score > 0)) show(catalog, choice, found, mine); };
    const found = choice.q ? await catalog.ask(choice.q, typing, early) : null;
    if (mine === turn) await show(catalog, choice, found, mine);
  } catch (error) {
    console.warn(error);
    if (mine === turn) showFailure();
  }
  delete document.documentElement.dataset.pending;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {boolean} step whether Back should return to what was before @param {boolean} [typing] whether the last word may not be whole yet */
function change(step, typing = false) {
  shown = PAGE;
  if (step) seen.asked = ""; // Somebody wants to see something else, so rows may move.
  clearTimeout(pause);
  writeAddress(step);
  if (typing) pause = setTimeout(() => update(), PAUSE);
  return update(typing);
}

// ------------------------------------------------------------------------------------------------------------------ events

field.addEventListener("input", () => { change(false, true); });
for (const kind of ["pointerdown", "touchstart", "focusin", "pointermove"]) list.addEventListener(kind, (event) => {
  seen.touched = true;
  if (event instanceof PointerEvent) seen.height = event.clientY;
}, { passive: true });
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
  const from = document.activeElement;
  await change(true);
  if (document.activeElement === from) (list.querySelector("a") ?? tally).focus(); // Who has gone on meanwhile stays there.
});
more.addEventListener("click", async () => {
  const first = list.children.length;
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
