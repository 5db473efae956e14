"""Bodies of evidence: what studies come to together, as figures of the base; and what cannot be put together."""

import math
from decimal import Decimal

import pytest
from bodies_desk import COUNTS, METHOD, STUDY, joined, pools
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.values import Interval, Number, Range, Share


def figure(library, name):
    return library.figure(f"all_trials.together.{name}")


@pytest.fixture(scope="module")
def three():
    library, problems = joined(METHOD + pools("one", "two", "three") + "    baseline: two.there.usual\n")
    assert problems == []
    return library


def test_the_estimate_is_worked_out_with_its_interval_and_says_how(three):
    found = figure(three, "estimate")
    assert (found.value, found.interval) == (
        Number(Decimal("1.55")),
        Interval(Decimal(95), Decimal("1.10"), Decimal("2.19")),
    )
    assert found.derivation.formula == "risk ratio, random effects, REML, Hartung-Knapp interval"
    assert (
        found.derivation.working
        == "38 of 43 against 29 of 42; 346 of 515 against 200 of 500; 101 of 115 against 60 of 111"
    )
    assert found.cite == ("smith2020",)
    assert figure(three, "estimate_wald").interval == Interval(Decimal(95), Decimal("1.34"), Decimal("1.80"))


def test_what_goes_with_it(three):
    said = {
        name: figure(three, name).value
        for name in ("studies", "participants", "i2", "q", "p_heterogeneity", "prediction")
    }
    assert said == {
        "studies": Number(Decimal(3)),
        "participants": Number(Decimal(1326)),
        "i2": Number(Decimal(53)),
        "q": Number(Decimal("4.24")),
        "p_heterogeneity": Number(Decimal("0.12")),
        "prediction": Range(Number(Decimal("0.91")), Number(Decimal("2.65"))),
    }


def test_each_study_and_the_result_without_it(three):
    assert [figure(three, f"effect.{name}").value.value for name in COUNTS] == [
        Decimal("1.28"),
        Decimal("1.68"),
        Decimal("1.62"),
    ]
    assert sum(figure(three, f"weight.{name}").value.value for name in COUNTS) == Decimal("100.0")
    assert figure(three, "without.one").value == Number(Decimal("1.66"))
    assert figure(three, "without.one").derivation.inputs == (
        "two.results.there.fed", "two.results.there.usual", "three.results.there.fed", "three.results.there.usual",
    )  # fmt: skip


def test_numbers_per_thousand_name_their_baseline(three):
    found = figure(three, "with_1000")
    assert found.label == "Attendance, of 1,000 people like those of Two, with treatment"
    assert (found.value, found.interval) == (Number(Decimal(620)), Interval(Decimal(95), Decimal(440), Decimal(876)))
    assert figure(three, "difference_1000").value == Number(Decimal(220))
    assert figure(three, "number_needed").value == Number(Decimal(5))


def test_a_baseline_at_which_the_ratio_cannot_hold_is_refused():
    library, problems = joined(METHOD + pools("one", "two", "three") + "    baseline: one.there.usual\n")
    assert "".join(problems) == (
        "error[baseline-impossible]: `one.there.usual` is 69.0%: with this ratio more people than there are would be counted\n"
        "  --> evidence/syntheses/all_trials.yaml:14:15\n"
        "14 |     baseline: one.there.usual\n"
        "   |               ^^^^^^^^^^^^^^^ name a baseline for which the ratio can hold"
    )
    assert figure(library, "with_1000") is None


def test_a_percentage_of_an_arm_of_known_size_is_one_count_of_people():
    percent = STUDY.format(title="Two", n1=515, n2=500, fed='67.2% "67.2%"', usual='40.0% "40.0%"')
    library, problems = joined(METHOD + pools("one", "two", "three"), {"two": percent})
    assert problems == []
    assert figure(library, "effect.two").derivation.working == "346 of 515 against 200 of 500"
    assert "two.arms.fed.randomised" in figure(library, "effect.two").derivation.inputs


def test_one_study_is_not_called_pooled():
    library, problems = joined(METHOD + pools("one"))
    assert problems == []
    assert figure(library, "estimate").note == "one study: nothing was pooled"
    assert figure(library, "i2") is None


