"""Rules about pages: templates, pictures, characters that no font has, and the printer."""

from briefkit.rulebook.families import Family, Rule

PAGES = Family(
    "Pages and printing",
    (
        Rule(
            id="kind-unknown",
            says="The front matter of a brief names a kind of brief that has no template.",
            because="Nobody has said what such a brief looks like, so it is drawn as a plain one.",
            wrong="kind: comparisson",
            right="kind: comparison",
        ),
        Rule(
            id="style-unknown",
            says="The front matter of a brief names a citation style that is neither among those of the Citation Style Language nor a file of the project.",
            because="Nobody has said how its references are to be printed, so they are numbered as in the house style.",
            wrong="citation_style: csl:harvard-cite-them-write",
            right="citation_style: csl:harvard-cite-them-right",
        ),
        Rule(
            id="style-broken",
            says="A style file cannot be read, is no citation style, or asks for something that no style may.",
            because="The references cannot be printed in it, so they are numbered as in the house style.",
            wrong="<style ...>  (a file of which the download broke off)",
            right="the whole file, as zotero.org/styles gives it",
        ),
        Rule(
            id="style-notes",
            says="A brief asks for a citation style that puts citations into footnotes.",
            because="Pages of briefs cite in the text, where a claim stands; the references are numbered as in the house style.",
            wrong="citation_style: csl:chicago-notes",
            right="citation_style: csl:chicago-author-date",
        ),
        Rule(
            id="style-extra-missing",
            says="A brief asks for a style of the Citation Style Language, and what prints in it is not installed.",
            because="The references are numbered as in the house style.",
            wrong="citation_style: csl:apa  (where pandoc is not installed)",
            right='pip install "briefkit[pandoc]"',
        ),
        Rule(
            id="template-missing",
            says="A page needs a template that is not there.",
            because="A part of the page cannot be drawn, and so the page is not.",
            wrong='{% include "parts/contens.html.j2" %}',
            right='{% include "parts/contents.html.j2" %}',
        ),
        Rule(
            id="template-fault",
            says="A template has a mistake in it, or uses a name that nobody gives it.",
            because="The page cannot be drawn until it is mended.",
            wrong="<title>{{ titel }}</title>",
            right="<title>{{ title }}</title>",
        ),
        Rule(
            id="glyph-missing",
            says="A text holds a character that the fonts of the pages do not have.",
            because="Readers would see an empty box, or each of them another font.",
            wrong="title: 海洛因辅助治疗",
            right='title: "Hǎiluòyīn fǔzhù zhìliáo [heroin-assisted treatment]"',
        ),
        Rule(
            id="picture-missing",
            says="A brief shows a picture that is not in the project.",
            because="Readers would see a hole in the page.",
            wrong="![Places by country](briefs/pictures/mpa.svg)",
            right="![Places by country](briefs/pictures/map.svg)",
        ),
        Rule(
            id="picture-unreadable",
            says="A brief shows a picture that the printer cannot read: an empty or damaged file, or no picture at all.",
            because="The PDF lacks it, and readers of the print would not know that there is one.",
            wrong="briefs/pictures/map.png, cut off while it was copied",
            right="the whole file, or the picture saved anew",
        ),
        Rule(
            id="asset-refused",
            says="A page asks the printer to fetch something that is not part of the project.",
            because="A brief must not reach out to the network or read other files of the machine that prints it.",
            wrong='body { background: url("https://example.org/paper.png") }',
            right='body { background: url("asset:images/paper.png") }',
        ),
        Rule(
            id="print-fault",
            says="The printer did not understand something in a template or style sheet, or could not do what it says.",
            because="The PDF may lack something that the page on the screen has.",
            wrong="p { text-wrap: pretty }  /* in css/print.css */",
            right="p { orphans: 3 }",
            draft="warning",
        ),
        Rule(
            id="printer-missing",
            says="The system libraries that write PDF are not installed on this machine.",
            because="The brief has no PDF.",
            wrong="python build.py build  (on a machine without Pango)",
            right="apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 && python build.py build",
        ),
        Rule(
            id="pandoc-missing",
            says="Pandoc, which writes Word files, is not installed on this machine.",
            because="The brief has no Word file, although one was asked for.",
            wrong="python build.py build --formats html,docx  (on a machine without pandoc)",
            right='pip install "briefkit[pandoc]" && python build.py build --formats html,docx',
        ),
    ),
)
