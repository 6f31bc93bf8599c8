// @ts-check
// What a visitor takes along from the page of a badge: the result of the check, a certificate on paper, a code to scan, a copy in a folder;
// and the answer whether this is the right person. badge.js fetches this script when somebody first asks for one of these.

/** @typedef {{state: string, checks: Record<string, string>, facts: Record<string, any>, checked: string}} Last */
/** @typedef {{one: (css: string, from?: ParentNode) => HTMLElement | null, all: (css: string, from?: ParentNode) => HTMLElement[],
 *   text: (name: string, facts?: object) => HTMLElement | null,
 *   moreWords: () => Promise<void>, last?: Last}} Page what badge.js offers */

/** The result as a text to file. What the page shows counts if the record could not be read. @param {Page} page */
function receipt({ one, all, text, last }) {
  const result = all("#verdict .says > *").map((part) => part.innerText).join(". ").replace("..", ".");
  const answers = all("[data-check]").map((line) => `- ${all("h3, p", line).map((part) => part.textContent).join(" ")}`);
  const home = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href, page = last?.facts.page;
  const address = page ? new URL(page, home).href : one("[data-record]") ? home : "";
  const shown = { name: one("[data-says=name]")?.textContent, title: one("[data-says=title]")?.textContent, awarded: one("[data-says=awarded]")?.getAttribute("datetime"), issuer: one(".from bdi")?.textContent };
  const copy = text("receipt", { moment: last?.checked, result, answers, address, record: address && `${address}.json`, ...shown, ...last?.facts });
  return all("p", copy ?? document.createElement("p")).map((line) => line.textContent).join("\n") + "\n";
}

/** @param {Blob} file @param {string} name */
export function download(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Draws the codes inside of `from`; the script that can do it is fetched when it is first needed.
 * @param {Page} page @param {ParentNode} [from] */
async function drawCodes({ all }, from = document) {
  for (const place of all("[data-qr]:empty", from)) {
    const { draw } = await import(place.dataset.script ?? "");
    place.replaceChildren(draw(place.dataset.qr));
  }
}

/** Whether an e-mail address is the one behind an award's mark (sitegen/badges/identity.py).
 * @param {{identityHash: string, salt?: string} | undefined} mark @param {string} address @param {string} salt */
export async function isAddress(mark, address, salt) {
  const plain = address.trim().toLowerCase();
  if (!mark || !/^[^\s@]{1,64}@[^\s@]{1,255}$/u.test(plain)) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(plain + (mark.salt || salt))));
  return `sha256$${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}` === mark.identityHash;
}

/** Answers whether this is the right person. @param {HTMLElement | undefined} form @param {Page} page */
async function compare(form, { one, text, last }) {
  const address = form?.querySelector("input")?.value.trim() ?? "", mark = last?.facts.mark;
  const salt = new URLSearchParams(location.hash.slice(1)).get("who") ?? "";
  let answer = "not-checked";
  if (!/.@./.test(address)) answer = "no-address";
  else if (form?.dataset.identity === "private" && !salt) answer = "no-link";
  else if (mark) answer = (await isAddress(mark, address, salt)) ? "match" : "other";
  const place = one("#person output"), words = text(`person.${answer}`);
  if (!place || !words) return;
  place.dataset.tone = words.dataset.tone;
  place.replaceChildren(...words.childNodes);
}

/** @param {string} what @param {HTMLElement | undefined} place the button or form that asked for it @param {Page} page */
export async function act(what, place, page) {
  if (what === "save" || what === "compare") await page.moreWords();
  if (what === "save") download(new Blob([receipt(page)], { type: "text/plain" }), `badge-check-${(page.last?.checked ?? "").slice(0, 10)}.txt`);
  if (what === "compare") await compare(place, page);
  if (what === "print") {
    await drawCodes(page).catch(() => undefined);
    print();
  }
  if (what === "code") {
    const shown = page.one("#code");
    shown?.showPopover();
    if (shown) drawCodes(page, shown);
  }
  if (what === "zip" && place) {
    try {
      const { folder } = await import(place.dataset.script ?? ""), made = await folder(place);
      download(made.file, made.name);
    } catch {
      await page.moreWords();
      page.one("span", place)?.replaceChildren(...(page.text("kept.failed")?.childNodes ?? []));
    }
  }
}
