// @ts-check
// The one thing that these pages cannot do without a script: ask before somebody leaves with words that are not saved.

for (const form of document.querySelectorAll("form[data-guard]")) {
  let isSaved = false;
  let isTouched = document.querySelector("#fault") !== null; // What was typed before is still not saved.
  form.addEventListener("input", () => { isTouched = true; });
  form.addEventListener("submit", () => { isSaved = true; });
  addEventListener("beforeunload", (event) => {
    if (isTouched && !isSaved) event.preventDefault();
  });
}

export {}; // A module, also to the type checker.
