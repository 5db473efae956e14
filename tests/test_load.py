"""Texts to a library: what is where, what is inherited, and that nobody is blamed for another's mistake."""

from decimal import Decimal

from evidence_texts import BASE, STUDY, base, library, lines, problems_of

from briefkit.load import NOTHING, load, load_again
from briefkit.load.ids import RESERVED
from briefkit.problems import Where
from briefkit.values import Date, Number, PriceYear, Quote, Share, Words

OTHER_STUDY = "title: x\ndesign: other\ncite: smith2020\n"


def test_the_base_has_no_mistakes():
    assert problems_of(BASE) == []


def test_loading_is_a_function_of_the_texts_alone():
    backwards = dict(reversed(base(studies__x="titel: x").items()))
    assert load(backwards)[1] == load(base(studies__x="titel: x"))[1]


def test_a_figure_has_all_that_was_written_and_what_it_inherits():
    figure = library().figures["north_trial.results.attendance_1y.breakfast"]
    assert figure.value == Share(Decimal(38), Decimal(43))
    assert figure.quote == Quote("38 of 43 given breakfast")
    assert (figure.cite, figure.at, figure.via) == (("smith2020",), "abstract", None)
    assert figure.label == "School attendance, free breakfast"
    assert figure.where == Where("evidence/studies/north_trial.yaml", 15, 16, 35)


def test_money_keeps_its_qualifier_unit_and_price_year():
    figure = library().figures["breakfast_leeds.running_cost"]
    assert (figure.qualifier, figure.value, figure.unit, figure.per) == (
        "about",
        Number(Decimal(250000)),
        "GBP",
        "year",
    )
    assert figure.price_year == PriceYear(2019, assumed=True)


def test_a_fact_in_words_is_its_quote():
    assert library().figures["breakfast_leeds.paid_by"].value == Words("the education ministry")


def test_another_source_does_not_inherit_the_locator():
    text = (
        OTHER_STUDY + 'at: p. 3\nvia: news_2021\nrandomised: 9 people "9" (cite news_2021)\nstarted: 2019 "in 2019"\n'
    )
    figures = library(studies__x=text).figures
    assert (figures["x.randomised"].cite, figures["x.randomised"].at, figures["x.randomised"].via) == (
        ("news_2021",),
        None,
        None,
    )
    assert (figures["x.started"].cite, figures["x.started"].at, figures["x.started"].via) == (
        ("smith2020",),
        "p. 3",
        "news_2021",
    )
    assert figures["x.started"].value == Date(2019)


def test_an_arm_may_name_a_source_for_all_its_figures():
    text = OTHER_STUDY + 'arms:\n  a: {label: a, cite: news_2021, at: table 2, randomised: 9 people "9"}\n'
    figure = library(studies__x=text).figures["x.arms.a.randomised"]
    assert (figure.cite, figure.at) == (("news_2021",), "table 2")


def test_pairs_of_arms_stand_in_addresses_as_in_the_file():
    text = STUDY.replace("compared: {", "compared: {breakfast_vs_usual: {risk_ratio: '1.3 \"RR 1.3\"'}, ")
    figure = library(studies__north_trial=text).figures[
        "north_trial.results.attendance_1y.compared.breakfast_vs_usual.risk_ratio"
    ]
    assert figure.label == "Risk ratio, free breakfast v usual care, school attendance"


def test_a_record_with_a_mistake_is_not_made_but_remembered():
    made, problems = load(base(studies__north_trial=STUDY.replace("title: North", "titel: North")))
    assert [problem.rule for problem in problems] == ["unknown-field"]
    assert "north_trial" not in made.records
    assert made.broken == {"north_trial"}
    assert made.is_broken("north_trial.attendance_1y.breakfast")
    assert not any(address.startswith("north_trial.") for address in made.figures)


def test_nobody_is_blamed_for_referring_to_a_broken_record():
    cost = "title: x\ncountry: GB\ncovers: x\nperspective: society\nstudy: north_trial\n"
    formula = OTHER_STUDY + "figures:\n  n: {formula: north_trial.randomised * 2}\n"
    made, problems = load(base(studies__north_trial="titel: x\ndesign: other\n", costs__c=cost, studies__y=formula))
    assert [(problem.where.file, problem.rule) for problem in problems] == [
        ("evidence/studies/north_trial.yaml", "unknown-field")
    ]
    assert made.is_broken("y.n")
    assert made.record("y") is not None


def test_nobody_is_blamed_for_a_vocabulary_that_cannot_be_read():
    for name in ("outcomes", "terms", "holders"):
        assert {problem.where.file for problem in problems_of(base(**{name: "a: [\n"}))} == {f"evidence/{name}.yaml"}


def test_nobody_is_blamed_for_a_broken_entry_of_a_vocabulary():
    assert lines(base(outcomes="attendance: {labl: x, higher_is: better}\n")) == [
        "outcomes.yaml:1:14 unknown-field: `labl` is not a field of an outcome | did you mean `label`?"
    ]
    text = OTHER_STUDY + 'figures: {n: 3 canteens "3 canteens"}\n'
    terms = BASE["evidence/terms.yaml"].replace("many:", "meny:")
    assert [line.split(" ")[0] for line in lines(base(studies__x=text, terms=terms))] == ["terms.yaml:4:27"]


def test_nobody_is_blamed_for_a_misspelt_part_of_terms():
    assert lines(base(terms=BASE["evidence/terms.yaml"].replace("interventions:", "intervention:"))) == [
        "terms.yaml:1:1 unknown-field: `intervention` is not a part of `terms.yaml` | did you mean `interventions`?"
    ]


