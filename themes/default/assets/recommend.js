// @ts-check
// A credential is recommended to a colleague: a note goes into the fragment of a link, which browsers never send to a
// server, and is shown to whoever opens the link as what it is: words of somebody else.

const MOST = 280;

/** @param {string} text what may have been put into a link by anybody: without signs that are not seen or turn text around */
export function plain(text) {
  const seen = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, "");
  const letters = Array.from(seen.replace(/\s+/g, " ").trim());
  return letters.length > MOST ? `${letters.slice(0, MOST).join("")}…` : letters.join("");
}

/** @param {string} hash the fragment of an address, with its sign; the note in it, or nothing */
export const noteIn = (hash) => (hash.startsWith("#note=") ? plain(new URLSearchParams(hash.slice(1)).get("note") ?? "") : "");

/** @param {string} page the address of a page without a fragment @param {string} note */
export const linkWith = (page, note) => (plain(note) ? `${page}#${new URLSearchParams({ note: plain(note) })}` : page);

function showNote() {
  const box = document.querySelector("#note");
  const words = box?.querySelector("blockquote");
  if (!(box instanceof HTMLElement) || !words) return;
  const note = noteIn(location.hash);
  words.textContent = note;
  box.hidden = !note;
}

/** @param {HTMLElement} box where a link is made */
function offer(box) {
  const field = box.querySelector("textarea");
  const copy = box.querySelector("button");
  const mail = box.querySelector("a");
  const said = box.querySelector("[role=status]");
  if (!field || !copy || !mail || !said) return;
  const { page = "", title = "" } = box.dataset;
  const update = () => {
    const body = [plain(field.value), linkWith(page, field.value)].filter(Boolean).join("\n\n");
    mail.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
    said.textContent = "";
  };
  field.addEventListener("input", update);
  copy.addEventListener("click", async () => {
    const link = linkWith(page, field.value);
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = "Copied. Paste it wherever you write to your colleague.";
    } catch {
      said.textContent = `Copying is not allowed here. This is the link: ${link}`;
    }
  });
  update();
}

for (const box of document.querySelectorAll("[data-recommend]")) if (box instanceof HTMLElement) offer(box);
document.querySelector("#note button")?.addEventListener("click", () => {
  history.replaceState(null, "", location.pathname + location.search);
  showNote();
  document.querySelector("h1")?.focus();
});
addEventListener("hashchange", showNote);
showNote();
