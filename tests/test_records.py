"""Every mistake in a record: its exact words, at its place, once."""

import pytest
from evidence_texts import STUDY, base, lines, said

PROGRAMME = (
    "title: x\nintervention: school_breakfast\ncountry: GB\nstatus: closed\nknown_as_of: 2020\ncite: smith2020\n"
)
OTHER_STUDY = "title: x\ndesign: other\ncite: smith2020\n"


def programme(**changes):
    """A programme with some of its fields changed or added."""
    fields = dict(line.split(": ", 1) for line in PROGRAMME.splitlines())
    return base(programmes__x="".join(f"{key}: {value}\n" for key, value in {**fields, **changes}.items()))


def test_a_misspelt_field_is_one_problem_and_not_a_missing_one_too():
    assert said(base(studies__north_trial=STUDY.replace("title: North", "titel: North"))) == (
        "error[unknown-field]: `titel` is not a field of a study\n"
        "  --> evidence/studies/north_trial.yaml:1:1\n"
        " 1 | titel: North of England School Breakfast Trial\n"
        "   | ^^^^^ did you mean `title`?"
    )


def test_an_unlike_field_does_not_hide_a_missing_one():
    assert said(base(studies__x="design: other\nfoo: 1\n")) == (
        "error[missing-field]: a study needs `title`\n"
        "  --> evidence/studies/x.yaml\n"
        "   = add `title:` (full name, as a reader should see it)\n"
        "error[unknown-field]: `foo` is not a field of a study\n"
        "  --> evidence/studies/x.yaml:2:1\n"
        " 2 | foo: 1\n"
        "   | ^^^ its fields are `design`, `title`, `registration`, `country`, `sites`, `population`,\n"
        "   |     `started`, `ended`, `randomised`, `interventions`, `outcomes`, `arms`, `results`, `cite`,\n"
        "   |     `at`, `via`, `figures`, `short_title`, `references`, `notes`, `aliases` and `stale_after`"
    )


def test_a_field_without_a_value_is_not_missing_too():
    (found,) = lines(base(studies__x="title: x\ndesign:\n"))
    assert found == (
        "studies/x.yaml:2:1 empty-value: `design` has no value | write `randomised controlled trial`, "
        "`non-randomised trial`, `cohort study`, `cross-sectional study`, `qualitative study`, `modelling study`, "
        "`systematic review`, `economic evaluation` or `other`"
    )


def test_an_empty_field_says_what_is_to_be_written():
    """A figure can be without a value, a title cannot; and a name that is no field is not to be filled in."""
    title, started, registration, foo, titel = lines(
        base(studies__x="title:\ndesign: other\nstarted:\nregistration:\nfoo:\ntitel:\n")
    )
    left_out = "\nor delete the line: a record may lack it"
    none = "say why there is none: `not_reported`, `not_applicable`, `not_seen` or `unclear`"
    assert title.endswith("empty-value: `title` has no value | write the title: full name, as a reader should see it")
    assert started.endswith(
        f"`started` has no value | write its value with the words that bear it, or {none};{left_out}"
    )
    assert registration.endswith(f"| write its value: its number in a trial register;{left_out}")
    assert foo.startswith("studies/x.yaml:5:1 unknown-field: `foo` is not a field of a study | its fields are `design`")
    assert titel == "studies/x.yaml:6:1 unknown-field: `titel` is not a field of a study | did you mean `title`?"


def test_a_misspelt_field_without_a_value_is_not_missing_too():
    found = lines(base(studies__x="titel:\ndesign: other\n"))
    assert found == ["studies/x.yaml:1:1 unknown-field: `titel` is not a field of a study | did you mean `title`?"]


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    [
        ("country", "Norway", "3:10 unknown-country: `Norway` is not a country code | write `NO` (Norway)"),
        ("country", "UK", "3:10 unknown-country: `UK` is not a country code | write `GB` (United Kingdom)"),
        ("country", "[GB, gb]", "3:15 unknown-country: `gb` is not a country code | did you mean `GB` (United Kingdom)?"),
        ("status", "runing", "4:9 unknown-choice: `runing` is not one of the choices for `status` | did you mean `operating`?"),
        (
            "status",
            "x",
            ("4:9 unknown-choice: `x` is not one of the choices for `status` | "
            "write `planned`, `pilot`, `operating`, `closed`, `suspended` or `unclear`"),
        ),
        ("status", "[closed]", "4:1 value-kind: `status` takes text, not a list | write `planned`, `pilot`, `operating`, `closed`, `suspended` or `unclear`"),
        (
            "known_as_of",
            "6 December 2022",
            "5:14 date-form: `6 December 2022` is not a date as records write it | write `2022-12-06`",
        ),
        ("intervention", "breakfast", "2:15 unknown-intervention: there is no intervention `breakfast` | did you mean `school_breakfast`?"),
        ("cite", "smith2002", "6:7 unknown-reference: there is no reference `smith2002` | did you mean `smith2020`?"),
        ("references", "smith2020", "7:13 value-kind: `references` takes a list, not text | write `references: [smith2020]`"),
        ("place", "[Leeds, York]", "7:1 value-kind: `place` takes text, not a list | write `place: Leeds, York`"),
        ("cite", "[smith2020, news_2021]", "6:1 value-kind: `cite` takes text, not a list | name one only: `cite: smith2020`"),
        ("patients", '8 chldren "x" (as of 2020)', "7:13 unknown-unit: `chldren` is not a unit | did you mean `children`?"),
        ("paid_by", "{quot: x, cite: smit2020}", "7:11 unknown-field: `quot` is not a part of a figure | did you mean `quote`?"),
        ("id", "x", "7:1 unknown-field: `id` is not a field of a programme | leave it out: the id of a record is the name of its file"),
        ("stale_after", "2022-02-30", ("7:14 date-impossible: `2022-02-30` does not exist: February 2022 has 28 days | "
         "dates are written year, month, day: `2022-12-06`, `2022-12` or `2022`")),
    ],
)  # fmt: skip
def test_a_wrong_value_is_shown_where_it_stands(field, written, expected):
    assert f"programmes/x.yaml:{expected}" in lines(programme(**{field: written}))


