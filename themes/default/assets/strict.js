// What is asked of a record, or a list, that was not written as ours are: strict JSON (as sitegen/badges/strict_json.py), and nothing in it that our
// badges do not say (profile.py, open_badges_3.py, achievement.py). verify.js fetches this when it is needed, which on the page of a badge it is only
// if the record is another one than the page was made from.

// ------------------------------------------------------------------------------------------------------------------- JSON

const DEPTH = 32;
const TOKEN = /[ \t\n\r]*(?:([[\]{},:])|("[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\0-\x1f]*)*")|(-?(?:0|[1-9]\d*))([.eE]?)|(true|false|null)|(NaN|-?Infinity))/y;

/** @typedef {(code: string) => never} Refuse */

/** @param {string} written @param {Refuse} refuse called with a code, and throws @returns {any} */
function parse(written, refuse) {
  /** @type {(isTrue: boolean, code: string) => void} */
  const need = (isTrue, code) => { if (!isTrue) refuse(code); };
  let at = 0;
  const token = () => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(written) ?? refuse("not-json");
    at = TOKEN.lastIndex;
    return found;
  };
  /** @param {string} quoted @returns {string} */
  const string = (quoted) => {
    const made = JSON.parse(quoted);
    return made.isWellFormed() ? made : refuse("half-sign");
  };
  /** @param {string[]} token @param {number} depth @returns {any} */
  function value([, sign, quoted, number, more, word, odd], depth) {
    const made = sign === "[" ? [] : Object.create(null);
    if (sign === "[") items("]", depth + 1, (first) => made.push(value(first, depth + 1)));
    else if (sign === "{") {
      items("}", depth + 1, ([, , quoted]) => {
        const name = quoted ? string(quoted) : refuse("not-json");
        need(token()[1] === ":", "not-json");
        need(!(name in made), "repeated-member");
        made[name] = value(token(), depth + 1);
      });
    } else if (quoted) return string(quoted);
    else if (more || odd) refuse("number-not-whole");
    else if (number) return number.length <= 17 && Number.isSafeInteger(+number) ? +number : refuse("number-too-large");
    else return word ? JSON.parse(word) : refuse("not-json");
    return made;
  }
  /** @param {string} end @param {number} depth @param {(first: string[]) => void} read */
  function items(end, depth, read) {
    need(depth <= DEPTH, "too-deep");
    for (let next = token(); next[1] !== end; ) {
      read(next);
      next = token();
      if (next[1] === ",") need((next = token())[1] !== end, "not-json");
      else need(next[1] === end, "not-json");
    }
  }
  const made = value(token(), 0);
  need(/^[ \t\n\r]*$/.test(written.slice(at)), "not-json");
  return made;
}

// ------------------------------------------------------------------------------------------------------------------- form

