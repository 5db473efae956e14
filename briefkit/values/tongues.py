"""What has to be known of a language to read the numbers in a quotation: its marks, months, and the words beside numbers.

A language that is not here, or not said, is read as English, whose words many sources use beside their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefkit.values.claim import Bound

Qualifying = Mapping[str, Bound]
"""Words before a number, and what they do to it."""


def _bounds(
    about: str = "", nearly: str = "", up_to: str = "", at_least: str = "", more: str = "", fewer: str = ""
) -> Qualifying:
    """Words parted by `|` under what they do."""
    bounds: dict[Bound, str] = {
        "about": about,
        "nearly": nearly,
        "up to": up_to,
        "at least": at_least,
        "more than": more,
        "fewer than": fewer,
    }
    return {word: bound for bound, words in bounds.items() for word in words.split("|") if word}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language."""

    comma: bool = True
    """Whether its decimals stand after a comma, and points part thousands."""
    spelt: str = ""
    """Its code in num2words, by which its number words are found; English reads its own."""
    months: tuple[str, ...] = ()
    """January first."""
    percent: str = ""
    """Words for per cent, parted by `|`."""
    points: str = ""
    """Words for percentage points."""
    scales: Mapping[str, int] = field(default_factory=dict)
    """Words for large numbers, and their powers of ten."""
    before: Qualifying = field(default_factory=dict)
    """Words that qualify the number after them."""
    after: Qualifying = field(default_factory=dict)
    """Words that qualify the number before them."""
    times: Mapping[str, str] = field(default_factory=dict)
    """Beginnings of words for lengths of time, and the unit that each is."""
    every: str = ""
    """Words that make a rate, parted by `|`: `per`, `a`."""
    repeats: Mapping[str, int] = field(default_factory=dict)
    """`once`, `twice`: numbers of times."""
    negations: str = ""
    """Words that deny, parted by `|`."""
    lacks: str = ""
    """Patterns of words that deny more softly (`without`, `failed`), parted by `|`."""


def _names(names: str) -> tuple[str, ...]:
    return tuple(names.split())


ENGLISH = Tongue(
    comma=False,
    months=_names("january february march april may june july august september october november december"),
    percent="per cent|percent|per-cent|pc|pct",
    points="percentage points|percentage point|percentage-point|percent points|% points|%-points|pp",
    scales={"thousand": 3, "million": 6, "billion": 9, "mio.": 6, "mio": 6, "mn": 6, "m": 6, "bn": 9, "k": 3},
    before=_bounds(
        about="about|approximately|approx.|approx|around|roughly|circa|ca.|c.|some|estimated|~|≈|in the region of",
        nearly="nearly|almost|just under|close to|not quite|approaching",
        up_to="up to|at most|no more than|not more than|maximum of|as many as|as much as|≤",
        at_least="at least|no fewer than|no less than|not less than|minimum of|≥",
        more="more than|over|above|greater than|in excess of|upwards of|exceeding|>",
        fewer="fewer than|less than|under|below|<",
    ),
    after=_bounds(
        up_to="or less|or fewer|or under|or below",
        at_least="or more|or over|or older|and over|and above|plus|+",
    ),
    times={name: name for name in ("second", "minute", "hour", "day", "week", "month", "year")},
    every="per|a|an|each|every",
    repeats={"once": 1, "twice": 2, "thrice": 3},
    negations="not|no|never|none|nobody|nothing|neither|nor|cannot|nowhere",
    lacks=r"without|fail\w*|lack\w*|unable|unsuccessful\w*|absen\w*|\w*resist\w*|refus\w*|hardly|barely|rarely|un\w{4,}",
)

GERMAN = Tongue(
    spelt="de",
    months=_names("januar februar märz april mai juni juli august september oktober november dezember"),
    percent="Prozent|v. H.|v.H.",
    points="Prozentpunkte|Prozentpunkten|Prozentpunkt",
    scales={"Tausend": 3, "Tsd.": 3, "Mio.": 6, "Mio": 6, "Millionen": 6, "Million": 6}
    | {"Mrd.": 9, "Mrd": 9, "Milliarden": 9, "Milliarde": 9},
    before=_bounds(
        about="rund|etwa|ungefähr|circa|zirka|ca.|schätzungsweise|gegen|~",
        nearly="fast|knapp|beinahe|nahezu",
        up_to="bis zu|höchstens|maximal|nicht mehr als|≤",
        at_least="mindestens|wenigstens|nicht weniger als|≥",
        more="mehr als|über|gut|>",
        fewer="weniger als|unter|<",
    ),
    after=_bounds(at_least="oder mehr|und mehr|oder älter", up_to="oder weniger"),
    times={"sekunde": "second", "minute": "minute", "stunde": "hour", "tag": "day", "woche": "week"}
    | {"monat": "month", "jahr": "year"},
    every="pro|je|im|in der|am",
    repeats={"einmal": 1, "zweimal": 2, "dreimal": 3},
    negations="nicht|kein|keine|keinen|keiner|keinem|keines|nie|niemals|nichts|weder|noch nie",
    lacks=r"ohne|erfolglos\w*|\w+los\w{0,2}|fehl\w*|scheiter\w*|mangel\w*|un\w{4,}",
)

