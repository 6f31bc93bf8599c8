// @ts-check
// The page for checking any badge: takes a file that was chosen, dropped or pasted, or a link or record as text, and hands it to verify.js:
//   badge:given → { bytes } or { text }
// When badge:checked comes back, badge.js shows how the badge stands, and this script which badge it was.

/** @param {object} detail */
const give = (detail) => document.dispatchEvent(new CustomEvent("badge:given", { detail }));
/** @param {Blob | null | undefined} file */
const giveFile = async (file) => { if (file) give({ bytes: new Uint8Array(await file.arrayBuffer()) }); };
/** @param {string | undefined} text */
const giveText = (text) => { if (text?.trim()) give({ text: text.trim() }); };

const form = document.querySelector("form[data-take]");
if (form instanceof HTMLFormElement) {
  const field = form.querySelector("textarea"), file = form.querySelector("input");
  form.addEventListener("submit", (event) => { event.preventDefault(); giveText(field?.value); });
  file?.addEventListener("change", () => { giveFile(file.files?.[0]); file.value = ""; });
  addEventListener("dragover", (event) => { event.preventDefault(); form.dataset.over = ""; });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) delete form.dataset.over; });
  addEventListener("drop", (event) => {
    event.preventDefault();
    delete form.dataset.over;
    const dropped = event.dataTransfer?.files[0];
    if (dropped) giveFile(dropped);
    else giveText(event.dataTransfer?.getData("text"));
  });
  addEventListener("paste", (event) => { giveFile(event.clipboardData?.files[0]); });
}

document.addEventListener("badge:checked", (event) => {
  const facts = event instanceof CustomEvent ? event.detail.facts ?? {} : {};
  for (const part of document.querySelectorAll("[data-shown-with]")) {
    if (part instanceof HTMLElement) part.hidden = !["verdict", ...Object.keys(facts)].includes(part.dataset.shownWith ?? "");
  }
  const page = document.querySelector("#page");
  if (page instanceof HTMLAnchorElement && facts.page) page.href = facts.page;
});