def test_groups_of_studies():
    grouped = (
        METHOD
        + "    pools:\n"
        + "".join(
            f"      {name}: {{treated: {name}.there.fed, control: {name}.there.usual, group: {group}}}\n"
            for name, group in (("one", "towns"), ("two", "villages"), ("three", "villages"))
        )
    )
    library, problems = joined(grouped.replace("hk", "wald"))
    assert problems == []
    assert (figure(library, "group.1").label, figure(library, "group.1").value) == (
        "Pooled risk ratio, towns", Number(Decimal("1.28")),
    )  # fmt: skip
    assert figure(library, "group.2").value == Number(Decimal("1.66"))
    assert figure(library, "p_groups").value == Number(Decimal("0.041"))


WRONG = {
    "no-method": (
        pools("one"),
        "error[pool-method-missing]: `together` does not say what is pooled, or how",
        "add `measure: RR` and `model: REML`, or others",
    ),
    "unlisted": (
        METHOD + pools("one", "two", "north_trial"),
        "error[pool-study-unlisted]: `north_trial` goes into `together` and is not one of the `studies:` of this record",
        "add it there, or take it out here",
    ),
    "typed": (
        '    estimate: 1.5 "1.5" (cite smith2020)\n' + METHOD + pools("one"),
        "error[pool-typed]: `together` has a typed estimate and studies to pool",
        "leave `estimate:` out: it is worked out from the studies",
    ),
    "half-a-pair": (
        METHOD + "    pools: {one: {treated: one.there.fed}}\n",
        "error[pool-unlike]: `one` brings neither two groups nor one estimate",
        "write `treated:` and `control:`, or `estimate:` alone",
    ),
    "another-measure": (
        METHOD + "    pools: {one: {estimate: one.there.compared.odds_ratio}}\n",
        "error[pool-unlike]: `one.there.compared.odds_ratio` is not given as a risk ratio, and those are pooled here",
        "name the study's `risk_ratio`, or its two groups",
    ),
    "another-study": (
        METHOD + "    pools: {one: {treated: two.there.fed, control: one.there.usual}}\n",
        "error[pool-unlike]: `two.there.fed` is no figure of `one`",
        "name a result of this study",
    ),
    "another-outcome": (
        METHOD + "    pools: {one: {treated: one.marks.fed, control: one.there.usual}}\n",
        "error[pool-outcome-mixed]: `one.marks.fed` is about `marks`, and `attendance` is pooled",
        "pool results of one outcome only",
    ),
    "misspelt": (
        METHOD + "    pools: {one: {treated: one.ther.fed, control: one.there.usual}}\n",
        "error[unknown-figure-address]: there is no figure `one.ther.fed`",
        "did you mean `one.there.fed`?",
    ),
    "counts-nobody": (
        METHOD + "    pools: {one: {treated: one.arms.fed.randomised, control: one.there.usual}}\n",
        "error[pool-unlike]: `one.fed.randomised` counts nobody, so that it cannot be pooled",
        "name a result such as `38 of 43`, or a percentage of an arm whose size is known",
    ),
    "no-counts-for-mh": (
        METHOD.replace("REML", "mh") + "    pools: {one: {estimate: one.there.compared.risk_ratio}}\n",
        "error[pool-method-missing]: Mantel-Haenszel pools counts, and a study brings an estimate",
        "choose `model: REML`, or name its groups",
    ),
}