/** What our badges say (sitegen/badges/profile.py), by kind of part: its members, `?` after those that may be missing, and what is asked of them: a rule, the most there may be of it, or words. */
const FORM = {
  award: "id:url issuer name:line validFrom validUntil? awardedDate credentialSubject evidence?:100 credentialStatus",
  profile: "id name:line url?:url description?:text",
  subject: "id:uuid name?:line identifier?:1 achievement result?:100 source? activityStartDate? activityEndDate?",
  achievement: "id achievementType:MicroCredential name:line description:text version:version inLanguage:language criteria image? tag?:tags alignment?:100 resultDescription?:100",
  criteria: "id narrative?:text",
  image: "id:url caption?:text",
  alignment: "id targetName:line targetUrl:url targetCode?:text targetFramework?:text targetType?:CFItem|ceterms:Credential|ext:ESCO",
  "rubric row": "id name:line resultType:RubricCriterionLevel requiredLevel rubricCriterionLevel:20",
  "rubric level": "id name:line description?:text",
  result: "id resultDescription achievedLevel",
  identity: "hashed identityHash:digest identityType:emailAddress|ext:privateEmailAddress salt?:line",
  evidence: "id:url name:line description?:text narrative?:text genre?:text",
  status: "id statusPurpose:revocation statusListIndex:index statusListCredential",
  "status list": "id:url issuer description?:text validFrom credentialSubject",
  bits: "id statusPurpose:revocation|suspension encodedList",
};
const isShort = (value, most) => value !== "" && (value.length <= most || [...value].length <= most);
const fits = (pattern) => (value) => pattern.test(value);
const RULES = {
  line: (value) => isShort(value, 1_000),
  text: (value) => isShort(value, 100_000),
  tags: (value) => value.length <= 100 && value.every(RULES.line),
  url: (value) => isShort(value, 2_000) && /^https:\/\/[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?([/?#][^\s<>"'`\\^{|}]*)?$/.test(value),
  uuid: fits(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
  version: fits(/^\d{1,3}\.\d{1,3}$/),
  language: fits(/^[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?$/),
  digest: fits(/^sha256\$[\da-f]{64}$/),
  index: fits(/^(0|[1-9]\d{0,6})$/),
};

/** Refuses a part that does not fit. `statements` in verify.js has been through it before, so its values are of the right sort. */
function requireParts(given, kind, { refuse, TERMS }) {
  const { type: _, "@context": __, proof: ___, ...rest } = given;
  for (const [, name, isOptional, rule] of FORM[kind].matchAll(/(\w+)(\??):?(\S*)/g)) {
    const value = rest[name];
    delete rest[name];
    if (value === undefined) {
      if (!isOptional) refuse("missing-member");
      continue;
    }
    if (!(!rule || (RULES[rule]?.(value) ?? (+rule ? value.length <= +rule : rule.split("|").includes(value))))) refuse("wrong-form");
    const { shape } = TERMS.shapes[kind].members[name] ?? {};
    if (shape) for (const one of [value].flat()) requireParts(one, shape, { refuse, TERMS });
  }
  if (Object.keys(rest).length) refuse("unknown-member");
}

/** Refuses a credential that this site would have written in another way (open_badges_3.py, earner.py). */
function requireForm(document, tools) {
  const { refuse, homeOf, listAddress } = tools, need = (isTrue, code) => isTrue || refuse(code);
  requireParts(document, "award", tools);
  const { id: here, issuer, credentialSubject: subject, credentialStatus: status, validFrom: issued, validUntil: expires = "", awardedDate: awarded } = document;
  const [, site] = /^(https:\/\/[^/]+(?:\/[^/]+)*)\/badges\/([\da-f]{2})\/\2[\da-f]{30}\.json$/.exec(here) ?? refuse("wrong-id");
  const home = homeOf(issuer.id) ?? refuse("wrong-id"), { achievement, identifier: [mark] = [], result: results = [] } = subject;
  need(home.site === site, "wrong-id");
  const rubric = readRubric(achievement, site, refuse);
  const places = results.map((one) => levelPlace(one.achievedLevel, refuse)), reached = places.map(([row, level]) => rubric[row]?.rubricCriterionLevel[level]);
  need(reached.every((level) => level), "wrong-form");
  need(new Set(places.map(([row]) => row)).size === places.length, "repeated");
  need(awarded <= issued && (!expires || expires > issued), "dates-order");
  need(results.every((one, at) => one.id === `${here}#result-${at + 1}` && one.resultDescription === rubric[places[at][0]].id && one.achievedLevel === reached[at].id)
    && issuer.url === `${site}/issuers/${home.slug}/` && document.name === achievement.name && (mark?.hashed ?? true)
    && (subject.source?.id ?? here + "#assessor") === here + "#assessor"
    && status.statusListCredential === listAddress(home, "revocation") && status.id === `${status.statusListCredential}#${status.statusListIndex}`, "wrong-form");
}

/** Row and level, counted from 0, in the id of a level. */
function levelPlace(id, refuse) {
  const [, row, level] = /-row-([1-9]\d{0,3})-level-([1-9]\d{0,3})$/.exec(id) ?? refuse("wrong-form");
  return [+row - 1, +level - 1];
}

/** The rows of the rubric of an achievement that this site would have written so (achievement.py). */
function readRubric({ id, version, description, criteria, alignment = [], resultDescription: rows = [] }, site, refuse) {
  const [, slug] = /^https:\/\/.*\/credentials\/([a-z0-9]+(?:-[a-z0-9]+)*)\/#version-[\d.]+$/.exec(id) ?? refuse("wrong-id");
  // Summary and competency stand in the description, with an empty line between them, which is not written before nothing.
  let isRight = id === `${site}/credentials/${slug}/#version-${version}` && criteria.id === `${site}/credentials/${slug}/#criteria`
    && (description + "\n\n.").indexOf("\n\n") + 2 !== description.length;
  alignment.forEach((one, place) => { isRight &&= one.id === `${id}-alignment-${place + 1}`; });
  rows.forEach(({ id: row, requiredLevel, rubricCriterionLevel: levels }, place) => {
    const required = levels[levelPlace(requiredLevel, refuse)[1]]?.name;
    isRight &&= row === `${id}-row-${place + 1}` && levels.every((level, at) => level.id === `${row}-level-${at + 1}`)
      && requiredLevel === levels.find((level) => level.name === required)?.id;
  });
  return isRight ? rows : refuse("wrong-form");
}

export const strict = { parse, requireForm };
