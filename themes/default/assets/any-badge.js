// Checks whatever is brought to the page for checking any badge: a record, a picture with one inside (as sitegen/badges/bake.py), or a link
// of this site. verify.js fetches this script on that page only, and does the checking.

/** @typedef {{code?: string, credential?: Uint8Array, assertion?: Uint8Array}} Found a code says why there is nothing */

const FILE_BYTES = 5_000_000, BADGE_BYTES = 1_000_000, KEYS_BYTES = 3_000_000, MOST_CHUNKS = 20_000, MOST_ELEMENTS = 50_000, DEEPEST_ELEMENT = 100, MOST_REMARKS = 10_000;

/** @param {Uint8Array} data */
const latin = (data) => Array.from(data, (byte) => String.fromCharCode(byte)).join("");
/** Whether it is a signed token (JWT). @param {Uint8Array} data */
const isToken = (data) => data.length < BADGE_BYTES && /^\s*[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(latin(data));

/** The badge in a file: JSON as it is, or what is baked into a PNG or SVG. @param {Uint8Array} data @returns {Found} */
export function open(data) {
  if (data.length > FILE_BYTES) return { code: "too-large" };
  const after = latin(data.subarray(0, 3)) === "\xef\xbb\xbf" ? 3 : 0;
  const start = latin(data.subarray(data.findIndex((byte, at) => at >= after && byte !== 32 && (byte < 9 || byte > 13))).subarray(0, 1));
  const isPng = latin(data.slice(0, 8)) === "\x89PNG\r\n\x1a\n", isSvg = start === "<";
  const found = isPng ? fromPng(data) : isSvg ? fromSvg(data) : /^[[{]/.test(start) || isToken(data) ? { credential: data } : {};
  const badge = found.credential?.length ? found.credential : found.assertion;
  if (found.code || !badge?.length) return { code: found.code ?? "not-a-badge" };
  return isToken(badge) ? { code: "vc-jwt" } : found;
}

// -------------------------------------------------------------------------------------------------------------------- PNG

const CRC = Int32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

/** @param {Uint8Array} data */
function checksum(data) {
  let sum = -1;
  for (const byte of data) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 255];
  return ~sum;
}

/** @param {Uint8Array} data @returns {Found} */
function fromPng(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.length), damaged = { code: "damaged-picture" };
  /** @type {Record<string, Uint8Array>} */
  const found = {};
  let at = 8, kind = "";
  for (let count = 1; kind !== "IEND"; count++) {
    if (at + 12 > data.length || at + 12 + view.getUint32(at) > data.length) return damaged;
    const end = at + 8 + view.getUint32(at), body = data.subarray(at + 8, end);
    kind = latin(data.subarray(at + 4, at + 8));
    if (checksum(data.subarray(at + 4, end)) !== view.getInt32(end) || count > MOST_CHUNKS || (count === 1) !== (kind === "IHDR")) return damaged;
    const keyword = /^(openbadgecredential|openbadges)(\0|$)/.exec(latin(body.subarray(0, 20)).toLowerCase());
    if (keyword && /^(iTXt|tEXt|zTXt)$/.test(kind)) {
      const name = keyword[1] === "openbadges" ? "assertion" : "credential", rest = body.subarray(keyword[0].length);
      if (name in found) return { code: "two-badges" };
      if (kind !== "tEXt" && (kind === "zTXt" || rest[0] !== 0)) return { code: "packed-badge" };
      if (kind === "iTXt" && (rest[2] !== 0 || rest[3] !== 0)) return damaged;
      found[name] = kind === "tEXt" ? rest : rest.subarray(4);
    }
    at = end + 4;
  }
  return at === data.length ? found : damaged;
}

// -------------------------------------------------------------------------------------------------------------------- SVG

/** @type {Record<string, string>} */
const ELEMENTS = { "https://purl.imsglobal.org/ob/v3p0 credential": "credential", "http://openbadges.org assertion": "assertion" };
/** @param {Element} one */
const fullName = (one) => `${one.namespaceURI} ${one.localName}`;

/** The picture is parsed, never shown: nothing in it can run or be fetched. @param {string} text @returns {Document} */
function parsed(text) {
  const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("picture", { createHTML: (/** @type {string} */ given) => given });
  return new DOMParser().parseFromString(trusted?.createHTML(text) ?? text, "image/svg+xml");
}

/** @param {Uint8Array} data @returns {Found} */
function fromSvg(data) {
  const damaged = { code: "damaged-picture" };
  let text;
  try { text = new TextDecoder("utf-8", { fatal: true }).decode(data); } catch { return damaged; }
  // Only before the first element can there be a DOCTYPE, which may hide anything; so it is not even parsed.
  const before = /\s+|<\?[^]*?\?>|<!--[^]*?-->/y;
  let at = 0;
  while (before.test(text)) at = before.lastIndex;
  if (text.startsWith("<!DOCTYPE", at)) return { code: "unsafe-picture" };
  if ((text.match(/<[?!]/g) ?? []).length > MOST_REMARKS) return damaged; // browsers take minutes over some hundred thousand
  const picture = parsed(text), depths = new Map();
  if (picture.querySelector("parsererror")) return damaged;
  if (fullName(picture.documentElement) !== "http://www.w3.org/2000/svg svg") return { code: "not-a-badge" };
  /** @type {Record<string, Uint8Array>} */
  const found = {};
  for (const one of picture.querySelectorAll("*")) {
    const depth = (depths.get(one.parentNode) ?? 0) + 1, name = ELEMENTS[fullName(one)];
    if (depths.set(one, depth).size > MOST_ELEMENTS || depth > DEEPEST_ELEMENT) return damaged;
    if (name && name in found) return { code: "two-badges" };
    if (name) found[name] = new TextEncoder().encode(((one.getAttribute("verify") ?? "") + one.textContent).trim());
  }
  return found;
}

// ------------------------------------------------------------------------------------------------------------------- page

/** The path on this host of the record that a link, or the bare id of a badge, leads to; "" if it leads elsewhere, and nothing if it is no link.
 * @param {string} text @param {string[]} sites full addresses of the sites whose badges are checked here */
export function recordPath(text, sites) {
  const bare = /^[\da-f]{32}$/.test(text) && `${sites[0]}/badges/${text.slice(0, 2)}/${text}`;
  const link = bare || (/^[\w.-]+(:\d+)?\/\S*$/.test(text) ? "https://" + text : text);
  if (!/^https?:\/\/\S+$/i.test(link)) return undefined;
  const [, site, path] = /^(.*?)(\/badges\/([\da-f]{2})\/\3[\da-f]{30})(?:\.[a-z\d.]+)?\/?$/.exec(link.replace(/[?#].*/, "")) ?? [];
  const home = sites.find((one) => site === one || site === location.origin + new URL(one).pathname.replace(/\/$/, ""));
  return home ? new URL(home + path).pathname + ".json" : "";
}

/** Answers for everything that is brought to the page. `tools` are what verify.js offers. @param {HTMLElement} form @param {any} tools */
export function start(form, { parse, verify, get, trustOf, say, put, homeOf }) {
  let turn = 0;
  const keys = get(form.dataset.keys ?? "", KEYS_BYTES).then((/** @type {Uint8Array} */ data) => parse(data, KEYS_BYTES));
  keys.catch(() => undefined);

  /** @param {{bytes?: Uint8Array, text?: string}} given */
  async function judged({ bytes, text = "" }) {
    const issuers = await keys.catch(() => undefined);
    if (!issuers) return { state: "could-not-finish", facts: { missing: ["keys"] } };
    const path = bytes ? undefined : recordPath(text, issuers.map((/** @type {any} */ one) => homeOf(one.did)?.site));
    if (path === "") return { state: "elsewhere" };
    const data = path ? await get(path, BADGE_BYTES) : bytes ?? new TextEncoder().encode(text);
    if (!data) return { state: "could-not-finish", facts: { missing: ["record"] } };
    return put(await verify(data, { ...trustOf(issuers), open }), data);
  }

  const unknown = { signature: "unknown", key: "unknown", status: "unknown", dates: "unknown" };
  document.addEventListener("badge:given", async (event) => {
    const mine = ++turn;
    say("checking", unknown);
    const { state, checks = unknown, facts } = await judged(/** @type {CustomEvent} */ (event).detail);
    if (mine === turn) say(state, checks, facts);
  });
}
