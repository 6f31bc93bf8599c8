// @ts-check
// Answers a question over the published index (data/search/), in the browser: nothing of it is sent anywhere.
// sitegen/search/ does the same in Python, and a test holds the two together: whole numbers up to the last division, in the
// same order. What stands in which file is said in sitegen/search/formats.py.

/**
 * @typedef {{term: string, rarity: number, documents: number[], levels: number[]}} Term
 * @typedef {{numbers: ArrayLike<number>, size: number}} Direction
 * @typedef {{text: string, words: string[], phrases: string[][], demands: {field: string, words: string[]}[], unfinished: string, unknown: string[]}} Question
 * @typedef {{slug: string, title: string, summary: string, problems: string[], [more: string]: any}} Shown
 * @typedef {{card: Shown, near?: string[], about?: string, stems?: string[]}} Card
 * @typedef {{name: string, values: [string, string][], column: string, of?: string[]}} Facet
 * @typedef {{weights: Map<string, number>, terms: Map<string, Term>, completions: Term[], meaning: string[], mended: Map<string, string>, growing: string, spoken: Map<string, string>, strange: string[]}} Asked
 *   `growing` is a word that may not be whole yet; `strange` are words that say something and that no document has.
 * @typedef {{scores: Float64Array, words: Float64Array, meaning: Float64Array, echo: Float64Array}} Shares
 * @typedef {{asked: Asked, missed: string[], unknown: string[], wish: Direction | null, shares: Shares, problems: Map<number, string>, whole: boolean, lacking: boolean}} Answer
 *   `shares.scores` is NaN for documents that are no answers; `whole` says whether meaning was looked at as far as there is any;
 *   `lacking` whether a file was missing on the way.
 */

const WORDS = 0.8, FEW = 4.5, ECHO = 0.4, ECHOES = 3, CANDIDATES = 10;
const NEAR = 0.2, SHARED = 0.8, STATEMENT = 0.3, STATEMENTS = 10;
const TYPED = 2, ADDED = 1, LEVELS = 31;
const MOST_LETTERS = 1000, MOST_WORDS = 64, MOST_WISHES = 8, MOST_IN_ENTRY = 4, MOST_MENDED = 5, MOST_COMPLETIONS = 20, SHORTEST_BEGINNING = 3;
const LOOKED_AT = 32, LONGEST = 40, ZERO = 72;
const FIELDS = ["body", "method", "competency", "summary", "problems", "title"], MASKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", MASKED_LEAVES = 16;
export const FIELD_NAMES = [...FIELDS, "issuer", "focus"];
const VERSION = 1, PATIENCE = 10_000, AT_ONCE = 120;

// ------------------------------------------------------------------------------------------------------------------ words

/** @param {string} text @returns {string[]} its words in small letters, without apostrophes */
export function words(text) {
  const found = text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];
  return found.map((word) => {
    const plain = word.replace(/['’]/g, "");
    return plain.length > LONGEST ? [...plain].slice(0, LONGEST).join("") : plain;
  });
}

const REGION = /^[^aeiouy]*[aeiouy]+[^aeiouy]/u;
const SHORT = /^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/u;
/** @param {string} pairs @returns {[string, string][]} */
const table = (pairs) => pairs.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":")));
const WHOLE_WORDS = new Map(table("skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes"));
const LEFT_ALONE = new Set("inning outing canning herring earring proceed exceed succeed".split(" "));
const SECOND = table("ization:ize ational:ate fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less entli:ent ation:ate alism:al aliti:al ousli:ous iviti:ive fulli:ful enci:ence anci:ance abli:able izer:ize ator:ate alli:al bli:ble ogi:og li:");
const THIRD = table("ational:ate tional:tion alize:al icate:ic iciti:ic ative: ical:ic ness: ful:");
const FOURTH = "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize".split(" ");

/** @param {string} word @param {number} [from] where the part of a word begins that follows its first syllable */
const region = (word, from = 0) => from + (REGION.exec(word.slice(from))?.[0].length ?? word.length - from);
/** @param {string} word */
const firstRegion = (word) => (/^(?:gener|arsen)/.test(word) ? 5 : word.startsWith("commun") ? 6 : region(word));
/** @param {string} word @param {number} count */
const less = (word, count) => word.slice(0, word.length - count);

/** @param {string} word without its ending, which is mended to be a word again */
function whole(word) {
  if (/(?:at|bl|iz)$/.test(word)) return word + "e";
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) return less(word, 1);
  return SHORT.test(word) && firstRegion(word) === word.length ? word + "e" : word;
}

/** @param {string} word */
function withoutPlural(word) {
  if (word.endsWith("sses")) return less(word, 2);
  if (/ie[ds]$/.test(word)) return less(word, word.length > 4 ? 2 : 1);
  return word.endsWith("s") && !/[us]s$/.test(word) && /[aeiouy]./u.test(less(word, 1)) ? less(word, 1) : word;
}

