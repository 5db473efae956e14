"""`source witness`: somebody says that they saw the words in the source, and answers for it with a date."""

from collections.abc import Sequence
from dataclasses import replace

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.source_desk import Desk, changed_lines, day, opened_desk
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.problems import did_you_mean
from briefkit.sources.holding import Holdings
from briefkit.sources.lapses import differences, entry_of, fits
from briefkit.sources.lock import lock_file
from briefkit.sources.lock_entry import Entry
from briefkit.sources.renewing import after_witness
from briefkit.sources.sought import Sought
from briefkit.values.dates import write_date


def command(asked: Asked, words: Sequence[str], project: Project, screen: Screen) -> int:
    """Show the words of each source that was named, and write down that they were seen there."""
    desk = opened_desk(project, screen)
    addresses = [word for word in words if "." in word and word not in desk.library.references]
    keys = [desk.known(word) for word in words if word not in addresses]
    if not keys:
        stop(f"write the key of the reference, as in: {PROGRAM} source witness ddn_hat_2020")
    for key in keys:
        _witness(desk, key, addresses, asked.on, screen)
    return 0


def _witness(desk: Desk, key: str, addresses: Sequence[str], on: str, screen: Screen) -> None:
    if key in desk.tree.snapshots:
        there = desk.tree.snapshots[key].file
        stop(f"a copy of `{key}` is here: {there}\n`{PROGRAM} source verify {key}` looks for the words in it.")
    source = desk.library.sources.get(key)
    if source is None or source.witnessed is None:
        stop(
            f"evidence/sources/{key}.yaml does not say that anybody has seen this source\n"
            "If you have, add the day to it: `witnessed: 2026-11-22`. Then run this again."
        )
    holdings = desk.holdings([key])
    seen = _meant(desk, key, addresses, holdings)
    first, again = day(on, _whole(write_date(source.witnessed))), day(on)
    renewal = after_witness(key, holdings, seen, first, desk.keep, again)
    screen.say(f"{key}{f'  {source.address}' if source.address else ''}")
    for one in seen:
        entry = (renewal.lock.words if one.slug else renewal.lock.figures)[one.name]
        read = holdings.locks.get(key)
        before = entry_of(one, read)
        again = "" if before is None or not fits(one, before) else "  (vouched for already)"
        for line in [*_lines(one), *(_changed(one, before) if before is not None and not again else ())]:
            screen.say(line)
        screen.say(f"    {'found' if entry.state == 'exact' else 'seen'} on {entry.on}{again}")
    for line in changed_lines(replace(renewal, renewed=())):
        screen.say(line)
    written = desk.write(key, renewal.lock)
    screen.say(f"{lock_file(key)} {'written' if written else 'stays as it is'}\n")


def _changed(one: Sought, before: Entry) -> list[str]:
    """What somebody vouched for before, beside what is vouched for now."""
    if one.slug:
        return []
    told = [f"{name}: {then or 'nothing'} -> {now or 'nothing'}" for name, now, then in differences(one, before)]
    since = f"    CHANGED since it was {'found' if before.state == 'exact' else 'seen'} on {before.on}"
    return [f"{since}: {'; '.join(told) or 'other words'}"]


def _whole(written: str) -> str:
    """A day in full from a date that may name a month or a year alone: the first of it, since when it has been seen."""
    return f"{written}-01-01"[:10]


def _meant(desk: Desk, key: str, addresses: Sequence[str], holdings: Holdings) -> list[Sought]:
    """The quotations that are vouched for: those that were named, or all of the source."""
    of_key = [one for one in holdings.sought if key in one.documents]
    if not addresses:
        return [one for one in of_key if one.document == key]
    named: dict[str, Sought] = {}
    for address in addresses:
        short = desk.library.short_address(address)
        found = [one for one in of_key if not one.slug and one.shown == short]
        if not found:
            way = did_you_mean(
                short, [one.shown for one in of_key if not one.slug], f"`list` shows what rests on `{key}`"
            )
            stop(f"no figure `{address}` quotes `{key}`: {way}")
        named |= {one.name: one for one in found}
    return list(named.values())


def _lines(one: Sought) -> list[str]:
    """What is vouched for: who says it, what, and in which words."""
    value = one.said.get("value", "")
    head = f"  {one.slug}: cited words" if one.slug else f"  {one.shown}: {value}"
    at = f", {one.at}" if one.at else ""
    words = " ".join(part for part in (one.quote.prefix, one.quote.exact, one.quote.suffix) if part)
    return [head, f'    "{words}"{at}']
