// Checks a badge in the visitor's browser: the same bytes, questions, order and codes as sitegen/badges/verify.py; tests hold the two
// together. Only this site is asked for anything, and what is not foreseen ends as "cannot tell", never as "valid". Events: see badge.js.

// A verdict is { state, code, checks, issuer, award, list, reason }: checks by name are "passed", "failed" or "not done", and the award is given only
// if its issuer's signature on it was found good. Trust is { issuers, now, list, open, known }: who may sign, the time in milliseconds, how to get a
// status list by its address (nothing if there is none), how to find the badge in a file that may not be JSON, and the digest of a record
// that the build has looked at.

/** Something is not a badge of ours, or not an unaltered one. */
class Refused extends Error {
  constructor(code, reason) { super(code); Object.assign(this, { code, reason }); }
}
const refuse = (code, reason) => { throw new Refused(code, reason); };
const need = (isTrue, code) => isTrue || refuse(code);

const BADGE_BYTES = 1_000_000, LIST_BYTES = 3_000_000, ROW_BYTES = 2_000_000, LEAST_BITS = 131_072, DEEPEST = 32;
const TEXT = 100_000, SKEW = 5 * 60_000, PATIENCE = 20_000;

// ------------------------------------------------------------------------------------------------------------------ terms
// What each member means, as in sitegen/badges/terms.py; a test compares them.

const CREDENTIALS = "https://www.w3.org/ns/credentials/v2", BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#", VC = "https://www.w3.org/2018/credentials#", SCHEMA = "https://schema.org/";
const STATUS = "https://www.w3.org/ns/credentials/status#", SECURITY = "https://w3id.org/security#";
const XSD = "https://www.w3.org/2001/XMLSchema#", TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Names with the addresses they stand for. */
const iris = (base, names) => Object.fromEntries(names.split(" ").map((name) => [name, base + name]));
const members = (base, names, more) => Object.fromEntries(names.split(" ").map((name) => [name, { iri: base + name, ...more }]));
const moments = (base, names, datatype = "http://www.w3.org/2001/XMLSchema#dateTime") => members(base, names, { kind: "moment", datatype });
const links = (base, names) => members(base, names, { kind: "address text", datatype: XSD + "anyURI" });
const part = (base, name, shape, more) => members(base, name, { kind: "node", shape, ...more });
const MANY = { many: true };

const name = members(SCHEMA, "name"), description = members(SCHEMA, "description"), narrative = members(OB, "narrative"), image = part(OB, "image", "image");
const SHAPES = {
  award: [["VerifiableCredential", "OpenBadgeCredential"], "always", name, description, part(VC, "issuer", "profile"), moments(VC, "validFrom validUntil"),
    moments(OB, "awardedDate", "xsd:dateTime"), part(VC, "credentialSubject", "subject"), part(VC, "evidence", "evidence", MANY), part(VC, "credentialStatus", "status")],
  profile: [["Profile"], "always", name, description, image, links(SCHEMA, "url")],
  subject: [["AchievementSubject"], "always", name, part(OB, "identifier", "identity", MANY), part(OB, "achievement", "achievement"),
    part(OB, "result", "result", MANY), part(OB, "source", "profile"), moments(OB, "activityStartDate activityEndDate", XSD + "date")],
  achievement: [["Achievement"], "always", name, description, image, members(OB, "achievementType version"), members(SCHEMA, "inLanguage"),
    { criteria: { iri: OB + "Criteria", kind: "node", shape: "criteria" }, tag: { iri: SCHEMA + "keywords", many: true } },
    part(OB, "alignment", "alignment", MANY), part(OB, "creator", "profile"), part(OB, "resultDescription", "rubric row", MANY)],
  criteria: [null, "maybe", narrative],
  image: ["Image", "always", members(SCHEMA, "caption")],
  alignment: [["Alignment"], "maybe", members(SCHEMA, "targetName targetDescription targetFramework"), links(SCHEMA, "targetUrl"), members(OB, "targetCode targetType")],
  "rubric row": [["ResultDescription"], "always", name, members(OB, "resultType"), links(OB, "requiredLevel"), part(OB, "rubricCriterionLevel", "rubric level", MANY)],
  "rubric level": [["RubricCriterionLevel"], "always", name, description],
  result: [["Result"], "maybe", links(OB, "resultDescription achievedLevel")],
  identity: ["IdentityObject", "never", members(OB, "hashed", { kind: "truth", datatype: XSD + "boolean" }), members(OB, "identityHash identityType salt")],
  evidence: [["Evidence"], "maybe", name, description, narrative, members(SCHEMA, "genre")],
  status: ["BitstringStatusListEntry", "always", members(STATUS, "statusPurpose statusListIndex"), members(STATUS, "statusListCredential", { kind: "address" })],
  "status list": [["VerifiableCredential", "BitstringStatusListCredential"], "always", name, description, members(VC, "issuer", { kind: "address" }),
    moments(VC, "validFrom validUntil"), part(VC, "credentialSubject", "bits")],
  bits: ["BitstringStatusList", "always", members(STATUS, "statusPurpose"), members(STATUS, "encodedList", { datatype: SECURITY + "multibase" })],
  proof: ["DataIntegrityProof", "never", members(SECURITY, "cryptosuite", { datatype: SECURITY + "cryptosuiteString" }), moments("http://purl.org/dc/terms/", "created"),
    members(SECURITY, "verificationMethod", { kind: "address" }), members(SECURITY, "proofPurpose", { kind: "word", words: iris(SECURITY, "assertionMethod") })],
};

