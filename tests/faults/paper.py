"""An invented trial with a snapshot of its own: pages, a running head and a reference list, which the five articles lack.

It says nothing about the world; it lets pages and reference lists be tested with a document that can be looked into.
"""

KEY = "invented2021"
RECORD = "evidence/studies/invented_trial.yaml"
BIB = """
@article{invented2021,
  author = {Quill, Ada and Penn, Jon},
  title = {Supervised breakfasts for night workers: a randomised trial},
  journaltitle = {Journal of Invented Trials},
  date = {2021},
  volume = {4},
  pages = {11--13}
}
"""
SOURCE = "class: trial_report\nread: full_text\n"
STUDY = """title: Invented trial of supervised breakfasts
design: randomised controlled trial
country: GB
cite: invented2021
at: p. 1
randomised: 214 people "214 night workers were randomised to supervised breakfast or usual care"
figures:
  screened: {value: 389 people, quote: Of 389 workers screened at six depots}
  costs: {value: "£1,240", per: person a year, price_year: 2019, at: p. 2, quote: "supervised breakfast cost £1,240 per person a year at 2019 prices"}
  absent: {value: 12%, at: p. 2, quote: Sick leave was taken by 12% of those given breakfast}
  accidents: {value: 7 people, at: p. 2, quote: Seven people given breakfast reported an accident at work}
  harms: {value: no serious harm was reported in either group, at: p. 2, quote: No serious harm was reported in either group}
  not_better: {value: the groups did not differ in weight, at: p. 2, quote: The groups did not differ in weight at follow-up}
arms:
  breakfast: {label: supervised breakfast, randomised: {value: 108 people, quote: "108 were given supervised breakfast"}}
  usual: {label: usual care, randomised: {value: 106 people, quote: "106 received usual care"}}
results:
  stayed:
    outcome: retention
    follow_up: 26 weeks
    at: p. 2
    breakfast: 81 of 108 "81 of 108 given supervised breakfast were still at work"
    usual: 53 of 106 "against 53 of 106 who received usual care"
"""
BODY = """
<h1>Supervised breakfasts for night workers: a randomised trial</h1>
<p>Ada Quill and Jon Penn</p>
<p>Summary. Night workers often go hungry. Of 389 workers screened at six depots, 214 night workers were randomised to
supervised breakfast or usual care. Of these, 108 were given supervised breakfast and 106 received usual care. The trial
ran for twenty-six weeks in two towns, and all depots stayed in it to the end. Workers knew which group they were in.
The managers of the depots did not see the results until the trial had closed, and no payment was made for taking part.</p>
<p style="break-before: page">Results. After 26 weeks, 81 of 108 given supervised breakfast were still at work, against 53 of 106 who received
usual care. Sick leave was taken by 12% of those given breakfast. Seven people given breakfast reported an accident at work. No serious harm
was reported in either group. The groups did not differ in weight at follow-up. On average, supervised breakfast cost £1,240 per person a
year at 2019 prices, which depots paid. Most of the cost was wages; food made up less than a third of it.</p>
<p style="break-before: page">Discussion. The trial was small, and its follow-up short. What breakfast does over a year remains to be seen.</p>
<h2>References</h2>
<p>1. Moss A. Early breakfasts kept 77 of 90 drivers in their jobs through one winter. Depot Med 2015;3:41-9.</p>
<p>2. Kowal J. School breakfast raises attendance by 31 percent among younger pupils. Meals 2012;9:5-20.</p>
<p>3. Penn J. A survey of 640 night workers who skipped breakfast before long shifts. Shift Work 2018;2:77-81.</p>
"""
FROM_REFERENCES = (
    "Early breakfasts kept 77 of 90 drivers in their jobs",
    "School breakfast raises attendance by 31 percent among younger pupils",
    "A survey of 640 night workers who skipped breakfast",
)
"""Words that stand in its list of references alone."""


def snapshot() -> bytes:
    """The paper as a PDF of three pages with a running head."""
    from weasyprint import HTML

    style = "@page { size: A5; @top-center { content: 'Quill and Penn: supervised breakfasts' } @bottom-center { content: counter(page) } }"
    return HTML(string=f"<html lang='en'><style>{style}</style><body>{BODY}</body></html>").write_pdf()


BRIEF = """---
title: Do breakfasts keep night workers at work?
answer: In one trial [81 of 108]{=invented_trial.stayed.breakfast} did stay.
date: 2026-11-22
authors: [An invented author]
---

## What the trial found

In the trial [81 of 108]{=invented_trial.stayed.breakfast} workers given supervised breakfast were still at work after 26 weeks, and
[53 of 106]{=invented_trial.stayed.usual} who received usual care. Of those given breakfast, [seven]{=invented_trial.accidents.value} people reported an
accident [@invented2021, p. 2, "Seven people given breakfast reported an accident at work"]. The groups did not differ in weight
[@invented2021, p. 2, "The groups did not differ in weight at follow-up"]. Breakfast cost [£1,240 per person a year]{=invented_trial.costs}. The follow-up was
short [@invented2021, p. 3, "The trial was small, and its follow-up short"].
"""
