// The last part of offline.js, which checks a badge in a folder: a visitor can have the file of the record checked that lies beside the page, for a page
// that was opened from a folder cannot read its neighbours by itself. It stands in one scope with verify.js.

document.querySelector("[data-record-file]")?.addEventListener("change", ({ target }) => {
  const file = target.files[0];
  if (file) checkPage(page.dataset, file.arrayBuffer().then((data) => new Uint8Array(data)));
});
