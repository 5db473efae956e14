"""The command `pool`: what it prints, and what it says of a file that cannot be pooled."""

import io
import json
import math

import pytest

from briefkit.cli.entry import main

ROWS = """\
study,ai,n1i,ci,n2i
H1,2,39,1,43
H2,4,44,4,44
H3,6,107,4,110
H4,7,103,5,100
H5,7,110,3,106
H6,11,154,4,146
"""


@pytest.fixture
def pool(tmp_path, monkeypatch):
    """Runs the command on a text, in a folder that holds no project."""
    monkeypatch.chdir(tmp_path)

    def run(text, *options):
        (tmp_path / "studies.csv").write_text(text, "utf-8")
        out, err = io.StringIO(), io.StringIO()
        status = main(["pool", "studies.csv", *options], stdout=out, stderr=err)
        return status, out.getvalue(), err.getvalue()

    return run


def test_people_read_what_was_done(pool):
    assert pool(ROWS, "--measure", "RD", "--ci", "hk") == (
        0,
        """\
risk difference: 0.0294 (95 % interval, Hartung-Knapp: -0.0041 to 0.0630)
inverse variance, random effects, REML; 6 studies
without the floor, Hartung-Knapp would give 0.0155 to 0.0434: too narrow to report
differences between studies: tau2 0.0000; Q 0.8597, 5 degrees of freedom, p 0.9731; I2 0.0 % (from tau2)
a further study would lie in 95 of 100 from -0.0041 to 0.0630
""",
        "",
    )


def test_programs_read_the_scale_of_analysis_and_that_of_people(pool):
    found = json.loads(pool(ROWS, "--measure", "RR", "--model", "DL", "--format", "json")[1])
    keys = ("estimate", "se", "ci_lower", "ci_upper", "tau2", "i2", "q", "df", "p", "pi_lower", "pi_upper", "k")
    assert tuple(found)[: len(keys)] == keys
    assert found["estimate"] == pytest.approx(0.5300, abs=1e-4)
    assert (found["k"], found["df"], found["tau2"]) == (6, 5, 0)
    assert found["display"]["estimate"] == pytest.approx(math.exp(found["estimate"]))


def test_estimates_and_variances(pool):
    text = "study,yi,vi\nA,0.2,0.04\nB,0.6,0.09\n"
    status, out, _ = pool(text, "--measure", "GEN", "--model", "fixed")
    assert (status, out.splitlines()[0]) == (0, "estimate: 0.3231 (95 % interval, Wald: -0.0031 to 0.6492)")
    assert pool(text)[2] == "--measure: the file has estimates (yi, vi); write `--measure GEN`, not `RR`\n"
    assert "Mantel-Haenszel pools counts" in pool(text, "--measure", "GEN", "--model", "mh")[2]


def test_one_study(pool):
    _, out, _ = pool("study,yi,vi\nA,0.2,0.04\n", "--measure", "GEN")
    assert "one study: nothing was pooled" in out


def test_every_mistake_of_a_file_is_told_at_once(pool):
    status, out, err = pool("study,ai,n1i,ci,n2i\nA,2,1,1,43\nB,x,44,4,44\nC,6,107\n,1,5,1,5\nB,1,9,2,9\nB,1,9,2,9\n")
    assert (status, out) == (1, "")
    assert [line for line in err.splitlines() if line.startswith(("error", "  -->"))] == [
        "error[study-row]: 2 of 1 (ai of n1i) is no count of events among people",
        "  --> studies.csv:2:1",
        "error[study-row]: `x` in column `ai` is not a number",
        "  --> studies.csv:3:1",
        "error[study-row]: this line has 3 cells, the first has 5",
        "  --> studies.csv:4:1",
        "error[study-row]: the study has no name",
        "  --> studies.csv:5:1",
        "error[study-row]: the study `B` stands in line 6 already",
        "  --> studies.csv:7:1",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this file is empty"),
        ("a,b\n1,2\n", "the columns are `a,b`"),
        ("study;yi;vi\nA;1,5;2\n", "part the cells with commas, and write decimals with a point: 1.5"),
        ("study,yi,vi\n", "no study stands below the names of the columns"),
        ("study,yi,vi\nA,1,0\n", "the variance `vi` is 0, and has to be more than 0"),
        ("study,yi,vi\nA,nan,1\n", "`nan` in column `yi` is not a number"),
    ],
)
def test_files_that_hold_no_studies(pool, text, message):
    status, _, err = pool(text, "--measure", "GEN")
    assert status == 1
    assert message in err


def test_what_cannot_be_done_is_said(pool):
    assert pool(ROWS, "--model", "mh", "--ci", "hk")[2] == (
        "these studies cannot be pooled: Hartung and Knapp's interval does not go with Mantel-Haenszel weights\n"
    )
    assert pool("study,yi,vi\nA,1e308,1\nB,-1e308,1\n", "--measure", "GEN")[2] == (
        "these studies cannot be pooled: their numbers are too large or too far apart; look for one mistyped\n"
    )
    assert "`reml` is not a model: did you mean `REML`?" in pool(ROWS, "--model", "reml")[2]
    assert main(["pool", "nowhere.csv"], stderr=(err := io.StringIO())) == 2
    assert err.getvalue().startswith("`nowhere.csv` cannot be read: ")
