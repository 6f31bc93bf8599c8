// @ts-check
// The self-check on a credential's page: its rubric as questions. Answers stay in this browser, and can be saved as a file.

/** @typedef {{part: string, criterion: string, level: string, note: string}} Answer */
/** @typedef {{credential: string, version: string, answers: Answer[], ready: string[]}} Sheet */

const MOST = 1_000_000;
const WHAT = "self-check of a credential";

/** @param {string} name @param {Record<string, string>} [said] @param {(Node | string)[]} children @returns {HTMLElement} */
function made(name, said = {}, ...children) {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(said)) one.setAttribute(key, value);
  one.append(...children);
  return one;
}

/** @param {unknown} value @returns {string} */
const words = (value) => (typeof value === "string" ? value.slice(0, 5000) : "");

/** What is in a text, if it is a sheet at all. @param {string} text @returns {Sheet | null} */
function sheet(text) {
  try {
    const found = JSON.parse(text);
    if (found.what !== WHAT || !Array.isArray(found.answers)) return null;
    const answers = found.answers.map((/** @type {Record<string, unknown>} */ one) => ({
      part: words(one?.part), criterion: words(one?.criterion), level: words(one?.level), note: words(one?.note),
    }));
    return { credential: words(found.credential), version: words(found.version), answers, ready: (found.ready ?? []).map(words) };
  } catch {
    return null;
  }
}

/** @param {HTMLElement} box */
function run(box) {
  const { credential = "", version = "" } = box.dataset;
  const key = `${WHAT}: ${credential}`;
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const start = /** @type {HTMLElement} */ (box.querySelector("[data-do=start]"));
  const file = /** @type {HTMLInputElement} */ (box.querySelector("input[type=file]"));
  const more = /** @type {HTMLElement[]} */ ([...box.querySelectorAll("[data-later]")]);
  /** @type {HTMLElement | null} */
  let form = null;

  /** @param {string} text */
  const say = (text) => { status.textContent = text; };

  const stored = () => {
    try {
      return sheet(localStorage.getItem(key) ?? "");
    } catch {
      return null;
    }
  };

  /** @returns {Sheet & {what: string, title: string, page: string}} */
  const answers = () => ({
    what: WHAT, credential, version, title: document.querySelector("h1")?.textContent ?? "", page: location.href.split("#")[0],
    ready: [...box.querySelectorAll("[data-ready]")].filter((one) => /** @type {HTMLInputElement} */ (one).checked).map((one) => one.getAttribute("data-ready") ?? ""),
    answers: [...box.querySelectorAll("fieldset")].map((row) => ({
      part: row.dataset.part ?? "", criterion: row.dataset.criterion ?? "",
      level: row.querySelector("input:checked")?.getAttribute("value") ?? "", note: row.querySelector("textarea")?.value ?? "",
    })),
  });

  const tell = () => {
    const rows = box.querySelectorAll("fieldset").length;
    const given = box.querySelectorAll("fieldset input:checked").length;
    const passing = box.querySelectorAll("fieldset input[data-passes]:checked").length;
    const all = rows === passing ? " Every row passes by your own reading." : "";
    say(`${given} of ${rows} rows answered, ${passing} at a level that passes.${all}`);
  };

  const keep = () => {
    tell();
    try {
      localStorage.setItem(key, JSON.stringify(answers()));
    } catch {
      say(`${status.textContent} This browser keeps nothing: save a file before you leave.`);
    }
  };

  /** @param {HTMLElement} row @param {string} part @param {number} number */
  const question = (row, part, number) => {
    const criterion = row.querySelector("th")?.textContent ?? "";
    const name = `${part} ${number}`;
    const levels = [...row.querySelectorAll("td")].map((cell) => {
      const level = cell.dataset.level ?? "";
      const input = made("input", { type: "radio", name, value: level });
      if (cell.classList.contains("pass")) input.dataset.passes = "";
      return made("label", { class: "tick" }, input, made("span", {}, made("b", {}, level), `: ${cell.textContent}`));
    });
    const note = made("label", {}, "What in my evidence shows it ", made("textarea", { rows: "2", maxlength: "5000" }));
    const whole = made("fieldset", {}, made("legend", {}, criterion), ...levels, note);
    Object.assign(whole.dataset, { part, criterion });
    return whole;
  };

  const open = () => {
    if (form) return form;
    document.head.append(made("link", { rel: "stylesheet", href: box.dataset.style ?? "" }));
    form = made("div", { class: "answers" });
    for (const part of document.querySelectorAll(".part")) {
      const title = made("h3", { tabindex: "-1" }, part.querySelector("h3")?.textContent ?? "");
      const rows = [...part.querySelectorAll("tbody tr")].map((row, number) => question(/** @type {HTMLElement} */ (row), part.id, number));
      const ready = made("label", { class: "tick" }, made("input", { type: "checkbox", "data-ready": part.id }), made("span", {}, "This part is ready to send"));
      form.append(title, ...rows, ready);
    }
    form.addEventListener("input", keep);
    start.parentElement?.before(form);
    start.hidden = true;
    for (const one of more) one.hidden = false;
    return form;
  };

  /** @param {Sheet} found */
  const fill = (found) => {
    for (const row of open().querySelectorAll("fieldset")) {
      const answer = found.answers.find((one) => one.part === row.dataset.part && one.criterion === row.dataset.criterion);
      for (const input of row.querySelectorAll("input")) input.checked = !!answer && input.value === answer.level;
      const note = row.querySelector("textarea");
      if (note) note.value = answer?.note ?? "";
    }
    for (const one of open().querySelectorAll("[data-ready]")) /** @type {HTMLInputElement} */ (one).checked = found.ready.includes(one.getAttribute("data-ready") ?? "");
    tell();
    if (found.version !== version) say(`These answers are from version ${found.version}; this page has version ${version}. Rows that have changed are empty. ${status.textContent}`);
  };

  const erase = () => {
    if (!confirm("Erase all your answers on this page?")) return;
    fill({ credential, version, answers: [], ready: [] });
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
    say("Your answers are erased.");
  };

  const save = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(answers(), null, 1)], { type: "application/json" }));
    made("a", { href: url, download: `${credential}-self-check.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    say("Saved as a file.");
  };

  const load = async () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    const found = chosen.size > MOST ? null : sheet(await chosen.text());
    if (!found) return say("This file holds no answers that were saved here.");
    if (found.credential !== credential) return say(`This file belongs to another credential: ${found.credential}.`);
    fill(found);
    const said = status.textContent ?? "";
    keep();
    say(said);
  };

  start.addEventListener("click", () => {
    const before = stored();
    open().querySelector("h3")?.focus();
    if (before) fill(before);
    else tell();
  });
  if (stored()) start.textContent = "Go on with your answers";
  file.addEventListener("change", load);
  box.querySelector("[data-do=save]")?.addEventListener("click", save);
  box.querySelector("[data-do=erase]")?.addEventListener("click", erase);
}

const box = document.querySelector("[data-self-check]");
if (box instanceof HTMLElement) run(box);

export {}; // A module, also to the type checker.
