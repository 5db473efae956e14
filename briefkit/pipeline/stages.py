"""The steps of all briefs of a run, each left out where it would come to what it came to before.

A step is kept when what it was given and everything that it has asked the base for are the same as then. What is
left out is known by marks of contents alone, never by times.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefkit.disk import Tree
from briefkit.disk.outputs import Outputs
from briefkit.library import Library
from briefkit.pipeline.crew import Crew, Jobs
from briefkit.pipeline.marking import looks_mark, mark_of, text_mark
from briefkit.pipeline.options import Options, Progress
from briefkit.pipeline.parts import Concerning, Done, JudgedPart, PaintedPart, ReadPart, Verdicts, Wanted, Words
from briefkit.pipeline.prints import print_files
from briefkit.pipeline.reading import brief_files
from briefkit.pipeline.why import worded
from briefkit.reader import Answers, Marks, Query


@dataclass(frozen=True, slots=True)
class Kept:
    """A step of one brief as it was done once."""

    given: Mapping[str, bytes]
    """Marks of what it was given, by what that is."""
    done: Done[Any]


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """Everything that is kept of one brief."""

    read: Kept
    judged: Kept | None = None
    painted: Kept | None = None
    """Without its files, which lie in the output."""
    outputs: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of these files, by path in its folder."""