/** @param {string} word @param {number} first */
function withoutTense(word, first) {
  const agreed = /eed(?:ly)?$/.exec(word)?.[0];
  if (agreed) return word.length - agreed.length >= first ? less(word, agreed.length - 2) : word;
  const ending = /(?:ed|ing)(?:ly)?$/.exec(word)?.[0];
  return ending && /[aeiouy]/.test(less(word, ending.length)) ? whole(less(word, ending.length)) : word;
}

/** @param {string} word @param {[string, string][]} endings @param {(ending: string, rest: string) => boolean} may */
function exchanged(word, endings, may) {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const rest = less(word, found[0].length);
  return may(found[0], rest) ? rest + found[1] : word;
}

/** @param {string} word @param {number} first @param {number} second */
function withoutEnding(word, first, second) {
  const ending = FOURTH.find((one) => word.endsWith(one));
  if (ending) word = word.length - ending.length >= second ? less(word, ending.length) : word;
  else if (/[st]ion$/.test(word) && word.length - 3 >= second) word = less(word, 3);
  if (word.endsWith("l")) return word.length - 1 >= second && word.endsWith("ll") ? less(word, 1) : word;
  const dropped = word.endsWith("e") && (word.length - 1 >= second || (word.length - 1 >= first && !SHORT.test(less(word, 1))));
  return dropped ? less(word, 1) : word;
}

/** Porter's second stemmer for English. @param {string} word in small letters */
export function stem(word) {
  if ([...word].length <= 2) return word;
  const known = WHOLE_WORDS.get(word);
  if (known) return known;
  word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const first = firstRegion(word), second = region(word, first);
  word = withoutPlural(word);
  if (LEFT_ALONE.has(word)) return word;
  word = withoutTense(word, first);
  if (word.length > 2 && /[^aeiouy][yY]$/u.test(word)) word = less(word, 1) + "i";
  word = exchanged(word, SECOND, (ending, rest) => rest.length >= first && (ending !== "ogi" || rest.endsWith("l")) && (ending !== "li" || /[cdeghkmnrt]$/.test(rest)));
  word = exchanged(word, THIRD, (ending, rest) => rest.length >= first && (ending !== "ative" || rest.length >= second));
  return withoutEnding(word, first, second).replaceAll("Y", "y");
}

// --------------------------------------------------------------------------------------------------------------- question

const SPACE = " \\t\\n\\r\\f\\v\\u00a0\\u2003\\u3000";
const PARTS = new RegExp(`([a-z]+):(?:"([^"]*)"|([^${SPACE}":“”]+))|["“]([^"”]*)["”]?|([^${SPACE}"“:]+|:)`, "gu");

/** @param {string} text @returns {Question} */
export function parse(text) {
  const read = text.length > MOST_LETTERS ? [...text].slice(0, MOST_LETTERS).join("") : text;
  /** @type {string[]} */ const all = [];
  /** @type {string[][]} */ const phrases = [];
  /** @type {{field: string, words: string[]}[]} */ const demands = [];
  /** @type {Set<string>} */ const unknown = new Set();
  for (const [, name = "", quoted = "", bare = "", phrase = "", rest = ""] of read.toLowerCase().matchAll(PARTS)) {
    const found = words(quoted || bare || phrase || rest), field = name === "area" ? "focus" : name;
    if (FIELD_NAMES.includes(field)) {
      if (found.length) demands.push({ field, words: found });
      continue;
    }
    all.push(...words(name), ...found);
    if ((quoted || phrase) && found.length > 1) phrases.push(found);
    if (quoted || words([...bare][0] ?? "").length) unknown.add(name);
  }
  if (!all.length) all.push(...demands.flatMap((demand) => (FIELDS.includes(demand.field) ? demand.words : [])));
  const growing = all.length && all.length <= MOST_WORDS && words([...read].at(-1) ?? "").length;
  return { text: read, words: all.slice(0, MOST_WORDS), phrases: phrases.slice(0, MOST_WISHES), demands: demands.slice(0, MOST_WISHES), unfinished: growing ? all[all.length - 1] : "", unknown: [...unknown].slice(0, MOST_WISHES) };
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour; stops counting above `most`.
 * @param {string[]} one @param {string[]} other @param {number} most
 */
export function distance(one, other, most) {
  /** @type {number[]} */ let older = [], /** @type {number[]} */ before = [], row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    older = before; before = row; row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
  }
  return row[other.length];
}

