// @ts-check
// A badge to take along: its page, its record and all that a check needs, in a folder that can be opened years later without this site. keep.js
// fetches this script when somebody asks for that. What is put in are the bytes that the site publishes; the check in the folder is the same one.
//
// A page in a folder cannot fetch, and can load no module. So the files stand in the page as text, in an element that does not run (`#kept`), and
// the scripts come as one that is no module (offline.js).

/** @typedef {{name: string, data: Uint8Array}} File */

const CRC = Int32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

/** @param {Uint8Array} data */
function checksum(data) {
  let sum = -1;
  for (const byte of data) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 255];
  return ~sum >>> 0;
}

/** A record of a zip: its sign, and numbers of two or four bytes. @param {number} sign @param {[number, number][]} numbers */
function head(sign, numbers) {
  const data = new Uint8Array(4 + numbers.reduce((sum, [, size]) => sum + size, 0)), view = new DataView(data.buffer);
  view.setUint32(0, sign, true);
  let at = 4;
  for (const [number, size] of numbers) {
    if (size === 2) view.setUint16(at, number, true);
    else view.setUint32(at, number, true);
    at += size;
  }
  return data;
}

/** The files as a zip. Nothing is packed, and no time is written: the same files always give the same bytes. @param {File[]} files */
export function zip(files) {
  /** @type {Uint8Array[]} */
  const parts = [], index = [];
  let at = 0;
  for (const { name, data } of files) {
    const text = new TextEncoder().encode(name), sum = checksum(data);
    // version 2.0, names in UTF-8, stored, 1 January 1980
    /** @type {[number, number][]} */
    const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [sum, 4], [data.length, 4], [data.length, 4], [text.length, 2], [0, 2]];
    const local = head(0x04034b50, common);
    parts.push(local, text, data);
    index.push(head(0x02014b50, [[20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), text);
    at += local.length + text.length + data.length;
  }
  const size = index.reduce((sum, part) => sum + part.length, 0);
  return new Blob(/** @type {BlobPart[]} */ ([...parts, ...index, head(0x06054b50, [[0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]])]), { type: "application/zip" });
}

/** @param {string} path @returns {Promise<Uint8Array>} */
async function bytes(path) {
  const answer = await fetch(path, { mode: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(path);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A page of this site as it is published, without running anything in it. @param {string} path @returns {Promise<Document>} */
const page = (path) => new Promise((done, fail) => {
  const asked = new XMLHttpRequest();
  asked.responseType = "document";
  asked.onload = () => (asked.response ? done(asked.response) : fail(new Error(path)));
  asked.onerror = () => fail(new Error(path));
  asked.open("GET", path);
  asked.send();
});

/** What a page in a folder is allowed: its own files, and nothing from anywhere else. */
const POLICY = "default-src 'none'; script-src file:; style-src file:; img-src file:; base-uri 'none'; form-action 'none'";

/** Writes JSON so that it can stand inside an element. @param {object} value */
const inside = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Gives a copy every text that there is; texts named `kept.…` take the place of those that are right only on the site.
 * @param {Document} copy @param {HTMLTemplateElement} own @param {HTMLTemplateElement} all @param {string} home */
function fillTexts(copy, own, all, home) {
  const day = new Date().toISOString().slice(0, 10), shown = new Intl.DateTimeFormat(copy.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  own.content.replaceChildren(...[...all.content.children].map((text) => copy.importNode(text, true)));
  for (const time of own.content.querySelectorAll("[data-day]")) {
    time.setAttribute("datetime", day);
    time.textContent = shown.format(new Date(day));
  }
  for (const link of own.content.querySelectorAll("[data-home]")) link.setAttribute("href", home);
  for (const text of own.content.querySelectorAll("[data-text^='kept.']")) {
    const name = (text.getAttribute("data-text") ?? "").slice(5), plain = own.content.querySelector(`[data-text="${name}"]`);
    plain?.remove();
    if (plain) text.setAttribute("data-text", name);
  }
  const note = own.content.querySelector("[data-text='kept.note'] > *");
  if (note) copy.querySelector("article")?.before(copy.importNode(note, true));
}

/** What has no place, or no use, in a folder. */
const GONE = "script:not(#keys), link:not([rel=canonical]), meta[http-equiv], .skip, .top, .foot, .share, #person, .late, .paper";

/** The page as it stands in the folder. @param {Document} copy @param {Document} any the page for checking any badge
 * @param {Record<string, string>} kept the files that the check asks for, by path @param {Record<string, string>} pictures where they stand, by path */
function settled(copy, any, kept, pictures) {
  const home = copy.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href, own = copy.querySelector("#texts"), all = any.querySelector("#texts");
  for (const one of copy.querySelectorAll(GONE)) one.remove();
  for (const link of copy.querySelectorAll("a[href]:not([href^='#'])")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", home).href);
  for (const picture of copy.querySelectorAll("img")) picture.setAttribute("src", pictures[picture.getAttribute("src") ?? ""]);
  for (const name of ["data-digest", "data-tools", "data-words", "data-strict"]) copy.querySelector(`[${name}]`)?.removeAttribute(name);
  if (own instanceof HTMLTemplateElement && all instanceof HTMLTemplateElement) fillTexts(copy, own, all, home);
  const added = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n<link rel="stylesheet" href="files/page.css">\n<script type="application/json" id="kept">${inside(kept)}</script>\n<script defer src="files/check.js"></script>\n`;
  return `<!doctype html>\n${copy.documentElement.outerHTML.replace("<title>", () => `${added}<title>`)}\n`;
}

/** The zip for the badge of this page. @param {HTMLElement} button @returns {Promise<{file: Blob, name: string}>} */
export async function folder(button) {
  const { record = "", status = "", suspended = "" } = document.querySelector("[data-record]") instanceof HTMLElement ? /** @type {HTMLElement} */ (document.querySelector("[data-record]")).dataset : {};
  const [copy, any] = await Promise.all([page(location.pathname), page(button.dataset.words ?? "")]);
  const picture = record.replace(/json$/, "png"), name = `badge-${record.slice(-37, -29)}`;
  const style = copy.querySelector("link[rel=stylesheet]")?.getAttribute("href") ?? "";
  const drawn = [...new Set([...copy.querySelectorAll("img")].map((one) => one.getAttribute("src") ?? ""))];
  /** @type {Record<string, string>} */
  const pictures = Object.fromEntries(drawn.map((path, at) => [path, `files/picture-${at + 1}.${path.split(".").pop()}`]));
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** @type {Record<string, string>} */
  const places = { [record]: "badge.json", [status]: "status.json", ...(suspended && { [suspended]: "status.suspended.json" }), [style]: "files/page.css", [button.dataset.offline ?? ""]: "files/check.js", ...pictures };
  const files = await Promise.all(Object.entries(places).map(async ([path, name]) => ({ path, name, data: await bytes(path) })));
  const baked = await bytes(picture).catch(() => null);
  const kept = Object.fromEntries(files.filter(({ name }) => /^[\w.]+json$/.test(name)).map(({ path, data }) => [path, text.decode(data)]));
  const encoder = new TextEncoder(), keys = copy.querySelector("#keys")?.textContent ?? "";
  const all = [{ name: "open-me.html", data: encoder.encode(settled(copy, any, kept, pictures)) }, ...files, { name: "keys.json", data: encoder.encode(keys) }, ...(baked ? [{ name: "badge.png", data: baked }] : [])];
  return { file: zip(all.map((file) => ({ name: `${name}/${file.name}`, data: file.data }))), name: `${name}.zip` };
}