@dataclass(slots=True)
class _Run:
    """One brief in this run."""

    kept: KeptBrief | None
    steps: dict[str, Kept] = field(default_factory=dict)
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Why a step was done: names of what it was given, questions that have another answer. Not there for one kept."""
    outputs: dict[str, str] = field(default_factory=dict)
    """SHA-256 of what was painted now, by path in its folder."""


class Stages:
    """All briefs of a run."""

    def __init__(
        self, tree: Tree, options: Options, library: Library, marks: Marks, crew: Crew, kept: Mapping[str, KeptBrief]
    ) -> None:
        self._tree, self._options, self._marks, self._crew = tree, options, marks, crew
        self._files = brief_files(tree)
        self._answers = Answers(library, marks)
        self._runs = {slug: _Run(kept.get(slug)) for slug in options.briefs if slug in self._files}
        self._verdicts = Verdicts()
        self._words: Mapping[str, Words] = {}

    def read(self, progress: Progress) -> dict[str, ReadPart]:
        """Every brief, read."""
        settled = mark_of(sorted(self._options.parameters.items()))
        given = {
            slug: {"its text": text_mark(self._tree.texts[self._files[slug]]), "--set": settled} for slug in self._runs
        }
        return self._step("read", "reading", given, dict.fromkeys(self._runs, ()), progress)

    def judge(
        self, library: Library, verdicts: Verdicts, words: Mapping[str, Words], progress: Progress
    ) -> dict[str, JudgedPart]:
        """Every brief that can be read, judged by a base of which the quotations were looked for."""
        self._answers = Answers(library, self._marks)
        self._verdicts, self._words = verdicts, words
        self._crew.take(library, verdicts)
        slugs = [slug for slug, run in self._runs.items() if run.steps["read"].done.part.card is not None]
        texts, figures = mark_of(sorted(verdicts.source_text.items())), mark_of(verdicts.reviews.figures)
        given = {
            slug: {
                "the copies of sources": texts,
                "verdicts on figures": figures,
                "its verdicts": mark_of(verdicts.reviews.briefs.get(slug, ())),
                "the words that it cites": mark_of(words.get(slug, {})),
            }
            for slug in slugs
        }
        return self._step("judge", "judging", given, {slug: (words.get(slug, {}),) for slug in slugs}, progress)

    def paint(
        self, wanted: Wanted, concerning: Mapping[str, Concerning], outputs: Outputs | None, progress: Progress
    ) -> dict[str, PaintedPart]:
        """The briefs painted of which something is known. Their files go into `outputs`, where those that were kept stay,
        once they are seen to be there as they were written; None when nobody wants the files.
        """
        options = wanted.options
        formats = tuple(form for form in options.formats if form == "html" or form in wanted.printers)
        looks = looks_mark(self._tree)
        asked = mark_of(options.gate, formats, options.sheets, sorted(options.grave.items()))
        given: dict[str, dict[str, bytes]] = {}
        jobs: dict[str, tuple[Any, ...]] = {}
        for slug, known in concerning.items():
            judged, words = self._runs[slug].steps["judge"].done.part, self._words.get(slug, {})
            given[slug] = {
                "the templates": looks,
                "what was asked for": asked,
                "its problems": mark_of(known.problems, known.waived),
                "the words that it cites": mark_of(words),
                "its review": mark_of(judged.unbound, judged.reviewed),
            }
            jobs[slug] = (words, judged.unbound, known, replace(wanted, printed=self._printed(slug)))
        return self._step("paint", "building", given, jobs, progress, outputs)

    def _printed(self, slug: str) -> bytes:
        """The mark of what the prints of before were made from; empty when there were none."""
        kept = self._runs[slug].kept
        printed: bytes = kept.painted.done.part.printed if kept is not None and kept.painted is not None else b""
        return printed

    def _step(
        self,
        step: str,
        doing: str,
        given: Mapping[str, Mapping[str, bytes]],
        jobs: Jobs,
        progress: Progress,
        outputs: Outputs | None = None,
    ) -> dict[str, Any]:
        """One step of all briefs: what was kept, and what was done now."""
        again: dict[str, tuple[Any, ...]] = {}
        for slug, marks in given.items():
            run = self._runs[slug]
            kept = _kept(run.kept, step)
            why = self._differing(run, kept, marks)
            if kept is not None and not why and self._stays(slug, outputs):
                run.steps[step] = kept
            else:
                again[slug] = jobs[slug]
                run.why[step] = why or (_OUTPUT,)
        if outputs is not None:
            again = {slug: self._with_prints(slug, job, outputs) for slug, job in again.items()}
        told = [f"{doing} {slug} ({number} of {len(again)})" for number, slug in enumerate(again, 1)]
        for said, (slug, done) in zip(_ahead(told, progress), self._crew.each(step, again), strict=False):
            progress(said)
            self._runs[slug].steps[step] = Kept(given[slug], self._put(slug, done, outputs))
        return {slug: self._runs[slug].steps[step].done.part for slug in given}

    def _differing(self, run: _Run, kept: Kept | None, given: Mapping[str, bytes]) -> tuple[str, ...]:
        """Why a step has to be done; nothing when it need not be."""
        if "read" in run.why:
            return run.why["read"]
        if kept is None:
            return ("it has not been built before",)
        names = [name for name, mark in given.items() if kept.given.get(name) != mark]
        return (*names, *(worded(query) for query in self._answers.differing(kept.done.asked)))

    def _stays(self, slug: str, outputs: Outputs | None) -> bool:
        """Whether every file that was made of a brief is in the output as it was written, and stays there."""
        run = self._runs[slug]
        if outputs is None or run.kept is None:
            return True
        return all(outputs.stays(f"{slug}/{name}", mark) for name, mark in run.kept.outputs.items())

    def _with_prints(self, slug: str, job: tuple[Any, ...], outputs: Outputs) -> tuple[Any, ...]:
        """The job of painting a brief, knowing of its prints of before only when all that are wanted stay."""
        *rest, wanted = job
        kept = self._runs[slug].kept
        marks = {name: kept.outputs.get(name) for name in print_files(slug, wanted)} if kept is not None else {}
        if marks and all(mark and outputs.stays(f"{slug}/{name}", mark) for name, mark in marks.items()):
            return job
        return (*rest, replace(wanted, printed=b""))

    def _put(self, slug: str, done: Done[Any], outputs: Outputs | None) -> Done[Any]:
        """Hand on the files of a painted brief; what is left to keep is small."""
        if not isinstance(done.part, PaintedPart):
            return done
        run = self._runs[slug]
        run.outputs = {name: run.kept.outputs[name] for name in done.part.stayed} if run.kept is not None else {}
        if outputs is not None:
            outputs.drop(f"{slug}/")
            for name, mark in run.outputs.items():
                outputs.stays(f"{slug}/{name}", mark)
            for name, data in done.part.files.items():
                outputs.put(f"{slug}/{name}", data)
                run.outputs[name] = outputs.marks[f"{slug}/{name}"]
        return Done(replace(done.part, files={}), done.asked)

    def asked(self, slug: str) -> Iterator[Query]:
        """What a brief has asked the base for when it was read and judged."""
        steps = self._runs[slug].steps
        return (query for step in ("read", "judge") for query, _ in steps[step].done.asked)

    def outputs(self, slug: str) -> Mapping[str, str]:
        """SHA-256 of every file of a brief that was painted, by path in its folder."""
        run = self._runs[slug]
        return run.outputs if "paint" in run.why or run.kept is None else run.kept.outputs

    def why(self, slug: str) -> tuple[str, ...]:
        """Why a brief was painted anew, in words; nothing for one that is as it was."""
        run = self._runs.get(slug)
        if run is None or "paint" not in run.why:
            return ()
        return tuple(dict.fromkeys(reason for reasons in run.why.values() for reason in reasons))

    def pieces(self) -> dict[str, KeptBrief]:
        """What to keep of every brief of which anything was done now."""
        return {
            slug: KeptBrief(run.steps["read"], run.steps.get("judge"), run.steps.get("paint"), self.outputs(slug))
            for slug, run in self._runs.items()
            if run.why
        }


def _ahead(told: list[str], progress: Progress) -> Iterator[str]:
    """What is to be told once each brief is done: what is being done next."""
    if told:
        progress(told[0])
    yield from [*told[1:], ""]


_OUTPUT = "its files in the output"


def _kept(kept: KeptBrief | None, step: str) -> Kept | None:
    if kept is None:
        return None
    return {"read": kept.read, "judge": kept.judged, "paint": kept.painted}[step]
