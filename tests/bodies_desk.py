"""Three trials and a synthesis of them, as a loaded base would hold them, for the tests of pooling and of its pictures."""

from evidence_texts import base

from briefkit.bodies.join import join
from briefkit.load import load
from briefkit.problems import show

STUDY = """\
title: {title}
design: randomised controlled trial
country: GB
cite: smith2020
arms:
  fed: {{label: breakfast, randomised: {n1} people "fed (n={n1})"}}
  usual: {{label: usual care, randomised: {n2} people "usual (n={n2})"}}
results:
  there:
    outcome: attendance
    fed: {fed}
    usual: {usual}
    compared: {{risk_ratio: {{value: 1.28, ci_95: [1.02, 1.60], quote: "RR 1.28 (1.02 to 1.60)"}}, odds_ratio: '2.1 "2.1"'}}
  marks: {{outcome: marks, fed: 8 of 9 "8 of 9"}}
"""
SYNTHESIS = """\
title: All trials together
published: false
studies: [{studies}]
results:
  together:
    outcome: attendance
{fields}
"""
COUNTS = {"one": (38, 43, 29, 42), "two": (346, 515, 200, 500), "three": (101, 115, 60, 111)}
"""Events and people, treated then not: the three trials of retention that this base ships."""
METHOD = "    measure: RR\n    model: REML\n    interval_by: hk\n"


def joined(fields, studies=None, counts=COUNTS, listed=None, more=None):
    """The library that these studies and a synthesis of them make, with every problem as it is shown."""
    texts = base() | {
        "evidence/outcomes.yaml": "attendance: {label: attendance, higher_is: better}\nmarks: {label: marks, higher_is: better}\n"
    }
    for name, (a, n1, c, n2) in counts.items():
        fed, usual = f'{a} of {n1} "{a} of {n1}"', f'{c} of {n2} "{c} of {n2}"'
        texts[f"evidence/studies/{name}.yaml"] = STUDY.format(title=name.title(), n1=n1, n2=n2, fed=fed, usual=usual)
    texts |= {f"evidence/studies/{name}.yaml": text for name, text in (studies or {}).items()}
    texts |= {f"evidence/{name}.yaml": text for name, text in (more or {}).items()}
    names = ", ".join(listed or counts)
    texts["evidence/syntheses/all_trials.yaml"] = SYNTHESIS.format(studies=names, fields=fields)
    library, problems = load(texts)
    library, more = join(library)
    return library, [show(one, "error", texts[one.where.file]) for one in (*problems, *more)]


def pools(*names):
    """The studies of a pool, each with its two groups."""
    return "    pools:\n" + "".join(
        f"      {name}: {{treated: {name}.there.fed, control: {name}.there.usual}}\n" for name in names
    )
