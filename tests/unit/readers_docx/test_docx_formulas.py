"""Office's equations as LaTeX: every construct of ECMA-376 part 1, 22.1.2, and what MathML is made of it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from docx_maker import document, formulas, p

from modmigrate.text.formula import mathml


def run(text: str, props: str = "") -> str:
    return f"<m:r>{f'<m:rPr>{props}</m:rPr>' if props else ''}<m:t>{text}</m:t></m:r>"


def e(text: str, name: str = "e") -> str:
    return f"<m:{name}>{text if text.startswith('<') else run(text)}</m:{name}>"


def built(kind: str, *inner: str, props: str = "") -> str:
    return f"<m:{kind}><m:{kind}Pr>{props}</m:{kind}Pr>{''.join(inner)}</m:{kind}>"


CASES = {
    "acc": (built("acc", e("x"), props='<m:chr m:val="̃"/>'), r"\tilde{x}"),
    "acc-default": (built("acc", e("x")), r"\hat{x}"),
    "acc-wide": (built("acc", e("AB"), props='<m:chr m:val="⃗"/>'), r"\overrightarrow{AB}"),
    "bar": (built("bar", e("x"), props='<m:pos m:val="top"/>'), r"\overline{x}"),
    "bar-below": (built("bar", e("x")), r"\underline{x}"),
    "box": (built("box", e("x")), "{x}"),
    "borderBox": (built("borderBox", e("x")), r"\boxed{x}"),
    "borderBox-struck": (built("borderBox", e("x"), props="<m:strikeBLTR/>"), r"\cancel{x}"),
    "d": (built("d", e("x"), e("y")), r"\left( x|y\right)"),
    "d-open": (built("d", e("x"), props='<m:begChr m:val="{"/><m:endChr m:val=""/>'), r"\left\{ x\right."),
    "d-sep": (built("d", e("x"), e("y"), props='<m:sepChr m:val=","/><m:begChr m:val="⟨"/><m:endChr m:val="⟩"/>'),
              r"\left\langle x,y\right\rangle"),
    "borderBox-struck-twice": (built("borderBox", e("x"), props="<m:strikeBLTR/><m:strikeTLBR/>"), r"\xcancel{x}"),
    "borderBox-struck-level": (built("borderBox", e("x"), props="<m:strikeH/>"), r"\sout{x}"),
    "borderBox-foot": (built("borderBox", e("x"), props="<m:hideTop/><m:hideLeft/><m:hideRight/>"), r"\underline{x}"),
    "borderBox-open": (built("borderBox", e("x"), props="<m:hideTop/><m:hideBot/><m:hideLeft/><m:hideRight/>"), "x"),
    "eqArr": (built("eqArr", e("x=1"), e("y=2")), r"\begin{aligned} & x=1 \\ & y=2 \end{aligned}"),
    "eqArr-aligned": (built("eqArr", e("x&amp;=1"), e("y&amp;=2")),
                      r"\begin{aligned} x & =1 \\ y & =2 \end{aligned}"),
    "f": (built("f", e("1", "num"), e("2", "den")), r"\frac{1}{2}"),
    "f-skewed": (built("f", e("1", "num"), e("2", "den"), props='<m:type m:val="skw"/>'), "{}^{1}/_{2}"),
    "f-linear": (built("f", e("1", "num"), e("2", "den"), props='<m:type m:val="lin"/>'), "{1}/{2}"),
    "f-stack": (built("f", e("n", "num"), e("k", "den"), props='<m:type m:val="noBar"/>'),
                r"\begin{matrix} n \\ k \end{matrix}"),
    "func": (built("func", e("sin", "fName"), e("x")), r"\sin x"),
    "func-limit": (built("func", e(built("limLow", e("lim"), e("n→∞", "lim")), "fName"), e("x")),
                   r"\lim\limits_{n\rightarrow\infty}x"),
    "groupChr": (built("groupChr", e("x")), r"\underbrace{x}"),
    "groupChr-above": (built("groupChr", e("x"), props='<m:chr m:val="⏞"/><m:pos m:val="top"/>'), r"\overbrace{x}"),
    "groupChr-arrow": (built("groupChr", e("x"), props='<m:chr m:val="⇒"/><m:pos m:val="bot"/>'),
                       r"\overset{x}{\Rightarrow}"),
    "limLow": (built("limLow", e("x"), e("n", "lim")), r"\underset{n}{x}"),
    "limUpp": (built("limUpp", e("x"), e("n", "lim")), r"\overset{n}{x}"),
    "m": (built("m", f"<m:mr>{e('a')}{e('b')}</m:mr><m:mr>{e('c')}{e('d')}</m:mr>"),
          r"\begin{matrix} a & b \\ c & d \end{matrix}"),
    "nary": (built("nary", e("0", "sub"), e("1", "sup"), e("x")), r"\int_{0}^{1} x"),
    "nary-sum": (built("nary", e("i", "sub"), e("n", "sup"), e("x"), props='<m:chr m:val="∑"/>'), r"\sum_{i}^{n} x"),
    "nary-beside": (built("nary", e("i", "sub"), e("n", "sup"), e("x"),
                          props='<m:chr m:val="∑"/><m:limLoc m:val="subSup"/>'),
                    r"\sum\nolimits_{i}^{n} x"),
    "nary-hidden": (built("nary", e("i", "sub"), e("n", "sup"), e("x"), props="<m:subHide/><m:supHide/>"), r"\int x"),
    "phant": (built("phant", e("x"), props='<m:show m:val="0"/>'), r"\phantom{x}"),
    "phant-shown": (built("phant", e("x")), "{x}"),
    "rad": (built("rad", e("3", "deg"), e("x")), r"\sqrt[3]{x}"),
    "rad-square": (built("rad", e("", "deg"), e("x"), props="<m:degHide/>"), r"\sqrt{x}"),
    "sPre": (built("sPre", e("a", "sub"), e("b", "sup"), e("X")), "{}_{a}^{b}X"),
    "sSub": (built("sSub", e("x"), e("1", "sub")), "x_{1}"),
    "sSubSup": (built("sSubSup", e("x"), e("1", "sub"), e("2", "sup")), "x_{1}^{2}"),
    "sSup": (built("sSup", e("ab"), e("2", "sup")), "{ab}^{2}"),
    "r-normal": (run("if x", "<m:nor/>"), r"\text{if x}"),
    "r-plain": (run("d", '<m:sty m:val="p"/>'), r"\mathrm{d}"),
    "r-name": (run("argmax", '<m:sty m:val="p"/>'), r"\operatorname{argmax}"),
    "r-bold": (run("v", '<m:sty m:val="b"/>'), r"\mathbf{v}"),
    "r-double": (run("R", '<m:scr m:val="double-struck"/>'), r"\mathbb{R}"),
    "r-signs": (run("α≤β"), r"\alpha\leq\beta"),
    "r-letter-after-name": (run("αx"), r"\alpha x"),
    "r-alphabet": (run("ℝ𝐯𝒜"), r"ℝ\mathbf{v}\mathcal{A}"),
    "r-reserved": (run("5%$#_{}"), r"5\%＄\#\_\{\}"),
    "r-words": (run("two words"), r"two\ words"),
    "r-words-in-runs": (run("two") + run(" ") + run("wo") + run("rds ") + run("here"), r"two\ words\ here"),
    "r-blanks-around-signs": (run("a ") + run("= b"), "a = b"),
    "r-symbol": ('<m:r><w:sym w:font="Symbol" w:char="F061"/></m:r>', r"\alpha"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_construct_becomes_latex_that_becomes_mathml(name: str) -> None:
    xml, latex = CASES[name]
    (formula,) = formulas(document(p(f"<m:oMath>{xml}</m:oMath>")))
    assert formula.text == latex
    assert not formula.display
    (inner,) = ET.fromstring(mathml(latex))
    assert inner.text != latex, "shown as typed: LaTeX that was not understood"
    assert "\\" not in "".join(inner.itertext()), "a command that was not understood"


def test_displayed_formulas_stand_alone_and_inline_ones_in_their_line() -> None:
    inline = document(p("Luas ", f"<m:oMath>{run('A')}</m:oMath>", " bidang"))
    shown = document(p(f"<m:oMathPara><m:oMath>{run('A')}</m:oMath><m:oMath>{run('B')}</m:oMath></m:oMathPara>"))
    assert [f.display for f in formulas(inline) + formulas(shown)] == [False, True, True]


def test_deleted_parts_of_a_formula_are_gone() -> None:
    found = document(p(f"<m:oMath>{run('a')}<w:del>{run('b')}</w:del><w:ins>{run('c')}</w:ins></m:oMath>"))
    assert formulas(found)[0].text == "ac"


def test_very_deep_formulas_end() -> None:
    xml = run("x")
    for _ in range(90):
        xml = built("rad", "<m:deg/>", f"<m:e>{xml}</m:e>")
    assert document(p("a", f"<m:oMath>{xml}</m:oMath>")).blocks


@pytest.mark.parametrize("kind", ["acc", "groupChr", "nary", "d"])
def test_a_sign_that_is_none_does_no_harm(kind: str) -> None:
    signs = "".join(f'<m:{name} m:val="rId1"/>' for name in ("chr", "begChr", "endChr", "sepChr"))
    inner = f"<m:{kind}><m:{kind}Pr>{signs}</m:{kind}Pr>{e('x')}{e('y')}</m:{kind}>"
    (found,) = formulas(document(p(f"<m:oMath>{inner}</m:oMath>")))
    assert "x" in found.text


def test_an_array_of_one_equation_is_that_equation() -> None:
    inner = f"<m:oMath><m:eqArr>{e('a&amp;=b')}</m:eqArr></m:oMath>"
    (found,) = formulas(document(p(inner)))
    assert found.text == "a=b"


def test_rows_of_an_array_are_set_as_large_as_displayed_formulas() -> None:
    total = built("nary", e("i", "sub"), e("n", "sup"), e("x"), props='<m:chr m:val="∑"/>')
    share = built("f", e("S", "num"), e("n", "den"))
    array = built("eqArr", e(run("S&amp;=") + total), e(run("m&amp;=") + share))
    (found,) = formulas(document(p(f"<m:oMathPara><m:oMath>{array}</m:oMath></m:oMathPara>")))
    math = ET.fromstring(mathml(found.text, display=True))
    (rows,) = (x for x in math.iter() if x.tag.endswith("mtable"))
    assert rows.get("displaystyle") == "true"
    assert [len(row) for row in rows] == [2, 2]
    assert [cell.get("columnalign") for cell in rows[0]] == ["right", "left"]
    assert any(x.tag.endswith("munderover") for x in rows.iter())


BREAK = '<m:brk m:alnAt="1"/>'


def test_a_displayed_formula_broken_by_hand_has_a_row_for_each_line() -> None:
    inner = run("y=a+b") + run("+", BREAK) + run("c+d") + run("+", BREAK) + run("e")
    (found,) = formulas(document(p(f"<m:oMathPara><m:oMath>{inner}</m:oMath></m:oMathPara>")))
    assert found.text == r"\begin{aligned} & y=a+b \\ & +c+d \\ & +e \end{aligned}"


def test_a_break_inside_of_a_construct_breaks_nothing() -> None:
    (found,) = formulas(document(p(f"<m:oMath>{built('rad', '<m:deg/>', e(run('a') + run('+b', BREAK)))}</m:oMath>")))
    assert found.text == r"\sqrt{a+b}"
