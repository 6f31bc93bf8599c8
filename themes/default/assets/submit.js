// @ts-check
// The site's own form: chooses the credential that the address names, and keeps what is typed until it has been sent.

const KEY = "submission";

/** @returns {Record<string, string>} what was typed and not yet sent */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {Record<string, string> | null} values */
function keep(values) {
  try {
    if (values) sessionStorage.setItem(KEY, JSON.stringify(values));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Not kept; the form works without.
  }
}

/** @returns {URLSearchParams} what the address says, behind "#" or "?" */
const asked = () => new URLSearchParams(location.hash.slice(1) || location.search);

/** @param {HTMLFormElement} form */
function run(form) {
  const credential = form.elements.namedItem("credential");
  const version = form.elements.namedItem("version");
  const about = form.querySelector("[data-about]");
  if (!(credential instanceof HTMLSelectElement || credential instanceof HTMLInputElement)) return;

  const fields = () => [...form.elements].filter((one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement)
    .filter((one) => one.name && one.type !== "hidden" && one.name !== "bot-field");

  const chosen = () => {
    const named = asked();
    const offered = credential instanceof HTMLSelectElement ? credential.selectedOptions[0]?.dataset.version : "";
    const same = named.get("credential") === credential.value;
    if (version instanceof HTMLInputElement) version.value = credential.value ? (same && named.get("version")) || offered || "" : "";
    if (!(about instanceof HTMLElement)) return;
    about.hidden = !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(credential.value);
    about.querySelector("a")?.setAttribute("href", `${about.dataset.about}${credential.value}/#evidence`);
  };

  const fill = () => {
    const named = asked().get("credential");
    const known = !(credential instanceof HTMLSelectElement) || [...credential.options].some((option) => option.value === named);
    if (named && known) credential.value = named;
    chosen();
  };

  const before = kept();
  for (const field of fields()) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = before[field.name] === "on";
    else if (before[field.name]) field.value = before[field.name];
  }
  fill();
  credential.addEventListener("change", chosen);
  addEventListener("hashchange", fill);
  form.addEventListener("input", () => {
    keep(Object.fromEntries(fields().map((one) => [one.name, one.type === "checkbox" ? (/** @type {HTMLInputElement} */ (one).checked ? "on" : "") : one.value])));
  });
  form.addEventListener("submit", () => {
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = "Sending…";
  });
}

const form = document.querySelector("form[name=submission]");
if (form instanceof HTMLFormElement) run(form);
if (document.querySelector("[data-sent]")) keep(null);

export {}; // A module, also to the type checker.
