"""Languages as .bib files name them (`langid = {ngerman}`, `language = {French}`, `de`), as tags and as words."""

# Tag, English name, and the other names that biblatex, Zotero and native speakers use.
_LANGUAGES = (
    ("en", "English", "english american british canadian australian ukenglish usenglish newzealand eng"),
    ("de", "German", "ngerman austrian naustrian swissgerman nswissgerman deutsch ger deu"),
    ("fr", "French", "francais français acadian canadien fre fra"),
    ("it", "Italian", "italiano ita"),
    ("es", "Spanish", "espanol español castellano spa"),
    ("ca", "Catalan", "catala català cat"),
    ("pt", "Portuguese", "portuges português portugues brazil brazilian por"),
    ("nl", "Dutch", "nederlands flemish dut nld"),
    ("da", "Danish", "dansk dan"),
    ("sv", "Swedish", "svenska swe"),
    ("nb", "Norwegian", "norsk bokmal bokmål nynorsk no nn nor nob nno"),
    ("fi", "Finnish", "suomi fin"),
    ("is", "Icelandic", "islenska íslenska ice isl"),
    ("pl", "Polish", "polski pol"),
    ("cs", "Czech", "cestina čeština cze ces"),
    ("sk", "Slovak", "slovencina slovenčina slo slk"),
    ("sl", "Slovenian", "slovene slovenscina slovenščina slv"),
    ("hr", "Croatian", "hrvatski hrv"),
    ("sr", "Serbian", "srpski srp"),
    ("hu", "Hungarian", "magyar hun"),
    ("ro", "Romanian", "romana română rum ron"),
    ("bg", "Bulgarian", "bul"),
    ("el", "Greek", "polutonikogreek gre ell"),
    ("ru", "Russian", "русский rus"),
    ("uk", "Ukrainian", "українська ukr"),
    ("lt", "Lithuanian", "lit"),
    ("lv", "Latvian", "lav"),
    ("et", "Estonian", "est"),
    ("ga", "Irish", "gaeilge gle"),
    ("cy", "Welsh", "cymraeg wel cym"),
    ("gd", "Scottish Gaelic", "scottish gla"),
    ("lb", "Luxembourgish", "ltz"),
    ("mt", "Maltese", "malti mlt"),
    ("tr", "Turkish", "türkçe turkce tur"),
    ("ar", "Arabic", "ara"),
    ("he", "Hebrew", "heb"),
    ("fa", "Persian", "farsi per fas"),
    ("hi", "Hindi", "hin"),
    ("zh", "Chinese", "中文 汉语 漢語 chi zho"),
    ("ja", "Japanese", "日本語 jpn"),
    ("ko", "Korean", "한국어 kor"),
    ("vi", "Vietnamese", "vie"),
    ("th", "Thai", "tha"),
    ("id", "Indonesian", "bahasa ind"),
    ("la", "Latin", "latina lat"),
)
_TAGS = {name: tag for tag, english, others in _LANGUAGES for name in (tag, english.casefold(), *others.split())}
_NAMES = {tag: english for tag, english, _ in _LANGUAGES}

NAMES: tuple[str, ...] = tuple(sorted(_NAMES.values()))
"""English names of the languages that we know, for messages."""


def read_language(text: str) -> str:
    """Its tag: `de` for `ngerman`, `German`, `de-CH`; empty when we do not know it."""
    name = text.strip().casefold()
    return _TAGS.get(name) or _TAGS.get(name.replace("_", "-").partition("-")[0], "")


def language_name(tag: str) -> str:
    """`German` for `de`; empty for one that we do not know."""
    return _NAMES.get(tag, "")