/** @param {string} word a typo @param {{word: string, letters: string[], common: number}[]} known @returns {string} what it most likely stands for */
export function nearest(word, known) {
  const letters = [...word], most = /^\p{L}+$/u.test(word) ? (letters.length >= 4 ? 1 : 0) + (letters.length >= 8 ? 1 : 0) : 0;
  const own = new Set(letters);
  let best = [most + 1, 0, 0], meant = "";
  if (!most) return "";
  for (const other of known) {
    if (Math.abs(other.letters.length - letters.length) > most) continue;
    let strange = 0;
    for (const letter of own) if (!other.word.includes(letter)) strange++;
    if (strange > most) continue;
    const slips = distance(letters, other.letters, most);
    if (slips > most) continue;
    const found = [slips, other.letters[0] === letters[0] ? 0 : 1, -other.common];
    const place = found.findIndex((value, n) => value !== best[n]);
    if (!meant || (place >= 0 && found[place] < best[place])) { best = found; meant = other.word; }
  }
  return meant;
}

// ------------------------------------------------------------------------------------------------------------------ files

/** @param {number[]} gaps @returns {number[]} the rising numbers that they lie between */
function rising(gaps) {
  let sum = 0;
  return gaps.map((gap) => (sum += gap));
}

/** @param {ArrayLike<number>} one @param {ArrayLike<number>} other @param {number} [from] where the other begins */
function dot(one, other, from = 0) {
  let sum = 0;
  for (let n = 0; n < one.length; n++) sum += one[n] * other[from + n];
  return sum;
}

/** @param {string} letters @returns {Int8Array} */
const numbersOf = (letters) => Int8Array.from(letters, (letter) => letter.charCodeAt(0) - ZERO);

/** @param {ArrayLike<number>} numbers @returns {Direction | null} */
function directionOf(numbers) {
  const size = Math.sqrt(dot(numbers, numbers));
  return size ? { numbers, size } : null;
}

