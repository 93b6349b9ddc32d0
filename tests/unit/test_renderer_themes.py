"""Themes: what a few lines of YAML may say, which colours are corrected, and what cannot leave the style sheet."""

from __future__ import annotations

import re
from itertools import product

import pytest
from sample_module import READING, png

from modmigrate.errors import ModelError
from modmigrate.pipeline import theme_of
from modmigrate.renderer import render
from modmigrate.report import Code
from modmigrate.templating.colours import BLACK, WHITE, contrast, mixed, readable
from modmigrate.templating.themes import BUILT_IN, built_in


def styled(tmp_path, text, **files):
    """The finished index.html of a module with this theme, and the codes of what was found."""
    (tmp_path / "diklat.yaml").write_text(text, "utf-8")
    for name, data in files.items():
        (tmp_path / name.replace("_", ".")).write_bytes(data)
    site = render(READING, {}, theme=tmp_path / "diklat.yaml")
    own = {Code.COLOUR_CORRECTED, Code.COLOURS_ALIKE}
    return dict(site.files), [f.code for f in site.findings if f.code in own]


def value(files, name):
    return re.findall(rf"--{name}:\s?([^;]+);", files["index.html"].decode())[-1]


def test_there_are_two_themes_and_each_says_its_name():
    assert built_in() == ("contrast", "default")
    assert all((BUILT_IN / "themes" / name / "theme.yaml").is_file() for name in built_in())


def test_a_theme_is_chosen_by_name():
    plain, high = (dict(render(READING, {}, theme=t).files)["index.html"] for t in ("", "contrast"))
    assert b"#ffe45c" in high
    assert b"#ffe45c" not in plain
    assert plain == dict(render(READING, {}, theme="default").files)["index.html"]


@pytest.mark.parametrize("dark", [False, True])
def test_the_contrast_theme_keeps_seven_to_one(dark):
    text = (BUILT_IN / "themes" / "contrast" / "add.css").read_text("utf-8")
    light_part, dark_part = text.split("@media", 1)
    found = dict(re.findall(r"--([\w-]+): (#\w{3,6});", light_part))
    if dark:
        found |= dict(re.findall(r"--([\w-]+): (#\w{3,6});", dark_part))
        found |= {name: found[f"{name}-dark"] for name in ("brand", "on-brand", "brand-soft")}
    inks = ("ink", "ink-2", "brand", "right", "wrong", "warn")
    grounds = ("paper", "ground", "brand-soft", "right-soft", "wrong-soft", "warn-soft")
    assert [(i, g) for i, g in product(inks, grounds) if contrast(found[i], found[g]) < 7] == []
    assert contrast(found["on-brand"], found["brand"]) >= 7


def test_an_institution_needs_a_few_lines(tmp_path):
    files, found = styled(
        tmp_path,
        "name: Diklat\nlogo: logo.png\ncolours: {brand: '#7a1f2b'}\nfonts: {text: Source Sans 3, file: x.woff2}\n",
        logo_png=png(200, 80),
        x_woff2=b"wOF2 font",
    )
    assert found == []
    index = files["index.html"].decode()
    assert value(files, "brand") == "#7a1f2b"
    assert re.search(r'class="logo"><img src="media/[0-9a-f]{12}\.png" alt="" width="200"', index)
    assert re.search(r"url\(media/[0-9a-f]{12}\.woff2\)", index)
    assert value(files, "font") == '"mm-text",var(--system)'
    assert sorted(name.rpartition(".")[2] for name in files if name.startswith("media/")) == ["png", "woff2"]


@pytest.mark.parametrize("brand", ["#ffcc00", "#7a1f2b", "#ffffff", "#000000", "#0f0", "#888888", "#1e90ff"])
def test_whatever_the_colour_text_can_be_read(tmp_path, brand):
    files, found = styled(tmp_path, f"colours: {{brand: '{brand}'}}\n")
    own = {
        n: value(files, n)
        for n in ("brand", "on-brand", "brand-soft", "brand-dark", "on-brand-dark", "brand-soft-dark")
    }
    for end, papers in (("", (WHITE, "#f6f7f5")), ("-dark", ("#1a211f", "#111615"))):
        grounds = (*papers, own[f"brand-soft{end}"])
        assert all(contrast(own[f"brand{end}"], ground) >= 4.5 for ground in grounds)
        assert contrast(own[f"on-brand{end}"], own[f"brand{end}"]) >= 4.5
    assert (own["brand"] != brand) is (found == [Code.COLOUR_CORRECTED])


