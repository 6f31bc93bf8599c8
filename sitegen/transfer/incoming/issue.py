"""An issue that was made with our form: the answers below its headings become the draft of a credential.

All of it is somebody's text. It is taken apart by the form's own questions and by nothing else.
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.read import text
from sitegen.transfer import drafts, leaves, plain, questions
from sitegen.transfer.drafts import Found, Gathering, Left
from sitegen.transfer.known import Known, slug_in
from sitegen.transfer.questions import Question

MOST_BYTES = 262_144
"""GitHub keeps 65,536 characters of an issue, each of four bytes at most."""

NO_ANSWER = "_No response_"
_HEADING = "### "
_TICKED = re.compile(r"[-*] \[[xX]\] (?P<said>.*)")
_ITEM = re.compile(r"^\s*(?:[-*•]|[0-9]{1,2}[.)])\s+")
_HOW = "open the issue, change that line, and run this again"


def read(data: bytes, source: str, known: Known) -> Found:
    """The draft in an issue's text; a refusal if it is none of ours, or if it is not certain which answer is whose."""
    if len(data) > MOST_BYTES:
        return drafts.refused(source, "it is longer than any issue", "give the text of one issue")
    content, problems = text.decode(data, source)
    if problems:
        return drafts.refused(source, problems[0].message, problems[0].hint)
    answers, twice = _answers(content.replace("\r\n", "\n").replace("\r", "\n"))
    if twice:
        why = f"the heading “{twice}” stands in it twice, so it is not certain which answer is whose"
        return drafts.refused(source, why, f"take the signs ### out of the answer: {_HOW}")
    return _refusal(answers, source) or _draft(answers, source, known)


def _refusal(answers: Mapping[str, str], source: str) -> Found | None:
    """Why nothing can be made of these answers, if that is so."""
    if "Title" not in answers:
        why = "it was not made with the form “Suggest a credential”: the question “Title” is not in it"
        return drafts.refused(source, why, "ask for the form, or begin with `sitegen new credential`")
    if not _agreed(answers.get(questions.LICENCE, "")):
        why = "whoever wrote it has not agreed that the text may be published"
        return drafts.refused(source, why, f"ask them to tick “{questions.AGREED}”")
    if not plain.line(answers["Title"]):
        return drafts.refused(source, "the question “Title” has no answer", f"give it one: {_HOW}")
    return None


def _answers(content: str) -> tuple[dict[str, str], str]:
    """The answers by label, empty where there is none; and a label that stands there twice, if one does."""
    labels = {questions.ISSUER, questions.LICENCE} | {one.label for one in questions.all_of_them()}
    lines: dict[str, list[str]] = {}
    open_one: list[str] = []  # what stands above the first question answers nothing
    for line in content.split("\n"):
        label = line.removeprefix(_HEADING).rstrip()
        if line.startswith(_HEADING) and label in labels:
            if label in lines:
                return {}, label
            open_one = lines.setdefault(label, [])
        else:
            open_one.append(line)
    said = {label: "\n".join(several).strip() for label, several in lines.items()}
    return {label: "" if answer == NO_ANSWER else answer for label, answer in said.items()}, ""


def _agreed(answer: str) -> bool:
    ticked = [_TICKED.fullmatch(line.strip()) for line in answer.split("\n")]
    return any(one is not None and one["said"].strip() == questions.AGREED for one in ticked)


def _draft(answers: Mapping[str, str], source: str, known: Known) -> Found:
    gathered = Gathering()
    found: dict[leaves.Steps, object] = {}
    for one in questions.all_of_them():
        value = _value(one, answers.get(one.label, ""), gathered.left, known)
        if value:
            found[one.column.steps] = value
            gathered.mapped.append((one.label, one.name))
    gathered.fields = leaves.gathered(found)
    issuer = plain.line(answers.get(questions.ISSUER, ""))
    return Found(drafts=(gathered.draft("credential", source, issuer=issuer),))


def _value(one: Question, answer: str, left: list[Left], known: Known) -> object:
    """The text, or the list of texts, that an answer stands for."""
    if not one.column.is_list:
        return plain.clean(answer) if one.is_long else plain.line(answer)
    vocabulary = known.words(one.column.field)
    if vocabulary is None:
        return list(dict.fromkeys(_items(answer)))
    slugs, unknown = _chosen(answer, vocabulary)
    if unknown:
        listed = ", ".join(f"“{word[:60]}”" for word in unknown[:10])
        left.append(Left(one.label, f"this site has no word {listed} for `{one.column.field}`"))
    return slugs


def _items(answer: str) -> Iterator[str]:
    """The lines of an answer, without the signs of a list."""
    for line in answer.split("\n"):
        item = plain.line(_ITEM.sub("", line))
        if item:
            yield item


def _chosen(answer: str, words: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The slugs of what was chosen, and what nobody knows. GitHub puts commas between choices that may hold commas."""
    slugs: dict[str, None] = {}
    unknown: list[str] = []
    for item in _items(answer):
        pieces = item.split(", ")
        while pieces:
            slug, length = _longest(pieces, words)
            if slug:
                slugs[slug] = None
            else:
                unknown.append(pieces[0])
            del pieces[:length]
    return list(slugs), unknown


def _longest(pieces: list[str], words: Mapping[str, str]) -> tuple[str, int]:
    """The slug of as many pieces as make one word, and how many they are; no slug and one piece if none do."""
    most = 1 + max((name.count(", ") for name in words.values()), default=0)
    for length in range(min(len(pieces), most), 0, -1):
        if slug := slug_in(words, ", ".join(pieces[:length])):
            return slug, length
    return "", 1