FRENCH = Tongue(
    spelt="fr",
    months=_names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    percent="pour cent|pour-cent",
    points="points de pourcentage|point de pourcentage|points de pour cent",
    scales={"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
    before=_bounds(
        about="environ|quelque|autour de|approximativement|~",
        nearly="près de|presque",
        up_to="jusqu'à|jusqu’à|au plus|au maximum",
        at_least="au moins|au minimum",
        more="plus de|plus d'|plus d’|>",
        fewer="moins de|moins d'|moins d’|<",
    ),
    after=_bounds(at_least="ou plus|et plus", up_to="ou moins"),
    times={"seconde": "second", "minute": "minute", "heure": "hour", "jour": "day", "semaine": "week"}
    | {"mois": "month", "an": "year"},
    every="par",
    repeats={"une fois": 1, "deux fois": 2, "trois fois": 3},
    negations="ne|pas|aucun|aucune|jamais|rien|ni",
    lacks=r"sans|échou\w*|manqu\w*|absen\w*",
)

DUTCH = Tongue(
    spelt="nl",
    months=_names("januari februari maart april mei juni juli augustus september oktober november december"),
    percent="procent",
    points="procentpunten|procentpunt",
    scales={"duizend": 3, "miljoen": 6, "mln.": 6, "mln": 6, "miljard": 9, "mld.": 9, "mld": 9},
    before=_bounds(
        about="ongeveer|circa|ca.|rond|zo'n|zo’n|~",
        nearly="bijna",
        up_to="maximaal|hoogstens|ten hoogste|niet meer dan",
        at_least="ten minste|tenminste|minstens|minimaal",
        more="meer dan|ruim|>",
        fewer="minder dan|<",
    ),
    after=_bounds(at_least="of meer", up_to="of minder"),
    times={"seconde": "second", "minu": "minute", "uur": "hour", "uren": "hour", "dag": "day", "week": "week"}
    | {"weken": "week", "maand": "month", "jaar": "year", "jaren": "year"},
    every="per",
    repeats={"eenmaal": 1, "tweemaal": 2, "driemaal": 3},
    negations="niet|geen|nooit|niets|noch",
    lacks=r"zonder|mislukt\w*|ontbre\w*",
)

DANISH = Tongue(
    spelt="da",
    months=_names("januar februar marts april maj juni juli august september oktober november december"),
    percent="procent|pct.|prosent",
    points="procentpoint|procentpoints|prosentpoeng",
    scales={"tusind": 3, "tusen": 3, "mio.": 6, "mill.": 6, "million": 6, "millioner": 6, "mia.": 9, "mrd.": 9}
    | {"milliard": 9, "milliarder": 9},
    before=_bounds(
        about="cirka|ca.|ca|omkring|omtrent|rundt regnet|rundt|~",
        nearly="næsten|nesten|knap|knapt|tæt på",
        up_to="op til|opp til|højst|høyst|maksimalt",
        at_least="mindst|minst",
        more="mere end|mer enn|flere end|flere enn|over|godt|>",
        fewer="færre end|mindre end|færre enn|mindre enn|under|<",
    ),
    after=_bounds(at_least="eller mere|eller mer", up_to="eller mindre"),
    times={"sekund": "second", "minut": "minute", "time": "hour", "dag": "day", "døgn": "day", "uge": "week"}
    | {"uke": "week", "måned": "month", "år": "year"},
    every="per|pr.|om",
    negations="ikke|ingen|intet|aldrig|aldri|hverken",
    lacks=r"uden|uten|mangl\w*",
)
"""Danish, and Norwegian, whose words beside numbers are nearly the same."""

SWEDISH = Tongue(
    spelt="sv",
    months=_names("januari februari mars april maj juni juli augusti september oktober november december"),
    percent="procent",
    points="procentenheter|procentenhet",
    scales={"tusen": 3, "miljon": 6, "miljoner": 6, "mn": 6, "miljard": 9, "miljarder": 9},
    before=_bounds(
        about="cirka|ungefär|omkring|ca.|ca|runt|~",
        nearly="nästan|knappt",
        up_to="upp till|högst",
        at_least="minst",
        more="mer än|fler än|över|>",
        fewer="mindre än|färre än|under|<",
    ),
    after=_bounds(at_least="eller mer|eller fler", up_to="eller mindre|eller färre"),
    times={"sekund": "second", "minut": "minute", "timm": "hour", "dag": "day", "veck": "week", "månad": "month"}
    | {"år": "year"},
    every="per|om",
    negations="inte|ingen|inget|inga|aldrig|varken",
    lacks=r"utan|sakna\w*",
)

SPANISH = Tongue(
    spelt="es",
    months=_names("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    percent="por ciento|por cien",
    points="puntos porcentuales|punto porcentual",
    scales={"mil": 3, "millón": 6, "millones": 6},
    before=_bounds(
        about="aproximadamente|alrededor de|unos|unas|~",
        nearly="casi|cerca de",
        up_to="hasta|como máximo",
        at_least="al menos|por lo menos|como mínimo",
        more="más de|>",
        fewer="menos de|<",
    ),
    after=_bounds(at_least="o más", up_to="o menos"),
    times={"segundo": "second", "minuto": "minute", "hora": "hour", "día": "day", "semana": "week", "mes": "month"}
    | {"año": "year"},
    every="por|al|a la",
    negations="no|ningún|ninguno|ninguna|nunca|nada|ni",
    lacks=r"sin|fracas\w*|falt\w*",
)

TONGUES: Mapping[str, Tongue] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "nl": DUTCH,
    "da": DANISH,
    "nb": replace(DANISH, spelt="no"),
    "sv": SWEDISH,
    "es": SPANISH,
}
"""By the tag that `Reference.lang` gives."""


def tongue(lang: str) -> Tongue:
    """What is known of a language; English for one that is not said or not known."""
    return TONGUES.get(lang, ENGLISH)