def test_an_outcome_stands_in_for_outcomes_that_exist():
    text = BASE["evidence/outcomes.yaml"] + "marks: {label: m, higher_is: better, surrogate_for: [attendence]}\n"
    assert lines(base(outcomes=text)) == [
        "outcomes.yaml:2:54 unknown-outcome: there is no outcome `attendence` | did you mean `attendance`?"
    ]


def test_files_that_nothing_would_read():
    texts = base(study__a="x: 1", studies__uk__c="x: 1", outcome="x: 1")
    texts |= {"evidence/studies/b.yml": "x: 1", "evidence/all.bib": "", "evidence/README.md": "x"}
    assert lines(texts) == [
        "all.bib:0:1 file-misplaced: `all.bib` is not where bibliographies belong | move it to `evidence/references/`",
        (
            "outcome.yaml:0:1 file-misplaced: `outcome.yaml` is not a file that belongs directly into `evidence/` | "
            "did you mean `outcomes.yaml`?"
        ),
        "studies/b.yml:0:1 file-ending: `b.yml` is not read | rename it to `b.yaml`",
        (
            "studies/uk/c.yaml:0:1 file-misplaced: `c.yaml` lies too deep: folders have no folders in them | "
            "move it to `evidence/studies/c.yaml`"
        ),
        "study/a.yaml:0:1 unknown-folder: `study` is not a folder of records, so `a.yaml` is not read | did you mean `studies`?",
    ]


def test_ids_of_records():
    found = lines(
        base(studies__table=OTHER_STUDY, studies__breakfast_leeds=OTHER_STUDY, **{"studies__Été-1": OTHER_STUDY})
    )
    assert found == [
        (
            "studies/breakfast_leeds.yaml:0:1 id-twice: there are two records `breakfast_leeds`: this one and "
            "`evidence/programmes/breakfast_leeds.yaml` | rename one of them: an id is unique over all kinds"
        ),
        (
            "studies/table.yaml:0:1 id-reserved: no record can be called `table`: the word means something else in briefs | "
            "rename the file, for example to `table_1.yaml`"
        ),
        (
            "studies/Été-1.yaml:0:1 id-invalid: `Été-1` cannot be the id of a record | rename the file to `ete_1.yaml`: "
            "an id has lower-case letters without accents, digits and `_`, beginning with a letter"
        ),
    ]


def test_words_of_the_brief_language_are_no_ids():
    assert {"table", "plain", "record", "range", "true", "none", "loop", "self", "not", "dict", "cycler"} <= RESERVED


def test_old_ids_go_on_working_and_belong_to_one_record():
    made = library(studies__x=OTHER_STUDY + 'aliases: [old_x]\nrandomised: 9 people "9"\n')
    assert made.figure("old_x.randomised") is made.figures["x.randomised"]
    assert lines(
        base(
            studies__x=OTHER_STUDY + "aliases: [north_trial]\n",
            studies__y=OTHER_STUDY + "aliases: [z]\n",
            studies__z2=OTHER_STUDY + "aliases: [z]\n",
        )
    ) == [
        "studies/x.yaml:4:11 alias-taken: `north_trial` cannot be an old id of `x`: a record is called so | take it out here",
        "studies/z2.yaml:4:11 alias-taken: `z` cannot be an old id of `z2`: it is one of `y` already | take it out here",
    ]


def test_a_short_address_means_one_thing():
    text = OTHER_STUDY + (
        'figures:\n  title: 3 "3"\narms:\n  a: {label: a, figures: {n: 3 "3"}}\n'
        'results:\n  a: {outcome: attendance, figures: {n: 4 "4"}}\n'
    )
    way = "rename one of them: `results`, `arms` and `figures` may be left out of an address"
    assert lines(base(studies__x=text)) == [
        f"studies/x.yaml:5:3 address-twice: `title` cannot be a name under `figures`: it is a field beside `figures` | {way}",
        f"studies/x.yaml:9:38 address-twice: `results.a.figures.n` and `arms.a.figures.n` have the same short address | {way}",
    ]


def test_a_source_belongs_to_a_reference():
    assert lines(base(sources__smith202="class: news\nread: abstract\n")) == [
        (
            "sources/smith202.yaml:0:1 unknown-reference: `smith202` is the key of no reference, so nothing uses this source | "
            "did you mean `smith2020`? Then rename the file"
        )
    ]
    assert library(sources__smith2020="class: news\nread: abstract\n").sources["smith2020"].key == "smith2020"


def test_every_mistake_of_every_file_in_one_run():
    found = problems_of(
        base(studies__a="titel: x\ndesign: RCT\n", studies__b="title: x\ndesign: [\n", costs__c="title: x\n")
    )
    assert {problem.where.file for problem in found} == {
        "evidence/studies/a.yaml",
        "evidence/studies/b.yaml",
        "evidence/costs/c.yaml",
    }
    assert sum(problem.where.file.endswith("c.yaml") for problem in found) == 3


def told(found: tuple) -> tuple:
    """What was made of the texts, and what is wrong with them."""
    made = found[0]
    return made.records, made.figures, made.references, made.aliases, made.broken, found[1]


def test_a_record_more_has_no_other_read_again():
    _, _, first = load_again(BASE, NOTHING)
    more = base(studies__y=OTHER_STUDY)
    _, _, now = found = load_again(more, first)
    assert told(found) == told(load(more))
    assert all(now.files[file] is first.files[file] for file in first.files)


def test_a_record_less_has_those_read_again_that_may_refer_to_it():
    more = base(studies__y=OTHER_STUDY, arguments__z="title: x\n")
    _, _, first = load_again(more, NOTHING)
    for gone in more:
        less = {file: text for file, text in more.items() if file != gone}
        assert told(load_again(less, first)) == told(load(less)), gone
