"""Published estimates in a pool: what goes in with its interval, and what cannot be weighed."""

from decimal import Decimal

from bodies_desk import METHOD, STUDY, joined, pools

from briefkit.values import Interval


def figure(library, name):
    return library.figure(f"all_trials.together.{name}")


def test_a_published_estimate_goes_in_with_its_interval():
    fields = (
        METHOD + "    pools:\n      one: {estimate: one.there.compared.risk_ratio}\n" + pools("two").partition("\n")[2]
    )
    library, problems = joined(fields, listed=("one", "two"))
    assert problems == []
    assert figure(library, "effect.one").interval == Interval(Decimal(95), Decimal("1.02"), Decimal("1.60"))
    assert figure(library, "participants") is None
    assert figure(library, "without.one") is None


def test_hazard_ratios_are_pooled_from_what_was_published_and_from_nothing_else():
    texts = {
        name: STUDY.replace("risk_ratio:", "hazard_ratio:")
        .replace("1.28, ci_95: [1.02, 1.60]", f"{value}, ci_95: [{low}, {high}]")
        .replace("RR 1.28 (1.02 to 1.60)", f"HR {value} ({low} to {high})")
        .format(title=name.title(), n1=43, n2=42, fed='38 of 43 "38 of 43"', usual='29 of 42 "29 of 42"')
        for name, value, low, high in (("one", "0.80", "0.64", "1.00"), ("two", "0.60", "0.45", "0.80"))
    }
    fields = "    measure: HR\n    model: fixed\n    interval_by: wald\n    pools:\n" + "".join(
        f"      {name}: {{estimate: {name}.there.compared.hazard_ratio}}\n" for name in texts
    )
    library, problems = joined(fields, studies=texts, listed=tuple(texts))
    assert problems == []
    found = figure(library, "estimate")
    assert (found.label, str(found.value.value), found.interval) == (
        "Pooled hazard ratio, attendance",
        "0.72",
        Interval(Decimal(95), Decimal("0.60"), Decimal("0.86")),
    )
    _, [problem] = joined(METHOD.replace("RR", "HR") + pools("one"), listed=("one",))
    assert problem.startswith(
        "error[pool-unlike]: two groups make no hazard ratio: it takes the time at which things happened\n"
    )


def test_an_estimate_without_an_interval_round_it_cannot_be_weighed():
    wrong = STUDY.replace("[1.02, 1.60]", "[1.28, 1.28]").format(
        title="Odd", n1=43, n2=42, fed='38 of 43 "38 of 43"', usual='29 of 42 "29 of 42"'
    )
    fields = (
        METHOD + "    pools:\n      one: {estimate: one.there.compared.risk_ratio}\n" + pools("two").partition("\n")[2]
    )
    _, problems = joined(fields, listed=("one", "two"), studies={"one": wrong})
    (problem,) = (one for one in problems if "[pool-" in one)
    assert problem.startswith(
        "error[pool-unlike]: `one.there.compared.risk_ratio` has no 95% interval round it, from which its weight could be told\n"
    )
