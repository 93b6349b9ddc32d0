"""Inline Markdown and formulas as HTML: everything escaped, no target opened that we do not know."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from modmigrate.renderer import formula
from modmigrate.renderer.html import html


def plain(text: str) -> str:
    return str(html(text, lambda image: Markup("[{}]").format(image.src), lambda note: Markup("({})").format(note)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a < b & \"c\" 'd'", "a &lt; b &amp; &#34;c&#34; &#39;d&#39;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**tebal** dan *miring*", "<strong>tebal</strong> dan <em>miring</em>"),
        ("**satu *dua* tiga**", "<strong>satu </strong><strong><em>dua</em></strong><strong> tiga</strong>"),
        ("H~2~O, m^2^, ++u++, ~~s~~, ==m==", "H<sub>2</sub>O, m<sup>2</sup>, <u>u</u>, <s>s</s>, <mark>m</mark>"),
        ("`a<b`", "<code>a&lt;b</code>"),
        (
            "Lihat:\n\n`a = 1`\n\n`b < 2`\n\nApa hasilnya?",
            'Lihat:<code class="lines">a = 1\nb &lt; 2</code>Apa hasilnya?',
        ),
        ("`a`\n`b`", '<code class="lines">a\nb</code>'),
        ("lihat `b`\n`c` lalu", "lihat <code>b</code><br><code>c</code> lalu"),
        ("`a`\n\nlalu `b`", "<code>a</code><br><br>lalu <code>b</code>"),
        ("baris\nbaru", "baris<br>baru"),
        ("lihat[^n1] ![x](media/a.png)", "lihat(n1) [media/a.png]"),
        ("[sini](#h-1)", '<a href="#h-1">sini</a>'),
        ("[sini](mailto:a@b.id)", '<a href="mailto:a@b.id" target="_blank" rel="noopener noreferrer">sini</a>'),
        ("[a **b**](https://x.id/?q=1&r=2)", None),
    ],
)
def test_inline_markdown_as_html(text, written):
    if written is None:
        written = (
            '<a href="https://x.id/?q=1&amp;r=2" target="_blank" rel="noopener noreferrer">a <strong>b</strong></a>'
        )
    assert plain(text) == written


def test_what_stands_between_blanks_is_escaped_once():
    def blank() -> Markup:
        return Markup("[ ]")

    text = "Susu & madu\nmasuk ke ____ lalu a < b ____ < c"
    written = html(text, lambda image: Markup(image.src), lambda note: Markup(note), blank)
    assert written == "Susu &amp; madu<br>masuk ke [ ] lalu a &lt; b [ ] &lt; c"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc", "//x.id", "../a", "#"],
)
def test_other_targets_leave_plain_text(target):
    assert plain(f"[teks]({target})") == "teks"


def test_a_quote_in_a_target_cannot_leave_its_attribute():
    assert 'onclick="' not in plain('[x](https://a.id/"onclick="alert)')


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x^2 + x_{10}", "x<sup>2</sup> + x<sub>10</sub>"),
        (r"\frac{a}{b+1} \times \alpha", "a/(b+1) × α"),
        (r"\sqrt{x} \le 5\%", "√(x) ≤ 5%"),
        ("a < b", "a &lt; b"),
        (r"\unknown{x}", "unknownx"),
        # Phones without MathML showed «fracBiaya tetapJumlah»: words hid the fraction that they stand in.
        (r"\text{HPP = }\frac{\text{Biaya tetap}}{\text{Jumlah}}", "HPP = (Biaya tetap)/Jumlah"),
    ],
)
def test_typed_formulas(text, written):
    assert str(formula.typed(text)) == written


def test_mathml_keeps_presentation_only():
    source = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML" onclick="x()" display="block"><semantics>'
        '<mfrac href="javascript:x">'
        "<mi>a&lt;</mi><mn>2</mn></mfrac><script>bad()</script><annotation>tex</annotation></semantics></math>"
    )
    written = str(formula.mathml(source))
    assert written == (
        '<math display="block"><semantics><mfrac><mi>a&lt;</mi><mn>2</mn></mfrac>bad()</semantics></math>'
    )


@pytest.mark.parametrize("source", ["<math", "<p/>", '<!DOCTYPE x [<!ENTITY a "b">]><math>&a;</math>', ""])
def test_what_is_no_harmless_mathml_is_refused(source):
    assert formula.mathml(source) is None