@pytest.mark.parametrize(("fields", "said", "way"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_pooled_is_told(fields, said, way):
    library, problems = joined(fields, listed=("one", "two"))
    assert [one.splitlines()[0] for one in problems] == [said]
    assert way in problems[0]
    assert figure(library, "estimate") is None or "typed" in said


ASIDE = {
    "nothing": (
        METHOD + pools("one", "two") + "    beside: {one.there.compared.risk: it is one trial}\n",
        "error[unknown-figure-address]: there is no figure `one.there.compared.risk`",
    ),
    "no-interval": (
        METHOD + pools("one", "two") + "    beside: {one.there.compared.odds_ratio: it is one trial}\n",
        "error[pool-unlike]: `one.there.compared.odds_ratio` has no interval to be set beside ours",
    ),
    "direction-of-nobody": (
        "    directions: {three: {of: three.there.fed, says: better}}\n",
        "error[pool-study-unlisted]: `three` points somewhere in `together` and is not one of the `studies:` of this record",
    ),
    "direction-of-another": (
        "    directions: {one: {of: two.there.fed, says: better}}\n",
        "error[pool-unlike]: `two.there.fed` is no figure of `one`",
    ),
    "direction-unknown": (
        "    directions: {one: {of: one.there.fad, says: better}}\n",
        "error[unknown-figure-address]: there is no figure `one.there.fad`",
    ),
}


@pytest.mark.parametrize(("fields", "said"), ASIDE.values(), ids=ASIDE)
def test_what_stands_beside_a_pool_must_be_there(fields, said):
    _, problems = joined(fields, listed=("one", "two"))
    assert [one.splitlines()[0] for one in problems] == [said]


def test_directions_are_counted_where_nothing_is_pooled():
    fields = (
        "    not_pooled_because: the studies count different things\n    directions:\n"
        "      one: {of: one.there.compared.risk_ratio, says: better}\n"
        "      two: {of: two.there.compared.odds_ratio, says: mixed}\n"
    )
    library, problems = joined(fields)
    assert problems == []
    assert figure(library, "favouring").value == Share(Decimal(1), Decimal(2))
    assert figure(library, "range").value == Range(Number(Decimal("1.28")), Number(Decimal("2.1")))


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(list(COUNTS)),
    st.sampled_from(["fixed", "mh", "DL", "REML", "PM"]),
    st.sampled_from(["RR", "OR", "RD"]),
)
def test_the_order_of_studies_changes_nothing(order, model, measure):
    by = "wald" if model == "mh" else "hk"
    method = f"    measure: {measure}\n    model: {model}\n    interval_by: {by}\n"
    told = [
        {
            address: (one.value, one.interval)
            for address, one in joined(method + pools(*names))[0].figures.items()
            if address.startswith("all_trials")
        }
        for names in (list(COUNTS), order)
    ]
    assert told[0] == told[1]
    assert told[0]


@settings(max_examples=40, deadline=None)
@given(st.tuples(st.integers(0, 30), st.integers(30, 60), st.integers(0, 30), st.integers(30, 60)))
def test_whatever_is_counted_is_pooled_or_said_to_say_nothing(counts):
    library, problems = joined(METHOD + pools("one", "two"), counts={**COUNTS, "one": counts}, listed=("one", "two"))
    estimate = figure(library, "estimate")
    assert problems == []
    assert estimate.interval.low <= estimate.value.value <= estimate.interval.high
    assert math.isfinite(float(estimate.value.value))
    silent = counts[0] == counts[2] == 0 or (counts[0] == counts[1] and counts[2] == counts[3])
    assert (figure(library, "effect.one") is None) == silent


def test_the_number_needed_says_which_way_it_counts():
    fewer = {name: (c, n2, a, n1) for name, (a, n1, c, n2) in COUNTS.items()}
    library, problems = joined(METHOD + pools(*COUNTS) + "    baseline: two.there.usual\n", counts=fewer)
    assert problems == []
    found = figure(library, "number_needed")
    assert found.label.startswith("People to be treated for one fewer, attendance")
    assert figure(library, "difference_1000").value.value < 0


def test_no_number_needed_where_the_interval_includes_no_difference():
    library, problems = joined(
        METHOD + pools("one", "three") + "    baseline: three.there.usual\n", listed=("one", "three")
    )
    assert problems == []
    assert figure(library, "with_1000") is not None
    assert figure(library, "number_needed") is None


def test_a_pool_of_a_study_that_could_not_be_read_is_not_blamed():
    library, problems = joined(METHOD + pools("one", "two"), studies={"one": "titel: One\n"})
    assert all("all_trials" not in problem for problem in problems)
    assert library.is_broken("all_trials.together.estimate")
    assert figure(library, "estimate") is None