def test_text_and_paper_that_are_too_alike_are_told(tmp_path):
    assert Code.COLOURS_ALIKE in styled(tmp_path, "properties: {ink: '#999999'}\n")[1]
    assert Code.COLOURS_ALIKE in styled(tmp_path, "properties: {paper: 'rgb(0,0,0)'}\n")[1]
    assert styled(tmp_path, "properties: {ink: '#111111', radius: 4px}\n")[1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("properties: {brand: 'red;}</style>'}", "CSS cannot hold"),
        ("properties: {font: '\"a'}", "CSS cannot hold"),
        ('properties: {font: "\'a"}', "CSS cannot hold"),
        ("properties: {radius: 'url(//x.id/a)'}", "CSS cannot hold"),
        ("properties: {radius: 'image-set(a)'}", "CSS cannot hold"),
        ("properties: {radius: 'expression(1)'}", "CSS cannot hold"),
        ("properties: {radius: 'calc(1px'}", "CSS cannot hold"),
        ("properties: {radius: '1px /* '}", "CSS cannot hold"),
        ("properties: {radius: '1px\\\\'}", "CSS cannot hold"),
        ("properties: {radius: '}'}", "CSS cannot hold"),
        ("properties: {'a:b': 1}", "CSS cannot hold"),
        ("colours: {brand: red}", "write a colour as #rrggbb"),
        ("colours: {brnd: '#fff'}", "did you mean 'brand'"),
        ("colors: {brand: '#fff'}", "did you mean 'colours'"),
        ("fonts: {text: 'a\"; } x {'}", "no name of a font"),
        ("logo: ../../etc/passwd", "not below the theme's folder"),
        ("logo: diklat.yaml", "cannot be used"),
        ("fonts: {file: diklat.yaml}", "no WOFF2"),
        ("parent: biru", "no theme 'biru'; built in are contrast and default"),
        ("- a", "keys such as"),
        ("a: [", "not YAML"),
    ],
)
def test_what_is_no_theme_is_refused_in_words(tmp_path, text, said):
    with pytest.raises(ModelError, match=re.escape(said)):
        styled(tmp_path, text)


def test_a_theme_s_mistakes_have_their_places(tmp_path):
    with pytest.raises(ModelError, match=r"diklat\.yaml:2:3: colours has no 'brnd'"):
        styled(tmp_path, "colours:\n  brnd: '#ffffff'\n")
    with pytest.raises(
        ModelError, match=r"diklat\.yaml:1:1: the file 'logo\.svg' is not there; put it beside the theme"
    ):
        styled(tmp_path, "logo: logo.svg\n")


def laughs(deep):
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    for before, name in zip("abcdefghi", "bcdefghij", strict=True):
        lines.append(f"{name}: &{name} [" + ",".join([f"*{before}"] * 10) + "]")
    return "\n".join(lines[:deep]) + "\nname: x\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (laughs(10), "1:4: put text that begins with & in quotes (anchors are not read)"),
        ("x: &x {radius: 4px}\nproperties: {<<: *x}\n", "anchors are not read"),
        ("properties: {radius: !!python/object:os.system x}\n", "tags are not read"),
        ("logo: !!binary aGk=\n", "tags are not read"),
        ("parent: " + "[" * 3000 + "]" * 3000, "nested more than"),
        ("properties: " + "{a: " * 3000 + "}" * 3000, "nested more than"),
        ('logo: "a\\0b.png"', "holds a sign that cannot be shown"),
        ('parent: "a\\0b"', "holds a sign that cannot be shown"),
        ('properties: {"radius": "1\\e[31m"}', "holds a sign that cannot be shown"),
        ("logo: a\x00b.png", "U+0000 cannot stand here"),
        ("name: x\n---\nname: y\n", "a second YAML document"),
        ("colours: {brand: {a: b}}", "must be one text"),
        ("properties: [a]", "must be one text"),
        ("properties: 4px", "`properties` must hold names"),
        ("logo: {a: b}", "`logo` must be one text"),
        ("? [a]\n: b", "a key must be a word"),
        ("name: " + "x" * 200_001, "more than 200,000 bytes"),
        *((f"parent: {text}", f"no theme {text!r}") for text in
          ("2024-99-99", "99:99:99", "2024-01-01T00:00:00+99:99",
           "0x_", "0b_", "9" * 5000, ".inf", "no", "2024-01-01")),
        *((f"colours: {{brand: {text}}}", "write a colour as #rrggbb") for text in ("2024-99-99", "0x_", "9" * 50)),
    ],
)  # fmt: skip
def test_a_strangers_theme_ends_in_a_sentence(tmp_path, text, said):
    """YAML that other readers unfold, take for dates and numbers, or run. All ended in exit code 70, or not at all."""
    with pytest.raises(ModelError, match=re.escape(said)):
        styled(tmp_path, text)


@pytest.mark.parametrize("text", ["", "# nothing yet\n\n", "name: 2024-99-99\n", "properties:\n", "name: no\nlogo:\n"])
def test_a_theme_that_says_nothing_is_the_default_one(tmp_path, text):
    plain = dict(render(READING, {}).files)["index.html"]
    assert styled(tmp_path, text)[0]["index.html"] == plain


def test_a_folder_can_add_styles_and_have_a_parent(tmp_path):
    (tmp_path / "theme.yaml").write_text("parent: contrast\n")
    (tmp_path / "add.css").write_text(".mine { color: red }\n")
    index = dict(render(READING, {}, theme=tmp_path).files)["index.html"].decode()
    assert index.index("#ffe45c") < index.index(".mine")


def test_a_module_names_a_built_in_theme_or_a_file_of_its_own(tmp_path, monkeypatch):
    def named(theme, given=""):
        from msgspec.structs import replace

        return theme_of(replace(READING, theme=theme), tmp_path, given)

    assert named("") == ""
    assert named("contrast") == "contrast"
    assert named("contrast", "default") == "default"
    assert named("tema/kami.yaml") == tmp_path / "tema/kami.yaml"
    assert named("x", str(tmp_path)) == tmp_path
    (tmp_path / "contrast").mkdir()
    monkeypatch.chdir(tmp_path)
    assert named("", "contrast") == "contrast"
    for wrong in ("tema/kami", "../kami.yaml"):
        with pytest.raises(ModelError):
            named(wrong)


def test_contrast_is_that_of_wcag():
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert mixed(WHITE, BLACK, 0.5) == "#808080"
    assert readable("#777", (WHITE,)) != "#777"
    assert readable("#767676", (WHITE,)) == "#767676"