export const TERMS = {
  roots: [
    { contexts: [CREDENTIALS, BADGES], shape: "award" },
    { contexts: [CREDENTIALS], shape: "status list" },
    { contexts: [CREDENTIALS, BADGES], shape: "proof" },
    { contexts: [CREDENTIALS], shape: "proof" },
  ],
  shapes: Object.fromEntries(Object.entries(SHAPES).map(([kind, [type, named, ...all]]) => [kind, { type, named, members: Object.assign({}, ...all) }])),
  types: {
    ...iris(VC, "VerifiableCredential"), ...iris(SECURITY, "DataIntegrityProof"), Alignment: SCHEMA + "AlignmentObject",
    ...iris(STATUS, "BitstringStatusListCredential BitstringStatusList BitstringStatusListEntry"),
    ...iris(OB, "OpenBadgeCredential Profile AchievementSubject Achievement Image Evidence Result ResultDescription RubricCriterionLevel IdentityObject"),
  },
  address_starts: ["https://", "http://", "did:", "urn:"],
};

// ------------------------------------------------------------------------------------------------------------------- JSON

/** What is asked of files that this page was not made from. A page in a folder has all that at hand (see zip.js). */
async function strictly() {
  const page = document.querySelector("[data-strict]");
  return typeof strict === "object" ? strict : (await import(page?.dataset.strict ?? "")).strict;
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isPlain = (value, depth) => typeof value !== "number" && (typeof value !== "object" || value === null || (depth < DEEPEST && Object.values(value).every((one) => isPlain(one, depth + 1))));

/** What bytes stand for that somebody may have signed. Text that JSON.stringify would write just so can be read in one way only, and ours is of
 * that kind; all other text goes through the strict reader, which is fetched only then.
 * @param {Uint8Array} data @returns {Promise<any>} */
export async function parse(data, most = BADGE_BYTES) {
  need(data.length <= most, "too-large");
  const written = utf8(data);
  need(!written.startsWith("\ufeff"), "byte-order-mark");
  try {
    const made = JSON.parse(written);
    if (!/\\u|__proto__/.test(written) && isPlain(made, 0) && JSON.stringify(made) === written.trim()) return made;
  } catch { /* The strict reader says what is wrong. */ }
  return (await strictly()).parse(written, refuse);
}
function utf8(data) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return refuse("not-utf-8");
  }
}

