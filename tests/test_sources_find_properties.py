"""What holds for every document: a run of its words is found whatever is folded, and no change of a number passes."""

import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from quote_cases import document

from briefkit.sources.find import find, index
from briefkit.values import Quote

WORDS = str.split(
    "affine clinic “street” heroin medical–grade methadone Löbmann office retention finally crime offenders trial Zürich "
    "Middlesbrough’s daily reflux patients nurses weeks people’s towns evening morning treatment-resistant efficient prison"
)
AMOUNTS = str.split("127 13,400 0.31 12·5 −2.4 1’700 38 £250,000 88% 10⁶ 1½ p<0.05 P≥0.05 0.31–0.83 (n=43) [12] 95%")

FOLDED = {
    "curly": lambda text: text.translate(str.maketrans("“”’", '""\'')),
    "dash": lambda text: re.sub(r"(?<=\w)[–-](?=\w)", "‐", text),
    "minus": lambda text: text.replace("−", "-"),
    "ligature": lambda text: text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "accent": lambda text: unicodedata.normalize("NFD", text),
    "soft": lambda text: text.replace("heroin", "her\u00adoin").replace("patients", "pa\u00adtients"),
    "line end": lambda text: text.replace("clinic", "cli-\nnic").replace(
        "treatment-resistant", "treatment-\nresistant"
    ),
    "middle dot": lambda text: text.replace("12·5", "12.5"),
    "blank": lambda text: text.replace(" ", "\u00a0"),
    "thin": lambda text: text.replace(" ", " \u2009"),
    "line": lambda text: text.replace(" ", "\n"),
}


@st.composite
def runs(draw):
    """A paragraph of words that stand in it once, numbers between them, and where a run of it begins and ends."""
    words = draw(st.permutations(WORDS))
    amounts = draw(st.lists(st.sampled_from(AMOUNTS), min_size=len(words), max_size=len(words)))
    tokens = [token for pair in zip(words, amounts, strict=True) for token in pair]
    start = 2 * draw(st.integers(0, len(words) - 5))
    end = start + 2 * draw(st.integers(3, min(12, len(words) - 1 - start // 2))) + 1
    return tokens, start, end


@given(runs(), st.lists(st.sampled_from(sorted(FOLDED)), unique=True), st.booleans())
@example(([*"abcdefgh"], 1, 7), [], True)
def test_a_run_of_the_source_is_found_whatever_is_folded(made, folds, of_source):
    tokens, start, end = made
    text, quote = " ".join(tokens), " ".join(tokens[start:end])
    assert find(Quote(quote), index(document(text))).folds == ()
    for name in folds:
        text, quote = (FOLDED[name](text), quote) if of_source else (text, FOLDED[name](quote))
    if not of_source and "line end" in folds:
        quote = quote.replace("-\n", "-").replace("cli-nic", "clinic")
    finding = find(Quote(quote), index(document("Before it all.", text, "After it all.")))
    assert finding.verdict == "exact", (quote, text)
    assert finding.place == "paragraph 2"


CHANGED = {
    "digit": lambda amount: re.sub(r"[0-9](?=\D*$)", lambda found: str((int(found[0]) + 1) % 10), amount),
    "dropped": lambda amount: re.sub(r"[0-9]", "", amount, count=1),
    "sign": lambda amount: re.sub(r"(?<![\d.,·’])(?=\d)", "-", amount, count=1),
    "unsigned": lambda amount: amount.replace("−", ""),
    "currency": lambda amount: amount.replace("£", "$"),
    "comparator": lambda amount: amount.translate(str.maketrans("<≥=", ">≤<")),
    "unit": lambda amount: amount.replace("%", ""),
    "permille": lambda amount: amount.replace("%", "‰"),
    "thousands": lambda amount: amount.replace(",", "."),
    "joined": lambda amount: amount.replace(",", "").replace("’", ""),
    "power": lambda amount: amount.replace("⁶", "6"),
    "fraction": lambda amount: amount.replace("½", "1/2"),
    "range": lambda amount: amount.replace("–", "."),
    "decimal": lambda amount: amount.replace("·", ""),
    "bracket": lambda amount: amount.strip("[]()"),
}


@given(runs(), st.sampled_from(sorted(CHANGED)), st.data())
def test_no_changed_number_sign_or_unit_passes(made, change, data):
    tokens, start, end = made
    number = data.draw(st.sampled_from(range(start + 1, end, 2)))
    wrong = [*tokens[start:number], CHANGED[change](tokens[number]), *tokens[number + 1 : end]]
    if wrong != tokens[start:end]:
        finding = find(Quote(" ".join(wrong)), index(document("Before it all.", " ".join(tokens))))
        assert not finding.passed, (tokens[number], wrong)


@given(runs(), st.sampled_from(["not", "no", "never", "without", "cannot", "didn’t", "nicht", "kein"]), st.data())
def test_no_dropped_or_added_negation_passes(made, negation, data):
    tokens, start, end = made
    number = data.draw(st.integers(start + 1, end - 1))
    turned = [*tokens[:number], negation, *tokens[number:]]
    plain, with_it = " ".join(tokens[start:end]), " ".join(turned[start : end + 1])
    true, other = index(document(" ".join(turned))), index(document(" ".join(tokens)))
    assert find(Quote(plain), true, lang="de").verdict == "absent"
    assert find(Quote(with_it), other, lang="de").verdict == "absent"
    assert find(Quote(with_it), true, lang="de").passed


@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=20))
def test_nothing_that_a_file_can_hold_breaks_it(quote, text, at):
    finding = find(Quote(quote, prefix=text[:5], suffix=at), index(document(text, at)), at=at, lang=at)
    assert bool(finding.message) is not finding.passed


@given(runs())
def test_the_words_of_two_paragraphs_are_never_one(made):
    tokens, start, end = made
    middle = (start + end) // 2
    finding = find(
        Quote(" ".join(tokens[start:end])), index(document(" ".join(tokens[:middle]), " ".join(tokens[middle:])))
    )
    assert not finding.passed
