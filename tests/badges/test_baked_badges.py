"""Badges in pictures: put in, taken out, and refused where there could be two of them or something hidden."""

import io
import struct
import zlib

import pytest
import sample_pictures
from openbadgeslib import baking
from PIL import Image
from sample_pictures import SVG

from sitegen.badges import bake, baked_png, baked_svg
from sitegen.badges.refusal import Refused

PNG = sample_pictures.png()
CREDENTIAL, ASSERTION = b'{"a":"]]> & \xc3\xa9"}', b'{"b":1}'
OB2 = b'xmlns:openbadges="http://openbadges.org"'
OB3 = b'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(*chunks: bytes) -> bytes:
    before, after = baked_png.parted(PNG)
    return before + b"".join(chunks) + after


def itxt(keyword: bytes, rest: bytes = b"\x00\x00\x00\x00{}") -> bytes:
    return chunk(b"iTXt", keyword + b"\x00" + rest)


def test_a_png_holds_both_versions_and_is_still_a_picture() -> None:
    baked = baked_png.put(PNG, CREDENTIAL, ASSERTION)
    assert bake.found(baked) == bake.Found(CREDENTIAL, ASSERTION)
    assert Image.open(io.BytesIO(baked)).size == (2, 2)


def test_a_png_may_hold_the_newer_version_alone() -> None:
    assert bake.found(baked_png.put(PNG, CREDENTIAL)) == bake.Found(CREDENTIAL)


def test_baking_again_takes_the_older_badge_out() -> None:
    once = baked_png.put(PNG, ASSERTION, ASSERTION)
    assert baked_png.put(once, CREDENTIAL, ASSERTION) == baked_png.put(PNG, CREDENTIAL, ASSERTION)


def test_others_find_what_we_bake_into_a_png() -> None:
    baked = baked_png.put(PNG, CREDENTIAL, ASSERTION)
    assert baking.extract_png(baked, keyword=b"openbadgecredential") == CREDENTIAL.decode()
    assert baking.extract_png(baked, keyword=b"openbadges") == ASSERTION.decode()


def test_the_old_way_of_baking_a_link_is_read() -> None:
    assert (
        bake.found(with_chunks(chunk(b"tEXt", b"openbadges\x00https://a.example"))).assertion
        == b"https://a.example"
    )


def test_other_texts_in_a_png_are_none_of_our_business() -> None:
    baked = with_chunks(itxt(b"Comment"), itxt(b"Comment"), baked_png.chunks(CREDENTIAL))
    assert bake.found(baked).credential == CREDENTIAL


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (with_chunks(baked_png.chunks(CREDENTIAL), baked_png.chunks(CREDENTIAL)), "two-badges"),
        (with_chunks(baked_png.chunks(CREDENTIAL), itxt(b"OpenBadgeCredential")), "two-badges"),
        (with_chunks(baked_png.chunks(b"", ASSERTION), chunk(b"tEXt", b"openbadges\x00x")), "two-badges"),
        (with_chunks(chunk(b"zTXt", b"openbadges\x00\x00x")), "packed-badge"),
        (with_chunks(itxt(b"openbadges", b"\x01\x00\x00\x00x")), "packed-badge"),
        (with_chunks(itxt(b"openbadges", b"\x00\x00en\x00\x00{}")), "damaged-picture"),
        (with_chunks(itxt(b"openbadges", b"\x00\x00\x00x\x00{}")), "damaged-picture"),
        (with_chunks(itxt(b"openbadges", b"\x00\x00\x00")), "damaged-picture"),
        (with_chunks(*[chunk(b"tEXt", b"a\x00b")] * 20_000), "damaged-picture"),
        (PNG[:-1], "damaged-picture"),
        (PNG[:-12], "damaged-picture"),
        (PNG[:8], "damaged-picture"),
        (PNG[:8] + b"\xff\xff\xff\xffIHDR" + bytes(40), "damaged-picture"),
        (PNG[:8] + chunk(b"IDAT", b"") + PNG[8:], "damaged-picture"),
        (PNG[:33] + PNG[8:], "damaged-picture"),
        (PNG + b"PK", "damaged-picture"),
        (PNG.replace(b"IDAT", b"IDAX"), "damaged-picture"),
        (PNG, "not-a-badge"),
    ],
)
def test_other_pngs_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        bake.found(data)
    assert refused.value.code == code


