// @ts-check
// What every page can do: choose a color scheme, focus the search field with "/", search privately, copy a link, print.

const root = document.documentElement;

/** @param {string} scheme "light", "dark", or "" for the system's */
function setScheme(scheme) {
  if (scheme) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
  try {
    if (scheme) localStorage.setItem("scheme", scheme);
    else localStorage.removeItem("scheme");
  } catch {
    // Not remembered, but in force on this page.
  }
}

const scheme = document.querySelector("#scheme");
if (scheme instanceof HTMLSelectElement) {
  scheme.value = root.dataset.scheme ?? "";
  scheme.addEventListener("change", () => setScheme(scheme.value));
}

/** @param {EventTarget | null} target whether typing a letter there writes it */
const isField = (target) => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

addEventListener("keydown", (event) => {
  const field = document.querySelector("#q");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isField(event.target) || !(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// What a visitor looks for goes into the fragment of the address, which browsers never send to a server. (The field has
// no name and examples have no words in their addresses, so that nothing is sent if this script does not arrive either.)
/** @param {string} page @param {string} q */
const answers = (page, q) => `${page}#${new URLSearchParams({ q })}`;
for (const link of document.querySelectorAll("a[data-find]")) {
  if (link instanceof HTMLAnchorElement) link.href = answers(link.href, link.dataset.find ?? "");
}
for (const form of document.querySelectorAll("form[data-find]")) {
  form.addEventListener("submit", (event) => {
    const field = form.querySelector("#q");
    if (!(form instanceof HTMLFormElement && field instanceof HTMLInputElement)) return;
    event.preventDefault();
    location.assign(answers(form.action, field.value));
  });
}

for (const button of document.querySelectorAll("button[data-print]")) button.addEventListener("click", () => print());

for (const button of document.querySelectorAll("button[data-copy]")) {
  const words = button.querySelector("span");
  button.addEventListener("click", async () => {
    if (!(button instanceof HTMLElement) || !words) return;
    const before = words.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      words.textContent = "Copied";
    } catch {
      words.textContent = "Copying is not allowed here";
    }
    setTimeout(() => { words.textContent = before; }, 2000);
  });
}

// A table or a listing that is wider than the screen scrolls by itself; keyboards need a stop there.
for (const box of document.querySelectorAll(".prose table, .prose pre")) {
  if (box instanceof HTMLElement && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

export {}; // A module, also to the type checker.