/** Whether two values out of JSON are equal; the order of members does not count. */
function same(a, b) {
  if (a === b || typeof a !== "object" || typeof b !== "object" || !a || !b) return a === b;
  const names = Object.keys(a);
  return Array.isArray(a) === Array.isArray(b) && names.length === Object.keys(b).length && names.every((name) => name in b && same(a[name], b[name]));
}

// ------------------------------------------------------------------------------------------------------------- statements
// From a document to its canonical N-Quads (RDFC-1.0), as in sitegen/badges/quads.py, values.py and labels.py.

/** A part without an id (a blank node). */
class Unnamed { print = ""; label = ""; }

const ABSOLUTE = new RegExp(`^(?:${TERMS.address_starts.join("|")})[!#-;=?-[\\]_a-z~]+$`);

/** How each kind of value is written. */
const WRITE = {
  text(value) {
    need(typeof value === "string", "not-text");
    need(!/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(value), "control-character");
    return value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t").replaceAll("\r", "\\r");
  },
  truth: (value) => (typeof value === "boolean" ? String(value) : refuse("not-true-or-false")),
  moment(value) {
    need(typeof value === "string", "not-text");
    need(!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(value), "date-without-zone");
    need(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value), "date-form");
    const read = new Date(value);
    need(value > "0001" && !isNaN(+read) && read.toISOString() === value.replace("Z", ".000Z"), "no-such-date");
    return value;
  },
  address(value) {
    need(typeof value === "string", "not-text");
    return ABSOLUTE.test(value) ? value : refuse(/^[a-z][a-z0-9+.-]*:./s.test(value) ? "address-form" : "address-not-absolute");
  },
  word(value, words) {
    need(typeof value === "string", "wrong-word");
    return Object.hasOwn(words, value) ? words[value] : refuse("wrong-word");
  },
};
WRITE["address text"] = WRITE.address;

/** The statements of a document. */
function statements(document) {
  const quads = [];
  const known = new Map();
  need(isObject(document), "not-an-object");
  const { "@context": _, ...whole } = document;
  walk(whole, kindOf(document));
  return quads;
  function walk(given, kind) {
    const { type, named, members } = TERMS.shapes[kind];
    need(isObject(given), "not-an-object");
    need(same(given.type ?? null, type), "wrong-type");
    const hasId = "id" in given;
    need(named !== (hasId ? "never" : "always"), hasId ? "unknown-member" : "id-missing");
    const subject = hasId ? `<${WRITE.address(given.id, {})}>` : new Unnamed();
    need(same(known.get(subject) ?? given, given), "id-used-twice");
    known.set(subject, given);
    for (const one of [type ?? []].flat()) quads.push([subject, ` <${TYPE}> <${TERMS.types[one]}> .\n`]);
    for (const [name, value] of Object.entries(given)) {
      if (name === "id" || (name === "type" && type)) continue;
      need(Object.hasOwn(members, name), name === "@context" ? "inline-context" : "unknown-member");
      const { iri, kind = "text", datatype, shape, many, words } = members[name];
      const [before, after] = kind === "node" ? ["", ""] : kind === "address" || kind === "word" ? ["<", ">"] : ['"', '"'];
      const things = (many ? listed(value) : [value]).map((one) => (shape ? walk(one, shape) : WRITE[kind](one, words)));
      need(new Set(things).size === things.length, "repeated");
      for (const one of things) quads.push([subject, ` <${iri}> ${before}`, one, `${after}${datatype ? `^^<${datatype}>` : ""} .\n`]);
    }
    return subject;
  }
}
const listed = (value) => (!Array.isArray(value) ? refuse("not-a-list") : value.length ? value : refuse("empty-list"));

/** Which kind of document it is, by its type and the exact list of its contexts. */
function kindOf({ type, "@context": contexts }) {
  const roots = TERMS.roots.filter((root) => same(TERMS.shapes[root.shape].type, type));
  need(roots.length > 0, "unknown-type");
  return (roots.find((root) => same(root.contexts, contexts)) ?? refuse([contexts].flat().some(isObject) ? "inline-context" : "foreign-context")).shape;
}

