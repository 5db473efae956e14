"""Rules about files and folders: what is read, what is not, and where the output goes."""

from briefkit.rulebook.families import Family, Rule

LINE = Family(
    "Files, settings and output",
    (
        Rule(
            id="file-unreadable",
            says="A file or folder of the project cannot be opened.",
            because="What it holds is missing from the briefs, and nobody would notice.",
            wrong="evidence/studies/riott.yaml, which only another user may open",
            right="the same file, with permission to read it",
        ),
        Rule(
            id="file-outside",
            says="A link (a file or folder that stands for another) leads out of the project, or is a linked folder.",
            because="A brief is made from its own project alone; a link could carry other files of the machine into it.",
            wrong="evidence/costs, a link to a folder on a shared drive",
            right="the files themselves, copied into evidence/costs",
        ),
        Rule(
            id="file-too-large",
            says="A file is far larger than such files are, or the project holds far too many of them.",
            because="Something else has been put there by mistake; reading it would take minutes and help nobody.",
            wrong="a scanned report of 60 MB in templates/",
            right="the report in snapshots/, and its reference in evidence/references/",
        ),
        Rule(
            id="file-name",
            says="The name of a file holds characters that cannot be shown.",
            because="Messages could not say which file they mean, and other machines could not store it.",
            wrong="a name with a line break or bytes from another alphabet's encoding in it",
            right="riott.yaml",
        ),
        Rule(
            id="stray-file",
            says="A file lies in the evidence folder that nothing reads, because of how its name ends.",
            because="Whoever put it there believes that the briefs use it.",
            wrong="evidence/studies/riott.yaml.txt, or riott.docx",
            right="evidence/studies/riott.yaml",
            draft="warning",
            publish="error",
        ),
        Rule(
            id="settings-broken",
            says="The file pyproject.toml cannot be read.",
            because="The project's own settings are in it; the build goes on with those that every project has.",
            wrong='snapshots = ["snapshots"',
            right='snapshots = ["snapshots"]',
            waivable=False,
        ),
        Rule(
            id="settings-unknown",
            says="The table [tool.briefkit] of pyproject.toml holds a setting that does not exist.",
            because="It has no effect, although somebody meant it to have one.",
            wrong='snapshot = ["snapshots"]',
            right='snapshots = ["snapshots"]',
            waivable=False,
        ),
        Rule(
            id="settings-wrong",
            says="A setting in pyproject.toml is of the wrong kind, such as one text where a list is wanted.",
            because="It cannot be used; the build goes on with the value that every project has.",
            wrong='snapshots = "snapshots"',
            right='snapshots = ["snapshots"]',
            waivable=False,
        ),
        Rule(
            id="output-not-ours",
            says="The folder for the output holds files that briefkit did not make.",
            because="A build replaces the whole folder; files of somebody else would be gone.",
            wrong="--out ~/Documents",
            right="--out ~/Documents/briefs, a folder that is new or empty",
            waivable=False,
        ),
        Rule(
            id="output-busy",
            says="Another build is writing to the same folder.",
            because="Two builds at once would mix old and new pages.",
            wrong="two terminals, both building into dist/",
            right="one after the other, or one of them with --out",
            waivable=False,
        ),
        Rule(
            id="output-not-written",
            says="The system refused to write the output: the disk is full, or permission is lacking.",
            because="The briefs in the folder are the old ones.",
            wrong="a full disk",
            right="room on the disk, or another folder with --out",
            waivable=False,
        ),
    ),
)
