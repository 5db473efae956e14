"""From what was typed to what the pipeline is told: briefs that exist, parameters, the gate, the date of today."""

from typing import Literal

from briefkit.cli.arguments import Asked
from briefkit.cli.stop import stop
from briefkit.cli.today import today
from briefkit.cli.usage import COMMANDS
from briefkit.disk import Tree
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, read_settings_of, unread_briefs
from briefkit.problems import did_you_mean, listed


def options_of(asked: Asked, tree: Tree) -> Options:
    """Options for the pipeline; ends the command when a brief is named that is not there."""
    known = tuple(sorted({*brief_files(tree), *unread_briefs(tree)}))
    for word in asked.words:
        if _slug(word) not in known:
            stop(_no_brief(word, known, asked.command))
    gate: Literal["draft", "publish"] = "publish" if asked.publish else "draft"
    return Options(
        briefs=tuple(dict.fromkeys(_slug(word) for word in asked.words)) or known,
        parameters=asked.set,
        gate=gate,
        severity=read_settings_of(tree)[0].severity.get(gate, {}),
        formats=asked.formats,
        today=today(),
    )


def refuse_unused(checked: Checked) -> None:
    """End the command when a parameter was given that no brief has: the edition would not be the one that was meant."""
    known = sorted({name for part, _ in checked.parts.values() for name in part.parameters})
    for name in checked.unused:
        other = f"they have {listed(known, joint='and')}" if known else "they have none"
        stop(f"--set: no brief has a parameter `{name}`: {did_you_mean(name, known, other)}")


def _slug(word: str) -> str:
    """The brief's name, also when its file was named, as a shell completes it."""
    return word.removeprefix("briefs/").removesuffix(".md")


def _no_brief(word: str, known: tuple[str, ...], command: str) -> str:
    """What to say about a word that is no brief, and perhaps a command with a slip in it."""
    briefs = f"the briefs are {listed(known, joint='and')}" if known else "there is no brief in briefs/ yet"
    if command != "build":
        return f"there is no brief `{word}`: {did_you_mean(word, known, briefs)}"
    commands = f"the commands are {listed(COMMANDS, joint='and')}"
    way = did_you_mean(word, [*COMMANDS, *known], f"{briefs}; {commands}")
    return f"`{word}` is neither a brief nor a command: {way}"
