"""What a society gave and what its team received is one figure (circular 5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.absence import Absent
from generator.base.findings import Severity
from generator.base.money import plain
from generator.check.rule import Breach, SiteCase, difference_of, rule, yuan
from generator.check.summary import TeamSummary
from generator.model.society import Society, Support


@rule("A09", "红十字会给的等于队伍收的", Severity.UNRECONCILED, "5.2")
def support_is_one_figure(case: SiteCase) -> Iterator[Breach]:
    """规则：红十字会 support_to_teams 里某年给某队的钱，等于这支队伍这一年报告里来自本会的收入
    （channel 是 society_funding 或 society_project，from 是本会全称或没有写）。队伍的报告没有覆盖全年的，不核对。
    依据：《通知》五（二）资金支持；三（三）“准确”。
    为什么：一笔钱在给的一方和收的一方必须是同一个数。
    怎么改：双方核对拨款单；红十字会改 support_to_teams，或队伍改收入行。
    """
    managed: dict[str, dict[str, TeamSummary]] = {}
    for team in case.teams:
        managed.setdefault(team.society, {})[team.slug] = team
    for id, society in sorted(case.context.societies.items()):
        if isinstance(society.support_to_teams, Absent):
            continue
        listed: dict[tuple[str, str], list[Support]] = {}
        for entry in society.support_to_teams:
            listed.setdefault((entry.year, entry.slug), []).append(entry)
        teams = managed.get(id, {})
        for (year, slug), entries in listed.items():
            if slug in teams and year in teams[slug].whole_years:
                yield from _entry(year, teams[slug], entries)
        yield from _unlisted(society, listed, teams)


def _entry(year: str, team: TeamSummary, entries: list[Support]) -> Iterator[Breach]:
    given, received = sum(entry.amount for entry in entries), team.support.get(year, 0)
    if given == received:
        return
    yield Breach(
        entries[0].place("amount"),
        f"写给{team.name} {year} 年 {yuan(given)}，队伍报告收到 {yuan(received)}，差 {yuan(abs(given - received))}",
        f"核对拨款单；队伍的数对的话，写 {plain(received)}；收入行的 from 要写本会全称",
        difference_of(given - received),
        (*(entry.place("amount") for entry in entries[1:]), team.support_places.get(year, team.place)),
    )


def _unlisted(
    society: Society, listed: dict[tuple[str, str], list[Support]], teams: dict[str, TeamSummary]
) -> Iterator[Breach]:
    """Money that teams say came from the society by name, in the years that its list spans."""
    years = {year for year, _ in listed}
    for slug, team in sorted(teams.items()):
        for year, amount in sorted(team.support_named.items()):
            spanned = not years or min(years) <= year <= max(years)
            if amount and spanned and (year, slug) not in listed:
                yield Breach(
                    society.place("support_to_teams"),
                    f"{team.name}报告 {year} 年收到本会 {yuan(amount)}，这里没有列",
                    f"加上一行 {{year: {year}, team: {slug}, amount: {plain(amount)}}}",
                    difference_of(amount),
                    (team.support_places.get(year, team.place),),
                )