/** The one canonical text of a document. @param {any} document @returns {Promise<string>} */
export async function nquads(document) {
  const quads = statements(document), own = new Map(), alike = new Map();
  for (const quad of quads) for (const one of quad) if (one instanceof Unnamed) own.set(one, [...(own.get(one) ?? []), quad]);
  await Promise.all([...own].map(async ([one, about]) => {
    one.print = hex(await sha256(lines(about, one).join("")));
    alike.set(one.print, 1 + (alike.get(one.print) ?? 0));
  }));
  // Parts that are alike and touch no other unnamed part have the same statements, so any order of them gives the same text.
  const isAlike = ({ print }) => alike.get(print) > 1;
  need(!quads.some(([from, , to]) => from instanceof Unnamed && to instanceof Unnamed && (isAlike(from) || isAlike(to))), "alike-without-id");
  const order = [...own.keys()].sort((a, b) => +isAlike(a) - +isAlike(b) || (a.print < b.print ? -1 : 1));
  order.forEach((one, place) => { one.label = `_:c14n${place}`; });
  return [...new Set(lines(quads))].join("");
}

/** The lines, sorted; as seen from one unnamed part, that is `_:a` and others are `_:z`. */
function lines(quads, seen) {
  const written = (piece) => (!(piece instanceof Unnamed) ? piece : !seen ? piece.label : piece === seen ? "_:a" : "_:z");
  return quads.map((quad) => quad.map(written).join("")).sort(byCodePoints);
}

/** Where a UTF-16 unit stands in the order of code points. */
const rank = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
function byCodePoints(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length && at < b.length ? rank(a.charCodeAt(at)) - rank(b.charCodeAt(at)) : a.length - b.length;
}

// -------------------------------------------------------------------------------------------------------------- signature
const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", typeof data === "string" ? new TextEncoder().encode(data) : data));
const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes that base58 text stands for; none if it is no such text. */
function base58(written) {
  let number = 0n;
  for (const sign of written.length > 200 ? "0" : written) {
    const value = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".indexOf(sign);
    if (value < 0) return [];
    number = number * 58n + BigInt(value);
  }
  const bytes = [...written.replace(/[^1].*/s, "")].map(() => 0), zeros = bytes.length;
  for (; number; number >>= 8n) bytes.splice(zeros, 0, Number(number & 255n));
  return bytes;
}

const PRIME = 2n ** 255n - 19n, EIGHTH = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
const SMALL = [0n, 1n, PRIME - 1n, EIGHTH, PRIME - EIGHTH];

/** The 32 bytes of a public key (`z6Mk…`); those nobody may use are refused: of small order, or written in a second way (model/keys.py).
 * @param {string} written */
export function publicKey(written) {
  const [first, second, ...key] = written.startsWith("z6Mk") ? base58(written.slice(1)) : [];
  need(first === 0xed && second === 1 && key.length === 32, "wrong-key");
  const y = BigInt.asUintN(255, BigInt("0x" + hex(Uint8Array.from(key).reverse())));
  need(y < PRIME && !SMALL.includes(y), "weak-key");
  return Uint8Array.from(key);
}

const OPTIONS = { type: "DataIntegrityProof", cryptosuite: "eddsa-rdfc-2022", created: "", verificationMethod: "", proofPurpose: "assertionMethod" };

