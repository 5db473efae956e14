"""Rules about the bibliography: what keeps a .bib file from being read, or a reader from finding a work."""

from briefkit.rulebook.families import Family, Rule

REFERENCES = Family(
    "The bibliography",
    (
        Rule(
            id="bib-syntax",
            says="A brace, a comma, a quotation mark or an equals sign is missing or too many in an entry.",
            because="A field may be lost with it. All other entries are read, whatever is wrong with this one.",
            wrong="@report{acmd2016,\n  title = {Reducing deaths}\n  date = {2016},\n}",
            right="@report{acmd2016,\n  title = {Reducing deaths},\n  date = {2016},\n}",
        ),
        Rule(
            id="bib-missing-key",
            says="An entry has no key, the short name behind its opening brace.",
            because="Records and briefs cite a work by its key; a work without one cannot be cited.",
            wrong="@report{\n  title = {Reducing deaths},",
            right="@report{acmd2016,\n  title = {Reducing deaths},",
        ),
        Rule(
            id="bib-bad-key",
            says="A key holds a blank or a sign that a citation cannot hold.",
            because="`[@key]` in a brief and `evidence/sources/<key>.yaml` must be able to name it.",
            wrong="@report{acmd report 2016,",
            right="@report{acmd_report_2016,",
        ),
        Rule(
            id="bib-duplicate-key",
            says="Two entries have the same key, or keys that differ only in capitals. The first one is used.",
            because="Nobody could tell which of the two works a sentence rests on.",
            wrong="@article{strang2010, title = {Heroin on trial}, ...}\n@article{strang2010, title = {Another paper}, ...}",
            right="@article{strang2010, title = {Heroin on trial}, ...}\n@article{strang2010b, title = {Another paper}, ...}",
        ),
        Rule(
            id="bib-duplicate-field",
            says="An entry says the same field twice. The first one is used.",
            because="One of the two is wrong, and a reader would never see that there was a choice.",
            wrong="volume = {375},\nvolume = {376},",
            right="volume = {375},",
        ),
        Rule(
            id="bib-no-braces",
            says="A value stands without braces or quotation marks and is neither a number nor the name of an @string.",
            because="Bibliography programs leave such a value out, or stop.",
            wrong="journaltitle = Lancet,",
            right="journaltitle = {Lancet},",
        ),
        Rule(
            id="bib-unknown-type",
            says="The word behind `@` is no type of reference that we know; the entry is printed in the plainest form.",
            because="The type decides what is printed: a thesis names its university, a statute its number.\n"
            "Known are @article (with `entrysubtype = {newspaper}` for news), @report, @book, @incollection,\n"
            "@inproceedings, @thesis, @online, @legislation, @jurisdiction, @dataset, @speech, @letter and @misc,\n"
            "and the older and rarer names of these.",
            wrong="@artikel{strang2010,",
            right="@article{strang2010,",
            draft="warning",
        ),
        Rule(
            id="bib-missing-field",
            says="A reference lacks something without which readers cannot find the work.",
            because="A citation is there so that somebody can check it.",
            wrong="@article{strang2010,\n  title = {Heroin on trial},\n  date = {2010},\n}",
            right="@article{strang2010,\n  title = {Heroin on trial},\n  journaltitle = {Lancet},\n  date = {2010},\n}",
            draft="warning",
        ),
        Rule(
            id="bib-bad-name",
            says="Authors or editors cannot be taken apart into names, or a body is written like a person.",
            because="`Office for Drugs and Crime` without braces becomes two people: Office for Drugs, and Crime.",
            wrong="author = {Office for Drugs and Crime},",
            right="author = {{Office for Drugs and Crime}},",
            draft="warning",
        ),
        Rule(
            id="bib-bad-year",
            says="The year or date of a work is none.",
            because="The year is half of the citation, and it orders the list. `2019?` marks a year that was inferred,\n"
            "`2019~` one that is about right, `n.d.` a work without a date.",
            wrong="date = {5.3.2017},",
            right="date = {2017-03-05},",
        ),
        Rule(
            id="bib-bad-date",
            says="A month, a day of access or the day of an archived copy is not written as a date.",
            because="Pages print it in words, so it must be clear which number is the month.",
            wrong="urldate = {3/5/2019},",
            right="urldate = {2019-05-03},",
        ),
        Rule(
            id="bib-bad-doi",
            says="A DOI does not look like one; it is left out of the page.",
            because="The DOI is the link that outlives web addresses, if it is right.",
            wrong="doi = {S0140-6736(10)60349-2},",
            right="doi = {10.1016/S0140-6736(10)60349-2},",
        ),
        Rule(
            id="bib-unsafe-url",
            says="An address begins with neither `https://` nor `http://`, or holds signs that no address has. It is not linked.",
            because="Other addresses do not work for readers, and some run programs or read files on their computers.",
            wrong="url = {www.gov.uk/drugs},",
            right="url = {https://www.gov.uk/drugs},",
        ),
        Rule(
            id="bib-unknown-language",
            says="The language of a work is none that we know.",
            because="Readers are told when a work is not in English, and screen readers choose their voice by it.",
            wrong="langid = {Germn},",
            right="langid = {German},",
            draft="warning",
            publish="warning",
        ),
        Rule(
            id="bib-unknown-crossref",
            says="`crossref` names an entry that is not in the bibliography, or the entry itself.",
            because="The title of the book that holds the work would be missing.",
            wrong="crossref = {handbok2012},",
            right="crossref = {handbook2012},",
        ),
    ),
    unread=True,
)
