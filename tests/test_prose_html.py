"""The HTML that tokens become: complete, and without a way for text from a file to be anything but text."""

import pytest
from brief_desk import HEAD, PlainPainter, brief

from briefkit.prose.html import paint, paint_inline


def html(text: str) -> str:
    return paint(brief(text)[0].tokens, PlainPainter())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* **c** `<d>`  \ne\nf", "<p>a <em>b</em> <strong>c</strong> <code>&lt;d&gt;</code><br>\ne\nf</p>\n"),
        ("## One & two", '<h2 id="one-two">One &amp; two</h2>\n'),
        ("- a\n- b\n\n3. c", '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start="3">\n<li>c</li>\n</ol>\n'),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("Term\n: said", "<dl>\n<dt>Term</dt>\n<dd>said</dd>\n</dl>\n"),
        ("```python\n<b> {{ x }}\n```", "<pre><code>&lt;b&gt; {{ x }}\n</code></pre>\n"),
        ("a\n\n***", "<p>a</p>\n<hr>\n"),
        ('[a](https://x.org/?a&b "t\\"")', '<p><a href="https://x.org/?a&amp;b" title="t&quot;">a</a></p>\n'),
        ("[a](javascript:x)", '<p><a class="refused">a</a></p>\n'),
        ("![a \"b\"](briefs/m.png 't')", '<p>(image briefs/m.png|a "b"|t)</p>\n'),
        ("![a](../m.png)", "<p>(gap a)</p>\n"),
        ("::: box\na\n:::", "<p>a</p>\n"),
        ("::: option Pay <now>\na\n:::", "(option|Pay <now>|<p>a</p>\n)"),
        (
            "| a | b |\n|:--|--:|\n| c | d \\| e |",
            (
                '<table>\n<thead>\n<tr>\n<th scope="col" class="left">a</th>\n<th scope="col" class="right">b</th>\n</tr>\n</thead>'
                '\n<tbody>\n<tr>\n<td class="left">c</td>\n<td class="right">d | e</td>\n</tr>\n</tbody>\n</table>\n'
            ),
        ),
        ("{{ riott.randomised }}", "<p><127|riott.randomised> [strang2010, abstract]</p>\n"),
        ("{{ riot.x }}", "<p>(gap {{ riot.x }})</p>\n"),
        ('{{ plain("three", why="a b") }}', "<p>(plain three|a b)</p>\n"),
        ('{{ table("programmes", columns=["place"]) }}', "(table programmes)"),
    ],
)
def test_html(text, expected):
    assert html(text) == expected


def test_footnotes_stand_at_the_end_and_lead_back():
    assert html("a[^x] b[^x]\n\n[^x]: note") == (
        '<p>a<sup class="footnote"><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup> '
        'b<sup class="footnote"><a id="fnref-1-2" href="#fn-1" role="doc-noteref">1</a></sup></p>\n'
        '<section class="footnotes" role="doc-endnotes">\n<ol>\n<li id="fn-1"><p>note '
        '<a class="footnote-back" href="#fnref-1" aria-label="Back to the text">↩</a> '
        '<a class="footnote-back" href="#fnref-1-2" aria-label="Back to the text">↩</a></p>\n</li>\n</ol>\n</section>\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "## <script>alert(1)</script>",
        "`<script>`",
        "```\n<script>\n```",
        '[a](https://x.org/"onclick="alert(1))',
        '[a](https://x.org "<script>")',
        "![<script>](briefs/a.png)",
        "| <script> |\n|---|\n| <script> |",
        "Term <script>\n: <script>",
        "a[^x]\n\n[^x]: <script>",
        "&lt;script&gt;",
        "\\<script>",
    ],
)
def test_no_html_of_a_file_lives(text):
    painted = html(text).replace("(image briefs/a.png|<script>|)", "")
    assert "<script" not in painted
    assert "<img" not in painted
    assert '"onclick' not in painted


def test_a_title_is_painted_without_a_paragraph():
    made = brief("", HEAD.replace("A title", '"Room for [127]{=riott.randomised} *people*"'))[0]
    assert paint_inline(made.title, PlainPainter()) == "Room for <127|riott.randomised> <em>people</em>"
    assert made.title_text == "Room for 127 people"