/** The key (`z6Mk…`) whose signature fits the document (proof.py); the proof names it under the DID of the document's issuer. */
async function checkProof(document) {
  need(isObject(document), "not-an-object");
  const { proof: proofs = [], ...unsigned } = document;
  need(Array.isArray(proofs), "not-a-list");
  need(proofs.length === 1, proofs.length ? "two-proofs" : "no-proof");
  const { proofValue: value, ...options } = isObject(proofs[0]) ? proofs[0] : {};
  need(same(Object.keys(options).sort(), Object.keys(OPTIONS).sort()) && [value, ...Object.values(options)].every((one) => typeof one === "string"), "wrong-proof");
  need(options.type === OPTIONS.type && options.cryptosuite === OPTIONS.cryptosuite, "wrong-signature-kind");
  need(options.proofPurpose === OPTIONS.proofPurpose, "wrong-purpose");
  const [, did, named] = /^([^#]+)#(.+)$/s.exec(options.verificationMethod) ?? refuse("wrong-method");
  need((isObject(document.issuer) ? document.issuer.id : document.issuer) === did, "wrong-method");
  const signature = Uint8Array.from(value.startsWith("z") ? base58(value.slice(1)) : []);
  need(signature.length === 64, "wrong-signature");
  const raw = publicKey(named);
  const config = await sha256(await nquads({ "@context": document["@context"], ...options }));
  const signed = Uint8Array.from([...config, ...(await sha256(await nquads(unsigned)))]);
  const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
  need(await crypto.subtle.verify("Ed25519", key, signature, signed), "altered");
  return named;
}

// ------------------------------------------------------------------------------------------------------------------- form
// What our badges say. That they say nothing else is looked at by strict.js, unless the build has done so with the very same bytes.

/** The site and the slug in an issuer's DID (did.py). */
function homeOf(did) {
  const [, host, path, slug] = /^did:web:([a-z0-9.-]+(?:%3A\d{1,5})?)((?::(?:[\w.-]|%7E)+)*):issuers:([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(did) ?? [];
  return slug ? { site: `https://${host.replaceAll("%3A", ":")}${path.replaceAll(":", "/").replaceAll("%7E", "~")}`, slug } : null;
}
const listAddress = ({ site, slug }, purpose) => `${site}/status/${slug}${purpose === "suspension" ? ".suspended" : ""}.json`;

/** What a credential says that would have been written so by this site. */
function readAward({ id, name: title, issuer, evidence = [], credentialSubject: subject, credentialStatus: status, validFrom: issued, validUntil: expires = "", awardedDate: awarded }) {
  const { identifier: [mark] = [], result: results = [], achievement: { resultDescription: rubric = [] } } = subject;
  const reached = results.map(({ resultDescription, achievedLevel }) => {
    const row = rubric.find((one) => one.id === resultDescription);
    return [row.name, row.rubricCriterionLevel.find((one) => one.id === achievedLevel).name];
  });
  return {
    name: subject.name ?? "", title, issuer: issuer.id, awarded, issued, expires, index: +status.statusListIndex, address: id, home: homeOf(issuer.id), mark,
    row: reached.map(([row]) => row), level: reached.map(([, level]) => level), evidence: evidence.map((piece) => piece.name),
  };
}

/** Refuses, unless the issuer lists the key, trusts it, and used it on all these days (signer.py). */
function requireKey(issuers, did, key, moments) {
  const issuer = issuers.find((one) => one.did === did) ?? refuse("unknown-issuer");
  const mine = issuer.keys.find((one) => one.key === key) ?? refuse(issuers.some((one) => one.keys.some((other) => other.key === key)) ? "foreign-key" : "unknown-key");
  if (mine.compromised) refuse("key-compromised", mine.compromised.reason);
  need(moments.every((moment) => mine.from <= moment.slice(0, 10) && (!mine.until || moment.slice(0, 10) <= mine.until)), "key-time");
}

// ----------------------------------------------------------------------------------------------------------- status lists

/** All bytes of a stream, counted as they come; refused are more than `most`. */
async function gathered(stream, most) {
  const pieces = [], reader = stream.getReader();
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    pieces.push(value);
    if ((size += value.length) > most) {
      reader.cancel();
      refuse("status-bomb");
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The bits in the text of a list (bits.py). They are unpacked piece by piece and counted: a small text can become gigabytes.
 * @param {string} written */
export async function unpacked(written) {
  need(/^u[\w-]+$/.test(written), "status-damaged");
  let at = 0;
  try {
    const packed = Uint8Array.from(atob(written.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    const pieces = new ReadableStream({ pull: (to) => (at < packed.length ? to.enqueue(packed.slice(at, (at += 1024))) : to.close()) }, { highWaterMark: 0 });
    const bits = await gathered(pieces.pipeThrough(new DecompressionStream("gzip")), ROW_BYTES);
    return bits.length * 8 < LEAST_BITS ? refuse("status-short") : bits;
  } catch (error) {
    return refuse(error instanceof Refused ? error.code : "status-damaged");
  }
}

/** A list, or the code why it cannot be trusted (status.py, trust.py). */
async function readList(data, address, trust) {
  try {
    const document = await parse(data, LIST_BYTES);
    need(isObject(document), "status-form");
    const key = await checkProof(document);
    const { id, issuer, validFrom: at, description = "-", credentialSubject: { id: list, statusPurpose, encodedList } = {}, ...more } = document;
    need(issuer && at && description && description.length < TEXT && encodedList && /^(revocation|suspension)$/.test(statusPurpose) && !more.name && !more.validUntil, "status-form");
    const home = homeOf(issuer);
    need(!!home && id === listAddress(home, statusPurpose) && list === id + "#list", "status-other");
    const bits = await unpacked(encodedList);
    requireKey(trust.issuers, issuer, key, [at]);
    need(id === address, "status-other");
    need(Date.parse(at) <= trust.now + SKEW, "status-future");
    const reasons = [...description.matchAll(/^(0|[1-9]\d{0,6}): (\S.*)$/gm)].map(([, index, words]) => [+index, words]);
    return { at, bits, reasons: new Map(reasons) };
  } catch (error) {
    if (error instanceof Refused) return { code: "status-" + error.code.replace(/^status-/, "") };
    throw error;
  }
}

/** Whether the issuer has revoked or suspended an award (holding.py). The second list is needed only if the first one names the award. */
async function statusOf({ home, index }, trust) {
  const list = async (purpose, isNeeded) => {
    const address = listAddress(home, purpose), data = await trust.list(address, isNeeded);
    return data && readList(data, address, trust);
  };
  /** Bit 0 is the highest of the first byte. */
  const has = (one) => ((one?.bits?.[index >> 3] ?? 0) & (0x80 >> (index & 7))) > 0;
  const revoked = await list("revocation", true), suspended = await list("suspension", has(revoked));
  const code = revoked?.code ?? suspended?.code ?? (revoked && index >= revoked.bits.length * 8 && "status-index");
  if (code) return { state: "status-unusable", code };
  let state = has(suspended) ? "suspended" : has(revoked) ? "revoked" : "valid";
  if (!revoked) state = "status-missing";
  else if (has(suspended) && !has(revoked)) state = "status-rolled-back";
  return { state, code: state, list: revoked?.at, reason: state === "valid" ? "" : (has(suspended) ? suspended : revoked)?.reasons.get(index) };
}

// ---------------------------------------------------------------------------------------------------------------- verdict
const texts = (value) => [value].flat().filter((one) => typeof one === "string");

/** The first checks: each needs what the one before found, and the first that fails decides (steps.py, bake.py, origin.py). */
const FIRST = {
  async file(one) {
    const { code, credential, assertion } = (await one.trust.open?.(one.data)) ?? { credential: one.data };
    if (code) refuse(code);
    one.document = await parse(credential?.length ? credential : assertion);
    one.copy = credential?.length && assertion;
  },
  origin({ document, trust: { issuers } }) {
    need(isObject(document), "not-a-badge");
    const { id, type, issuer } = document;
    if (texts(document["@context"]).some((one) => one.startsWith("https://w3id.org/openbadges/"))) {
      refuse(issuers.some((one) => texts(id)[0]?.startsWith(`${homeOf(one.did)?.site}/badges/`)) ? "open-badges-2-copy" : "open-badges-2");
    }
    need(texts(type).some((one) => one === "OpenBadgeCredential" || one === "AchievementCredential"), "not-a-badge");
    const did = isObject(issuer) ? issuer.id : issuer;
    need(typeof did === "string", "not-a-badge");
    need(issuers.some((one) => one.did === did), "unknown-issuer");
  },
  async signature(one) { one.key = await checkProof(one.document); },
  async form(one) {
    if (hex(await sha256(one.data)) !== one.trust.known) (await strictly()).requireForm(one.document, { refuse, TERMS, homeOf, listAddress });
    one.award = readAward(one.document);
    if (one.copy?.length) need((await parse(one.copy))?.id === one.award.address.replace(/json$/, "ob2.json"), "two-badges");
  },
  key({ award, document, key, trust }) {
    const { created } = document.proof[0];
    requireKey(trust.issuers, award.issuer, key, [award.issued, created]);
    if (Date.parse(created) > trust.now + SKEW) refuse("signed-in-future", created);
  },
};

/** The state that a code leads to, whichever check it comes from; and that all other codes of a check lead to. */
const STATES = {
  "not-a-badge": "not-a-badge", "vc-jwt": "elsewhere", "open-badges-2-copy": "cannot-tell", "foreign-key": "foreign-key", "key-compromised": "key-compromised",
  "key-time": "key-time", "signed-in-future": "not-yet-valid", file: "not-a-badge", origin: "elsewhere", signature: "altered", form: "altered", key: "unknown-key",
};
/** Of several reasons why a genuine award does not hold, the first of these is named; what is not known comes after them. */
const ORDER = ["revoked", "suspended", "not-yet-valid", "expired"];

/** The verdict on the badge in the bytes of a JSON, PNG or SVG file; nothing is thrown. */
export async function verify(data, trust) {
  const one = { data, trust };
  const checks = Object.fromEntries([...Object.keys(FIRST), "status", "start", "end"].map((name) => [name, "not done"]));
  let name = "";
  try {
    for (name in FIRST) {
      await FIRST[name](one);
      checks[name] = "passed";
    }
    return await weighed(one.award, trust, checks);
  } catch (error) {
    if (!(error instanceof Refused)) return { state: "cannot-tell", code: "unforeseen", checks: {} };
    checks[name] = "failed";
    return { state: STATES[error.code] ?? STATES[name], code: error.code, checks, reason: error.reason };
  }
}

/** The verdict on a genuine award: the weightiest reason against it, if there is one (holding.py). */
async function weighed(award, trust, checks) {
  const { list, reason, ...status } = await statusOf(award, trust);
  const start = Date.parse(award.issued) > trust.now + SKEW ? "not-yet-valid" : "valid";
  const end = award.expires && Date.parse(award.expires) <= trust.now ? "expired" : "valid";
  const found = { status, start: { state: start, code: start }, end: { state: end, code: end } };
  for (const [name, { state }] of Object.entries(found)) checks[name] = state === "valid" ? "passed" : ORDER.includes(state) ? "failed" : "not done";
  const against = Object.values(found).filter(({ state }) => state !== "valid").sort((a, b) => (ORDER.indexOf(a.state) >>> 0) - (ORDER.indexOf(b.state) >>> 0));
  return { ...(against[0] ?? status), checks, issuer: trust.issuers.find((one) => one.did === award.issuer)?.name, award, list, reason };
}

// ------------------------------------------------------------------------------------------------------------------- page

/** The files that a page in a folder brings along, by path: it can fetch none. */
const kept = JSON.parse(document.querySelector("#kept")?.textContent ?? "null");

/** The bytes of a file of this site; nothing if it cannot be had, or has too many. @param {string} path @param {number} most */
export async function get(path, most) {
  if (kept) return path in kept ? new TextEncoder().encode(kept[path]) : null;
  try {
    const answer = await fetch(path, { mode: "same-origin", redirect: "error", cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? await gathered(answer.body, most) : null;
  } catch {
    return null;
  }
}

/** What a check on this site rests on. Every list is fetched once, and the second one only if it is needed and the issuer has one. @param {any[]} issuers */
export function trustOf(issuers, asked = {}) {
  for (const { did, suspends } of issuers) if (suspends === false) asked[new URL(listAddress(homeOf(did), "suspension")).pathname] = null;
  const list = async (address, isNeeded) => {
    const path = new URL(address).pathname;
    return isNeeded ? (path in asked ? asked[path] : asked[path] = get(path, LIST_BYTES)) : null;
  };
  return { issuers, now: Date.now(), list };
}

/** Tells the page how a badge stands. @param {string} state @param {object} [checks] @param {object} [facts] */
export const say = (state, checks = {}, facts = {}) => document.dispatchEvent(new CustomEvent("badge:checked", { detail: { state, checks, facts } }));

const SAID = { "not-yet-valid": "not-yet", "foreign-key": "unknown-key", "key-time": "key-problem", "key-compromised": "key-problem" };
const UNFINISHED = ["cannot-tell", "status-missing", "status-rolled-back", "status-unusable"];

/** A verdict as the page puts it: a state, the answer to each question, and facts. */
export async function put({ state, code, checks, issuer, award, list, reason }, data) {
  const answer = (...names) => (names.every((name) => checks[name] === "passed") ? "pass" : names.some((name) => checks[name] === "failed") ? "fail" : "unknown");
  const missing = { unforeseen: isSecureContext ? "browser" : "secure", "open-badges-2-copy": "record" }[code] ?? "status";
  return {
    state: UNFINISHED.includes(state) ? "could-not-finish" : state === "altered" && code !== "altered" ? "not-readable" : SAID[state] ?? state,
    checks: { signature: answer("signature", "form"), key: answer("key"), status: answer("status"), dates: answer("start", "end") },
    facts: {
      missing: [missing], sha256: isSecureContext ? hex(await sha256(data)) : "", list, reason, until: award?.expires, from: award?.issued ?? reason,
      ...(award && { name: award.name, title: award.title, mark: award.mark, issuer, awarded: award.awarded, page: new URL(award.address).pathname.replace(/\.json$/, "") }),
    },
  };
}

/** In what the page shows something else than the record: what stands under `data-says`, and whose record it says it is. */
function differences(award, page, state) {
  const parts = { name: "name", title: "title", awarded: "dates", expires: "dates", issued: "dates", row: "rubric", level: "rubric", evidence: "evidence" };
  const found = Object.keys(parts).filter((what) => {
    const shown = [...document.querySelectorAll(`[data-says="${what}"]`)].map((one) => one.dateTime ?? one.textContent);
    return !same(...[shown, [award[what]].flat()].map((texts) => texts.filter(Boolean).map((text) => text.replace(/\s+/g, " ").trim())));
  }).map((what) => parts[what]);
  if (award.issuer !== page.did) found.push("issuer");
  if (new URL(award.address).pathname !== page.record) found.push("record");
  if (state === "valid" && /revoked|suspended/.test(document.querySelector("[data-known]").dataset.known)) found.push("standing");
  return [...new Set(found)];
}

/** Checks the badge whose page this is, or whatever is given in place of its record. */
async function checkPage(page, given) {
  const record = given ?? get(page.record, BADGE_BYTES), lists = { [page.status]: get(page.status, LIST_BYTES) };
  if (page.suspended === "") lists[page.status.replace(/json$/, "suspended.json")] = Promise.resolve(null); // The issuer has none, so none is asked for.
  const trust = { ...trustOf([JSON.parse(document.querySelector("#keys").textContent)], lists), known: page.digest };
  const data = await record;
  if (!data) return say("could-not-finish", {}, { missing: ["record"] });
  const verdict = await verify(data, trust), { state, checks, facts } = await put(verdict, data);
  const differs = verdict.award && differences(verdict.award, page, state);
  const isOther = differs?.length && ["valid", "expired", "not-yet"].includes(state);
  const told = { "not-a-badge": "altered", "not-readable": "altered", elsewhere: "page-differs" }[state] ?? state;
  say(isOther ? "page-differs" : told, { ...checks, page: !differs ? "unknown" : differs.length ? "fail" : "pass" }, { ...facts, differs: differs ?? ["issuer"] });
}

const page = document.querySelector("[data-record]"), form = document.querySelector("form[data-take]");
if (page instanceof HTMLElement) checkPage(page.dataset).catch(() => say("could-not-finish", {}, { missing: ["keys"] }));
if (form instanceof HTMLFormElement) import(form.dataset.script ?? "").then(({ start }) => start(form, { parse, verify, get, trustOf, say, put, homeOf }));