def test_two_mistakes_in_one_figure_are_both_reported():
    found = lines(programme(paid_by="{quot: x, cite: smit2020}"))
    assert [line.split(":")[2].split(" ")[1] for line in found] == ["unknown-field", "unknown-reference"]


def test_a_result_names_arms_of_its_study():
    text = STUDY.replace("    usual: 29", "    usaul: 29").replace("odds_ratio", "ods_ratio")
    found = base(studies__north_trial=text, programmes__breakfast_leeds=PROGRAMME)
    assert lines(found) == [
        (
            "studies/north_trial.yaml:16:5 unknown-field: `usaul` is neither a field of a result nor an arm of this study | "
            "did you mean `usual`?"
        ),
        (
            "studies/north_trial.yaml:17:16 unknown-field: `ods_ratio` is neither a field of a comparison nor a pair of this "
            "study's arms (`<arm>_vs_<arm>`) | did you mean `odds_ratio`?"
        ),
    ]


def test_results_are_not_blamed_for_arms_that_cannot_be_read():
    text = OTHER_STUDY + 'arms: text\nresults:\n  r: {outcome: attendance, a: 3 of 4 "x"}\n'
    assert lines(base(studies__x=text)) == [
        (
            "studies/x.yaml:4:7 value-kind: `arms` takes fields of its own, not text | "
            "write below it, indented, a name of your own, and below that `label: …`"
        )
    ]


def test_a_study_without_arms_is_told_to_name_them():
    text = OTHER_STUDY + 'results:\n  r: {outcome: attendance, treated: 3 of 4 "x"}\n'
    [line] = lines(base(studies__x=text))
    assert line.startswith(
        "studies/x.yaml:5:28 unknown-field: `treated` is neither a field of a result nor an arm of this study | "
        "if `treated` is an arm of this study, name it under `arms:` first;\nits fields are `outcome`"
    )


def test_a_pair_of_arms_may_be_compared_by_name():
    text = STUDY.replace("compared: {", "compared: {breakfast_vs_usual: {risk_ratio: '1.3 \"RR 1.3\"'}, ")
    assert lines(base(studies__north_trial=text)) == []


def test_keys_that_cannot_stand_in_an_address():
    text = OTHER_STUDY + "arms:\n  Free meal: {label: x}\n  results: {label: y}\n"
    assert lines(base(studies__x=text)) == [
        "studies/x.yaml:5:3 key-invalid: `Free meal` cannot be used as a name in an address | write `free_meal`",
        (
            "studies/x.yaml:6:3 key-invalid: `results` may be left out of addresses, so nothing can be named so | "
            "choose another name"
        ),
    ]


def test_records_refer_to_records_of_the_right_kind():
    text = "title: x\ncountry: GB\ncovers: x\nperspective: society\nstudy: breakfast_leeds\nprogramme: breakfast_leed\n"
    assert lines(base(costs__x=text)) == [
        "costs/x.yaml:5:8 unknown-record: `breakfast_leeds` is not a study but a programme | name a study here: `north_trial`",
        "costs/x.yaml:6:12 unknown-record: there is no programme `breakfast_leed` | did you mean `breakfast_leeds`?",
    ]


def test_a_list_may_not_be_empty_where_somebody_must_be_named():
    text = "title: x\nintervention: school_breakfast\ncountry: GB\nproposed_by: []\nproposed: 2020\nbecame: lapsed\nknown_as_of: 2020\n"
    assert lines(base(proposals__x=text)) == [
        (
            "proposals/x.yaml:4:1 missing-field: a proposal needs at least one entry under `proposed_by` | "
            "it holds: Ids of who proposed it, from `evidence/holders.yaml`."
        )
    ]


def test_sources_take_true_and_false_and_web_addresses():
    text = "class: erratum\nread: abstract\naddress: www.x.org\nnotices: [{kind: erratum, where: J, read: no}]\n"
    found = lines(base(sources__smith2020=text))
    assert found[1:] == [
        "sources/smith2020.yaml:3:10 value-invalid: `www.x.org` is not a web address | write `https://www.x.org`",
        "sources/smith2020.yaml:4:18 unknown-choice: `erratum` is not one of the choices for `kind` | did you mean `correction`?",
        "sources/smith2020.yaml:4:43 value-invalid: `no` is neither `true` nor `false` | write `false`",
    ]


def test_our_own_words_or_a_fact_may_say_why():
    head = "title: x\nintervention: school_breakfast\ncountry: GB\nproposed_by: [jane_doe]\nproposed: not_seen\nbecame: lapsed\nknown_as_of: 2020\ncite: smith2020\n"
    assert lines(base(proposals__x=head + "became_because: no money was found\n")) == []
    assert lines(base(proposals__x=head + 'became_because: {quote: "no money"}\n')) == []
    assert lines(base(proposals__x=head + 'became_because: {qoute: "no money"}\n')) == [
        "proposals/x.yaml:9:18 unknown-field: `qoute` is not a part of a figure | did you mean `quote`?"
    ]
