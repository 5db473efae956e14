"""Words that turn a statement round or soften a number, by language: a quotation that leaves one off says something else."""

from briefkit.values.number_words import NUMBER_WORDS


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


NEGATIONS = {
    "en": "not no never without cannot nor neither nobody none nothing hardly barely scarcely non n't lacked lacks",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts kaum",
    "nl": "niet geen nooit zonder noch niemand niets nauwelijks",
    "da": "ikke ingen intet aldrig uden hverken næppe",
    "no": "ikke ingen intet aldri uten verken neppe ikkje inga",
    "sv": "inte ingen inget aldrig utan varken knappast ej",
    "fr": "pas ne jamais sans aucun aucune ni",
}
NEGATING_PHRASES = (
    "failed to",
    "fails to",
    "fail to",
    "failing to",
    "unable to",
    "rather than",
    "instead of",
    "absence of",
    "no longer",
    "lack of",
    "anything but",
)
BETWEEN = words(
    "a an the any be been being have has had yet even to clearly only der die das den dem ein eine einen de het een en et "
    "any significant clear further overall substantial such signifikant signifikante signifikanten signifikanter significante"
)
"""Words that can stand between a negation and what it turns round."""

QUALIFIERS = {
    "en": (
        "about;almost;nearly;up to;at least;at most;more than;fewer than;less than;over;under;around;approximately;roughly;"
        "an estimated;estimated;circa;ca;ca.;c.;some;close to;just over;just under;below;above;as many as;as few as;"
        "no more than;not more than;no fewer than;no less than;a minimum of;a maximum of;minimum of;maximum of;perhaps;"
        "virtually;well over;in excess of;approx;approx.;only about;as much as;as little as;as high as;as low as;not exceeding;"
        "in the region of;in the order of;of the order of;roughly speaking"
    ),
    "de": (
        "rund;etwa;bis zu;mindestens;höchstens;ungefähr;zirka;circa;ca;ca.;knapp;fast;beinahe;mehr als;weniger als;über;unter;"
        "annähernd;maximal;nahezu;geschätzt;geschätzte;wenigstens"
    ),
    "nl": "ongeveer;circa;ca;ca.;bijna;ruim;meer dan;minder dan;minstens;ten minste;tenminste;hoogstens;maximaal;rond;tot",
    "da": "cirka;ca;ca.;omkring;omtrent;næsten;mindst;højst;mere end;færre end;mindre end;op til;over;under;godt;knap",
    "no": "cirka;ca;ca.;omtrent;om lag;nesten;minst;høyst;mer enn;færre enn;mindre enn;opptil;inntil;over;under",
    "sv": "cirka;ca;ca.;omkring;ungefär;nästan;minst;högst;mer än;färre än;mindre än;upp till;över;under;drygt;knappt",
    "fr": "environ;près de;presque;au moins;au plus;plus de;moins de;jusqu'à;quelque;à peu près",
}
QUALIFIERS_AFTER = (
    "or more;or fewer;or less;or over;or so;or above;or below;or older;or under;and over;oder mehr;oder weniger;of meer;eller flere;"
    "eller mer;eller mindre;ou plus"
)
OF_PLACE_TOO = words("over under above below über unter rond around tot")
"""Qualifiers that are prepositions of time as well: `over two years`, `under 2011`."""
TIMES = words(
    "second minute hour day week weekend month quarter year decade tag tage tagen woche wochen monat monate monaten jahr jahre "
    "jahren jahrzehnte dag dagen dage dager uge uger uke uker week weken maand maanden måned måneder månader år jaar jaren"
)
"""Units of time, in the singular where `s` makes the plural."""
SCALES = words(
    "hundred thousand million millions billion billions trillion m bn mn tn k mio mrd tsd hundert tausend millionen milliarden "
    "duizend miljoen miljard tusind tusen million millioner milliarder miljoner mille millions milliards dozen"
)
PERCENT_WORDS = words("percent percentage pct prozent procent prosent pourcent promille permille")
"""In one word; `per cent` is two."""
AMOUNT_WORDS = frozenset(NUMBER_WORDS) | words(
    "half third thirds quarter quarters twice double zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend "
    "hälfte drittel viertel"
)
CURRENCY_WORDS = words("eur gbp usd chf dkk nok sek cad aud jpy pln czk dm kr euro euros pounds dollars")
UNITS = words("m km cm mm kg g mg ml l µg μg mcg ug ha")
"""Units that a raised figure changes (`m²`), or that a letter does."""


def language(lang: str) -> str:
    """The tag by which these lists know a language; English when they do not."""
    first = lang.casefold().replace("_", "-").partition("-")[0]
    tag = {"nb": "no", "nn": "no"}.get(first, first)
    return tag if tag in NEGATIONS else "en"


def negations(lang: str) -> frozenset[str]:
    """Words that turn a statement round, in a language and in English."""
    return words(f"{NEGATIONS['en']} {NEGATIONS[language(lang)]}")


def qualifiers(lang: str) -> frozenset[str]:
    """Words and phrases that soften a number, in a language and in English."""
    return frozenset(f"{QUALIFIERS['en']};{QUALIFIERS[language(lang)]}".split(";"))


def softens(word: str, lang: str) -> bool:
    """True for a word that can be the telling one of a qualifier: `most` of `at most`, `about`."""
    return word.casefold() in {one for phrase in qualifiers(lang) for one in phrase.split()} - _SMALL


_SMALL = words("a an of to in as at the than dan zu til till de au à no not well just only per ten")


def negates(word: str, lang: str) -> bool:
    """True for a word that turns a statement round: `not`, `didn't`, `kein`."""
    folded = word.casefold()
    return folded in negations(lang) or folded.endswith("n't")