/** @param {string} word @param {number} shards */
function shardOf(word, shards) {
  let found = 0x811c9dc5;
  for (const letter of word) found = Math.imul(found ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return found % shards;
}

/** The files of an index, each fetched once; what is missing, damaged or of another build is null, and counted in `missed`. */
class Files {
  /** @param {string} base the folder `data/`, with a slash at the end @param {typeof fetch} get */
  constructor(base, get) {
    this.base = base;
    this.get = get;
    this.mark = "";
    this.missed = 0;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
  }

  /**
   * @template T
   * @param {string} name @param {(data: any) => T} take what is made of the file; may throw on a file that is not right
   * @returns {Promise<T | null>}
   */
  read(name, take) {
    let found = this.known.get(name);
    if (!found) {
      found = this.fetched(name, take, "default").catch(() => this.fetched(name, take, "reload")).catch((error) => {
        console.warn(`${name}: ${error}`);
        setTimeout(() => this.known.delete(name), PATIENCE); // Then it may be asked for again.
        return null;
      });
      this.known.set(name, found);
    }
    return found.then((data) => { if (data === null) this.missed++; return data; });
  }

  /** @param {string} name @param {(data: any) => any} take @param {RequestCache} cache */
  async fetched(name, take, cache) {
    const get = this.get; // Called by itself: fetch does not want to be a method of something else.
    const answer = await get(this.base + name, { cache, signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const data = await answer.json();
    if (this.mark && "mark" in data && data.mark !== this.mark) throw new Error("it is of another build");
    const taken = take(data);
    if (taken === undefined) throw new Error("it is not whole");
    return taken;
  }
}

// ------------------------------------------------------------------------------------------------------------------ index

/** An index that can be asked. */
class Index {
  /** @param {Files} files @param {any} told what its first file says */
  constructor(files, told) {
    this.files = files;
    this.told = told;
    this.count = told.count;
    this.width = told.words?.width ?? 0;
    this.stop = new Set(told.stop.split(" "));
    /** @type {Map<string, string>} */
    this.glossary = new Map(Object.entries(told.glossary));
    /** @type {string[]} */
    this.starts = told.leaves.split(" ");
    /** @type {Set<string>} */
    this.endings = new Set((told.endings ?? "").split(" ").filter(Boolean));
    let end = 0;
    this.ends = [...told.buckets].map((digit) => (end += parseInt(digit, 32)));
    files.mark = told.mark;
  }

  /** @param {string} word @returns {boolean} whether it says something */
  tells(word) {
    return !this.stop.has(word) && ([...word].length > 1 || !/^[a-z]$/.test(word));
  }

  /** @param {string} term the file of terms that it would stand in */
  place(term) {
    let low = 0, high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** @param {number} number @returns {Promise<{terms: Map<string, Term>, forms: Map<string, string>} | null>} */
  leaf(number) {
    return this.files.read(`search/terms/${number}.json`, (data) => ({
      terms: new Map(data.terms.map((/** @type {[string, number, number[], string]} */ [term, rarity, gaps, levels]) =>
        [term, { term, rarity, documents: rising(gaps), levels: Array.from(levels, (digit) => parseInt(digit, 32)) }])),
      forms: new Map(Object.entries(data.forms ?? {})),
    }));
  }

  /** @param {string} word @returns {Promise<string>} */
  async stem(word) {
    return this.told.twin ? stem(word) : (await this.leaf(this.place(word)))?.forms.get(word) ?? this.withoutEnding(word);
  }

  /** @param {string} word @returns {Promise<string>} what a word that no document has may have in common with one that some have */
  async withoutEnding(word) {
    if (await this.term(word)) return word;
    for (const ending of this.endings) {
      const start = word.endsWith(ending) ? less(word, ending.length) : "";
      if ([...start].length >= SHORTEST_BEGINNING && (await this.term(start))) return start;
    }
    return word;
  }

  /** @param {string} stem @returns {Promise<Term | undefined>} */
  async term(stem) {
    return (await this.leaf(this.place(stem)))?.terms.get(stem);
  }

  /** @param {Term} term @returns {Promise<number[] | null>} for each of its documents the fields it stands in, a bit for each; null if that is not known */
  async fields({ term, documents }) {
    const number = this.place(term), place = [...((await this.leaf(number))?.terms.keys() ?? [])].indexOf(term);
    const found = await this.files.read(`search/fields/${Math.floor(number / MASKED_LEAVES)}.json`, (data) => data.leaves);
    const signs = found?.[number % MASKED_LEAVES]?.[place] ?? "";
    return signs.length === documents.length ? Array.from(signs, (sign) => MASKS.indexOf(sign)) : null;
  }

  /** @param {string} start @returns {Promise<Term[]>} terms that begin so, as far as they stand in the first two files that may have them */
  async beginning(start) {
    const place = this.place(start), leaves = [this.leaf(place)];
    if (this.starts[place + 1]?.startsWith(start)) leaves.push(this.leaf(place + 1));
    const found = (await Promise.all(leaves)).flatMap((leaf) => [...(leaf?.terms.values() ?? [])]);
    return found.filter(({ term }) => term.startsWith(start));
  }

  /** @param {string} word @returns {Promise<{scale: number, numbers: Int8Array} | null>} its vector */
  async row(word) {
    const told = this.told.words;
    if (!told) return null;
    const name = this.stop.has(word) ? "common" : shardOf(word, told.shards);
    const rows = await this.files.read(`words/${told.folder}/${name}.json`, (data) => new Map(Object.entries(data.words)));
    const found = rows?.get(word);
    return found ? { scale: found[0], numbers: numbersOf(found[1]) } : null;
  }

  /** @returns {Promise<{word: string, letters: string[], common: number}[]>} words that typos may stand for */
  async spelling() {
    return (await this.files.read("search/spelling.json", (data) => data.words.split(" ").filter(Boolean).map((/** @type {string} */ told) =>
      ({ word: told.slice(0, -1), letters: [...told.slice(0, -1)], common: Number(told.at(-1)) })))) ?? [];
  }

  /** @param {number} number @returns {Promise<Card | null>} */
  async card(number) {
    let bucket = 0, high = this.ends.length;
    while (bucket < high) {
      const middle = (bucket + high) >> 1;
      if (this.ends[middle] <= number) bucket = middle + 1;
      else high = middle;
    }
    const cards = await this.files.read(`search/cards/${bucket.toString(16)}.json`, (data) => data.cards);
    return cards?.[number - (bucket ? this.ends[bucket - 1] : 0)] ?? null;
  }

  /** @returns {Promise<Map<string, Facet>>} */
  async facets() {
    return (await this.files.read("search/facets.json", (data) => new Map(data.facets.map((/** @type {Facet} */ facet) =>
      [facet.name, { ...facet, of: facet.column.split(",") }])))) ?? new Map();
  }

  /** @param {string} name newest, shortest or title @returns {Promise<number[] | null>} all documents in this order */
  order(name) {
    return this.files.read(`search/orders/${name}.json`, (data) => data.documents);
  }

  /** @param {string} question @param {{typing?: boolean, early?: (answer: Answer) => void}} [how] @returns {Promise<Answer>} */
  ask(question, how = {}) {
    return answerTo(this, parse(question), how);
  }

  /** @param {Asked} asked @param {string} word @returns {boolean} whether it is a form of a word that was looked for */
  holds(asked, word) {
    if (this.told.twin) return asked.terms.has(stem(word));
    return [...asked.terms.keys()].some((term) => word === term || (word.startsWith(term) && this.endings.has(word.slice(term.length))));
  }

  /** @param {Answer} answer @param {string} text a word as it stands in a text @returns {boolean} whether it is one of those that were looked for */
  marks({ asked }, text) {
    return words(text).some((word) => this.tells(word) && (this.holds(asked, word) || ([...asked.growing].length >= SHORTEST_BEGINNING && word.startsWith(asked.growing))));
  }

  /** @param {Answer} answer @param {number} number @returns {Promise<{card: Shown, problem: string} | null>} a hit, with its nearest problem */
  async hit(answer, number) {
    const card = await this.card(number);
    return card && { card: card.card, problem: answer.problems.get(number) ?? nearestProblem(this, card, answer).text };
  }
}

/** @param {string} base address of the folder `data/`, with a slash at the end @param {typeof fetch} [get] @returns {Promise<Index>} */
export async function open(base, get = fetch) {
  const files = new Files(base, get);
  const told = await files.read("search/index.json", (data) => (data.version === VERSION ? new Index(files, data) : null));
  if (!told) throw new Error("The index of the search cannot be used.");
  return told;
}

// ------------------------------------------------------------------------------------------------------------------ terms

/** @param {Index} index @param {string[]} words @returns {string[]} the glossary's entries in them */
function entriesIn(index, words) {
  const found = [];
  for (let length = 1; length <= MOST_IN_ENTRY; length++) {
    for (let at = 0; at + length <= words.length; at++) {
      const entry = words.slice(at, at + length).join(" ");
      const form = [entry, entry.replace(/s$/, "")].find((one) => index.glossary.has(one));
      if (form !== undefined) found.push(form);
    }
  }
  return found;
}

/** @param {Index} index @param {string} word */
async function isKnown(index, word) {
  return index.glossary.has(word) || (await index.term(await index.stem(word))) !== undefined || (await index.row(word)) !== null;
}

/** @param {Index} index @param {string[]} words @returns {Promise<Map<string, string>>} typos with what they are taken for */
async function mend(index, words) {
  const known = await Promise.all(words.map((word) => isKnown(index, word)));
  const unknown = words.filter((_, n) => !known[n]).slice(0, MOST_MENDED);
  const spelling = unknown.length ? await index.spelling() : [];
  const mended = new Map();
  for (const word of unknown) {
    const meant = nearest(word, spelling);
    if (meant) mended.set(word, meant);
  }
  return mended;
}

/** @param {Index} index @param {Question} question @param {boolean} typing @returns {Promise<Asked>} what to look up */
async function termsOf(index, question, typing) {
  const growing = typing ? question.unfinished : "";
  const telling = [...new Set(question.words.filter((word) => index.tells(word)))];
  for (const word of question.words) if (word !== growing) index.row(word); // Fetched beside the terms.
  const demanded = typing ? [] : question.demands.flatMap((demand) => (FIELDS.includes(demand.field) ? demand.words : [])).filter((word) => index.tells(word));
  const mended = await mend(index, [...new Set([...telling.filter((word) => word !== growing), ...demanded])]);
  /** @type {Map<string, number>} */ const weights = new Map();
  const add = (/** @type {string} */ stem, /** @type {number} */ weight) => weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  /** @type {Map<string, string>} */ const spoken = new Map();
  /** @type {string[]} */ const strange = [];
  for (const word of telling) {
    const found = await index.stem(mended.get(word) ?? word);
    const held = await index.term(found);
    if (!index.glossary.has(word) || held) {
      add(found, TYPED);
      if (!spoken.has(found)) spoken.set(found, word);
    }
    if (!held && !index.glossary.has(word) && word !== growing) strange.push(word);
  }
  const entries = entriesIn(index, question.words);
  const meaning = question.words.filter((word) => word !== growing && !entries.includes(word)).map((word) => mended.get(word) ?? word);
  for (const entry of entries) {
    for (const word of (index.glossary.get(entry) ?? "").split(" ")) {
      add(await index.stem(word), ADDED);
      meaning.push(word);
    }
  }
  const found = await Promise.all([...weights.keys()].map((stem) => index.term(stem)));
  const terms = new Map([...weights.keys()].flatMap((stem, n) => { const term = found[n]; return term ? [[stem, term]] : []; }));
  const longer = [...growing].length >= SHORTEST_BEGINNING ? (await index.beginning(growing)).filter(({ term }) => !weights.has(term)) : [];
  const completions = longer.sort((a, b) => a.rarity - b.rarity).slice(0, MOST_COMPLETIONS);
  return { weights, terms, completions, meaning, mended, growing, spoken, strange };
}

// ---------------------------------------------------------------------------------------------------------------- allowed

/** @param {string[]} words @param {string[]} wanted @returns {boolean} whether each wanted word is the beginning of one of the words */
const begin = (words, wanted) => wanted.every((start) => words.some((word) => word.startsWith(start)));

/** @param {Index} index @param {{field: string, words: string[]}} demand @returns {Promise<Set<number>>} */
async function byFacet(index, demand) {
  const facet = (await index.facets()).get(demand.field), found = new Set();
  const letters = (facet?.values ?? []).flatMap(([, label], place) => (begin(words(label), demand.words) ? [String.fromCharCode(48 + place)] : []));
  facet?.of?.forEach((held, number) => { if (letters.some((letter) => held.includes(letter))) found.add(number); });
  return found;
}

/** @param {Set<number> | null} one @param {Set<number> | null} other @returns {Set<number> | null} what is in both; null stands for all */
const both = (one, other) => (one && other ? one.intersection(other) : one ?? other);

/**
 * @param {Index} index @param {{field: string, words: string[]}} demand @param {Map<string, string>} mended
 * @returns {Promise<Set<number> | null>} the documents that have all its words in its field; null if that is not known, or no word says anything
 */
async function byField(index, { field, words }, mended) {
  /** @type {Set<number> | null} */ let left = null;
  const bit = 1 << FIELDS.indexOf(field);
  for (const typed of words) {
    if (!index.tells(typed)) continue;
    const word = mended.get(typed) ?? typed, own = await index.term(await index.stem(word));
    const longer = [...word].length >= SHORTEST_BEGINNING ? await index.beginning(word) : [];
    const terms = new Map([...(own ? [own] : []), ...longer].map((term) => [term.term, term]));
    const told = await Promise.all([...terms.values()].map(async (term) => ({ term, fields: await index.fields(term) })));
    if (told.every(({ fields }) => fields)) left = both(left, new Set(told.flatMap(({ term, fields }) => term.documents.filter((_, n) => (fields?.[n] ?? 0) & bit))));
  }
  return left;
}

/** @param {Shown} card @returns {string[]} its texts in which phrases are looked for */
const textsOf = (card) => [card.title, card.summary, ...card.problems];

/**
 * Which documents a question leaves (null for all), and the phrases that none of those looked at holds.
 * @param {Index} index @param {Question} question @param {Float64Array} found @param {Map<string, string>} mended
 * @returns {Promise<{documents: Set<number> | null, missed: string[]}>}
 */
async function allowedBy(index, question, found, mended) {
  /** @type {Set<number> | null} */ let left = null;
  for (const demand of question.demands) {
    const meeting = FIELDS.includes(demand.field) ? await byField(index, demand, mended) : await byFacet(index, demand);
    left = both(left, meeting);
  }
  if (!question.phrases.length) return { documents: left, missed: [] };
  const among = left, looked = best(found, LOOKED_AT, (number) => found[number] > 0 && (!among || among.has(number)));
  const cards = new Map((await Promise.all(looked.map(async (number) => /** @type {[number, Card | null]} */ ([number, await index.card(number)])))).filter(([, card]) => card));
  const holding = (/** @type {(card: Shown) => boolean} */ test) => new Set([...cards].filter(([number, card]) => (!left || left.has(number)) && card && test(card.card)).map(([number]) => number));
  const missed = [];
  for (const phrase of question.phrases) {
    const wanted = ` ${phrase.join(" ")} `;
    const those = holding((card) => textsOf(card).some((text) => ` ${words(text).join(" ")} `.includes(wanted)));
    if (those.size) left = those;
    else missed.push(phrase.join(" "));
  }
  return { documents: left, missed };
}

// ---------------------------------------------------------------------------------------------------------------- ranking

/** @param {Float64Array} scores NaN for documents that do not count @param {number} most @param {(number: number) => boolean} [may] @returns {number[]} the best, best first */
export function best(scores, most, may = () => true) {
  /** @type {number[]} */ const found = [];
  let least = -Infinity;
  for (let n = 0; n < scores.length; n++) {
    const score = scores[n];
    if (score !== score || (found.length === most && score <= least) || !may(n)) continue;
    let at = found.length;
    while (at > 0 && scores[found[at - 1]] < score) at--;
    found.splice(at, 0, n);
    if (found.length > most) found.pop();
    if (found.length === most) least = scores[found[most - 1]];
  }
  return found;
}

/** @param {Index} index @param {Asked} asked @returns {Float64Array} how much of a question each document holds */
function foundBy(index, asked) {
  const found = new Float64Array(index.count);
  for (const [stem, { rarity, documents, levels }] of asked.terms) {
    const worth = (asked.weights.get(stem) ?? 0) * rarity;
    documents.forEach((number, n) => { found[number] += worth * levels[n]; });
  }
  if (!asked.completions.length) return found;
  const longer = new Float64Array(index.count);
  for (const { rarity, documents, levels } of asked.completions) {
    documents.forEach((number, n) => { longer[number] = Math.max(longer[number], ADDED * rarity * levels[n]); });
  }
  return found.map((worth, number) => worth + longer[number]);
}

/** @param {Index} index @param {Asked} asked @param {Float64Array} found @returns {Float64Array} the same as a share of all there is to hold, as far as words are trusted */
function covered(index, asked, found) {
  let most = 0, known = 0;
  for (const [stem, weight] of asked.weights) {
    const term = asked.terms.get(stem);
    most += weight * (term ? term.rarity : index.told.rarest);
    if (weight === TYPED && term) known++;
  }
  const many = Math.max(1, known / FEW), squared = many * many, trust = WORDS * squared * squared * many;
  return found.map((worth) => (most ? trust * (worth / (most * LEVELS)) : 0));
}

/** What is known of the documents' meaning: of single ones, and of the groups they are in. */
class Likeness {
  /** @param {Index} index @param {any} groups what the overview says, if there are groups @param {Map<number, Direction | null>} documents */
  constructor(index, groups, documents) {
    this.index = index;
    this.groups = groups;
    this.documents = documents;
  }

  /** @param {Index} index @returns {Promise<Likeness | null>} what can be said of all documents at once */
  static async everywhere(index) {
    const { width, count } = index;
    if (index.told.groups) {
      const groups = await index.files.read("search/groups.json", (data) => ({
        of: Uint16Array.from({ length: count }, (_, n) => parseInt(data.of.slice(2 * n, 2 * n + 2), 32)),
        centres: data.centres.map(numbersOf),
        scales: data.scales,
      }));
      return groups && new Likeness(index, groups, new Map());
    }
    const documents = await index.files.read("search/about.json", (data) => {
      if (data.vectors.length !== width * count) throw new Error("it is not whole");
      return directionsOf(Array.from({ length: count }, (_, n) => n), data.vectors, width);
    });
    return documents && new Likeness(index, null, documents);
  }

  /** @param {number[]} groups @returns {Promise<Likeness>} the same with the documents of some groups looked at one by one */
  async closer(groups) {
    const opened = await Promise.all(groups.map((group) => this.index.files.read(`search/groups/${group}.json`, (data) => directionsOf(rising(data.documents), data.vectors, this.index.width))));
    return new Likeness(this.index, this.groups, new Map(opened.flatMap((group) => [...(group ?? [])])));
  }

  /** @param {number[]} numbers @returns {Promise<Likeness>} the same with some documents looked at one by one whose groups were not opened */
  async stillCloser(numbers) {
    const closed = numbers.filter((number) => !this.documents.has(number));
    const cards = await Promise.all(closed.map((number) => this.index.card(number)));
    const opened = closed.flatMap((number, n) => { const about = cards[n]?.about; return about ? [[number, directionOf(numbersOf(about))]] : []; });
    return new Likeness(this.index, this.groups, new Map([...this.documents, .../** @type {[number, Direction | null][]} */ (opened)]));
  }

  /** @param {Direction} wish @param {number} weight @param {Float64Array} alike set to how like the wish each document is, from -1 to 1, times the weight */
  to(wish, weight, alike) {
    if (this.groups) {
      const { of, centres, scales } = this.groups;
      const near = centres.map((/** @type {Int8Array} */ centre, /** @type {number} */ n) => weight * ((dot(wish.numbers, centre) * scales[n]) / (65536 * wish.size)));
      for (let n = 0; n < alike.length; n++) alike[n] = near[of[n]];
    }
    for (const [number, direction] of this.documents) alike[number] = direction ? weight * (dot(wish.numbers, direction.numbers) / (wish.size * direction.size)) : 0;
  }
}

/** @param {number[]} documents @param {string} letters @param {number} width @returns {Map<number, Direction | null>} */
function directionsOf(documents, letters, width) {
  const all = numbersOf(letters);
  return new Map(documents.map((number, n) => [number, directionOf(all.subarray(n * width, (n + 1) * width))]));
}

/** @param {Index} index @param {string[]} words @returns {Promise<Direction | null>} what they mean together */
async function wishOf(index, words) {
  const rows = await Promise.all(words.map((word) => index.row(word)));
  const total = new Float64Array(index.width);
  for (const row of rows) row?.numbers.forEach((number, n) => { total[n] += row.scale * number; });
  return directionOf(total);
}

/** @param {Index} index @param {Asked} asked @returns {Promise<number>} how much of what was typed word vectors know, from 0 to 1 */
async function understood(index, { weights, terms, spoken, mended, growing }) {
  let every = 0, known = 0;
  for (const [stem, weight] of weights) {
    const word = spoken.get(stem) ?? "";
    if (weight !== TYPED || word === growing) continue;
    const worth = terms.get(stem)?.rarity ?? index.told.rarest;
    every += worth;
    if (await index.row(mended.get(word) ?? word)) known += worth;
  }
  return every ? known / every : 1;
}

/** @param {Likeness} known @param {Float64Array} scores @returns {Direction | null} what the best documents are about */
function moodOf(known, scores) {
  const total = new Float64Array(known.index.width);
  for (const number of best(scores, ECHOES, (n) => known.documents.has(n))) {
    const weight = Math.floor(1024 * scores[number]), direction = known.documents.get(number);
    if (weight > 0 && direction) for (let n = 0; n < total.length; n++) total[n] += weight * direction.numbers[n];
  }
  return directionOf(total);
}

/** @param {Likeness} known @param {Float64Array} words @param {Direction} wish @param {number} sure how much of the question is understood @returns {Promise<Shares>} */
async function withMeaning(known, words, wish, sure) {
  const meaning = new Float64Array(words.length), echo = new Float64Array(words.length);
  const together = () => words.map((share, n) => share + meaning[n]);
  known.to(wish, sure, meaning);
  if (known.groups) {
    const most = new Float64Array(known.groups.centres.length).fill(NaN);
    together().forEach((score, n) => { const group = known.groups.of[n]; if (!(most[group] >= score)) most[group] = score; });
    known = await known.closer(best(most, known.index.told.opened));
    known.to(wish, sure, meaning);
    known = await known.stillCloser(best(together(), CANDIDATES));
    known.to(wish, sure, meaning);
  }
  const mood = moodOf(known, together());
  if (mood) known.to(mood, ECHO * sure, echo);
  return { scores: words.map((share, n) => share + meaning[n] + echo[n]), words, meaning, echo };
}

/** @param {Shares} shares @param {(number: number) => boolean} may @returns {Shares} the same without the documents that may be no answers */
const only = (shares, may) => ({ ...shares, scores: shares.scores.map((score, number) => (may(number) ? score : NaN)) });

/** @param {Index} index @param {Question} question @param {{typing?: boolean, early?: (answer: Answer) => void}} how @returns {Promise<Answer>} */
async function answerTo(index, question, { typing = false, early }) {
  const missedBefore = index.files.missed, asked = await termsOf(index, question, typing), found = foundBy(index, asked);
  const { documents, missed } = await allowedBy(index, question, found, asked.mended);
  const alone = !asked.weights.size && !asked.completions.length && documents !== null;
  const may = (/** @type {number} */ number) => documents === null || documents.has(number);
  const words = covered(index, asked, found), nothing = new Float64Array(index.count);
  const shares = only({ scores: words, words, meaning: nothing, echo: nothing }, (number) => may(number) && (alone || (found[number] > 0 && asked.weights.size > 0)));
  const answer = (/** @type {Partial<Answer>} */ more) => ({ asked, missed, unknown: question.unknown, wish: null, shares, problems: new Map(), whole: true, lacking: index.files.missed > missedBefore, ...more });
  if (!asked.weights.size || !index.told.words) return withStatements(index, answer({}));
  const meaning = Promise.all([wishOf(index, asked.meaning), Likeness.everywhere(index)]);
  if (early && !(await Promise.race([meaning.then(() => true), new Promise((now) => setTimeout(now, AT_ONCE, false))]))) early(answer({ whole: false }));
  const [wish, known] = await meaning;
  if (!wish || !known || index.files.missed > missedBefore) return withStatements(index, answer({}));
  const all = await withMeaning(known, words, wish, await understood(index, asked));
  return withStatements(index, answer(index.files.missed > missedBefore ? {} : { wish, shares: only(all, may) }));
}

/** Looks at the problem statements of the best answers. @param {Index} index @param {Answer} answer @returns {Promise<Answer>} */
async function withStatements(index, answer) {
  const scores = answer.shares.scores.slice(), numbers = best(scores, STATEMENTS);
  const cards = await Promise.all(numbers.map((number) => index.card(number)));
  numbers.forEach((number, n) => {
    const card = cards[n];
    if (!card) return;
    const { text, nearness } = nearestProblem(index, card, answer);
    answer.problems.set(number, text);
    scores[number] += STATEMENT * nearness;
  });
  return { ...answer, shares: { ...answer.shares, scores } };
}

/** @param {Index} index @param {Card} card @param {Answer} answer @returns {{text: string, nearness: number}} the problem statement that is nearest to the question; no text if none is near */
function nearestProblem(index, { card, near, stems }, { asked, wish }) {
  const all = [...asked.weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  let most = 0, text = "";
  card.problems.forEach((problem, place) => {
    const held = new Set(stems?.[place]?.split(" ") ?? words(problem).filter((word) => index.tells(word)).map(stem));
    let shared = 0;
    for (const [stem, weight] of asked.weights) if (held.has(stem)) shared += weight;
    const about = wish && near?.[place] ? directionOf(numbersOf(near[place])) : null;
    const score = (wish && about ? dot(wish.numbers, about.numbers) / (wish.size * about.size) : 0) + SHARED * (shared / all);
    if (score > most) { most = score; text = problem; }
  });
  return { text: most > NEAR ? text : "", nearness: most };
}