def test_an_svg_holds_a_badge_directly_after_its_first_tag() -> None:
    baked = baked_svg.put(SVG, CREDENTIAL)
    assert b'a=">"><openbadges:credential><![CDATA[{"a":"]]\\u003e &' in baked
    assert bake.found(baked).credential == CREDENTIAL.replace(b">", b"\\u003e")


@pytest.mark.parametrize(
    "bare", [b'<svg xmlns="http://www.w3.org/2000/svg"/>', b'<s:svg xmlns:s="http://www.w3.org/2000/svg" />']
)
def test_an_svg_without_content_can_hold_a_badge(bare: bytes) -> None:
    assert bake.found(baked_svg.put(bare, ASSERTION)).credential == ASSERTION


def test_others_find_what_we_bake_into_an_svg() -> None:
    assert (
        baking.extract_svg(baked_svg.put(SVG, ASSERTION), element="openbadges:credential", text_fallback=True)
        == ASSERTION.decode()
    )


def test_the_older_version_is_read_from_an_svg() -> None:
    baked = SVG.replace(
        b"<rect/>",
        b"<text>Calm</text><g><openbadges:assertion " + OB2 + b' verify="">{}</openbadges:assertion></g>',
    )
    assert bake.found(baked).assertion == b"{}"


def test_a_token_in_an_attribute_is_read() -> None:
    baked = SVG.replace(
        b"<rect/>", b"<openbadges:credential " + OB3 + b' verify="a.b.c"></openbadges:credential>'
    )
    assert bake.found(baked).credential == b"a.b.c"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (SVG, "not-a-badge"),
        (
            SVG.replace(b"<rect/>", (b"<openbadges:credential " + OB3 + b">{}</openbadges:credential>") * 2),
            "two-badges",
        ),
        (b"<html><svg/></html>", "not-a-badge"),
        (b"<svg/>", "not-a-badge"),
        (b"<svg", "damaged-picture"),
        (SVG.replace(b"<rect/>", b"\xff"), "damaged-picture"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaa">]>' + SVG[21:], "unsafe-picture"),
        (SVG.replace(b"<rect/>", b"&a;"), "damaged-picture"),
        (SVG.replace(b"<rect/>", b"<g>" * 101 + b"</g>" * 101), "damaged-picture"),
        (SVG.replace(b"<rect/>", b"<g/>" * 50_001), "damaged-picture"),
    ],
)
def test_other_svgs_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        bake.found(data)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "data",
    [baked_svg.put(SVG, ASSERTION), SVG.replace(b" a=", b' xmlns:openbadges="http://openbadges.org" a=')],
)
def test_nothing_is_baked_into_an_svg_that_may_hold_a_badge(data: bytes) -> None:
    with pytest.raises(Refused, match="already"):
        baked_svg.put(data, CREDENTIAL)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-badge"),
        (b" \n", "not-a-badge"),
        (b"https://a.example/badge", "not-a-badge"),
        (b"GIF89a", "not-a-badge"),
        (b"\xff\xd8\xff", "not-a-badge"),
        (b"x" * 5_000_001, "too-large"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        bake.found(data)
    assert refused.value.code == code


@pytest.mark.parametrize("data", [b"{}", b" [1]", b"\xef\xbb\xbf{}", b"ab.cd.ef\n"])
def test_json_and_tokens_are_passed_on_as_they_are(data: bytes) -> None:
    assert bake.found(data) == bake.Found(data)
