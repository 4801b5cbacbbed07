"""What the checker says: a stable, versioned JSON, and sentences a clerk understands.

The shape (version 1; numbers are JSON numbers, positions count characters of the text in NFC):

    {"version": 1, "language": "vi" | "en",
     "quantities": [{"name", "value", "unit", "text", "start", "end", "scope"}],
     "checks": [{"kind": "sum" | "rate" | "ratio" | "part" | "product", "parts": [quantity, …], "less": [quantity, …],
                 "whole": quantity | null, "of": [quantity, …], "without": [quantity, …], "expected", "stated",
                 "denominator": str | null, "rounding": str | null,
                 "verdict": "consistent" | "truncated" | "inconsistent" | "undetermined",
                 "corrections": [{"quantity", "from", "to", "why", "why_en", "rank", "together": […]}],
                 "told": bool, "why", "why_en"}],
     "summary": {"consistent", "truncated", "inconsistent", "undetermined", "text", "text_en"}}

A quantity is named by its position in `quantities`. `parts` are what is added (of a product what is multiplied, of a
rate what is over the line) and `less` what is taken from that, `whole` what they should come to (of a rate: the rate),
`of` what is under the line and `without` what is taken from that. `rounding` is half_up, truncated, up, padded
(rounded to fewer decimals than are printed), adjusted, or of a sum parts (each rounded by itself); truncated, up,
padded and parts have the verdict "truncated". `told` says that one correction stands out; else nobody can tell which
of them it is. A correction of two figures has the second in `together`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from motcua.statements.checking import Check, Reading, Verdict
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.telling.sentences import Entry, Fractional, Speaker, lacks_a_group
from motcua.sums import Change, Force, Kind, exact_percent, judge, percent_of, places

__all__ = ["VERSION", "Entry", "Finding", "Mend", "Report", "as_json", "report", "summary"]

VERSION = 1
VIETNAMESE, ENGLISH = Speaker(english=False), Speaker(english=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A correction: which entries, from what, to what, and why, in both languages. No entry: a group without a name."""

    changes: tuple[tuple[int | None, Decimal | None, Decimal], ...]
    why: str
    why_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check as told; see the head of this file."""

    kind: Kind
    verdict: Verdict
    parts: tuple[int, ...]
    whole: int | None = None
    of: tuple[int, ...] = ()
    less: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    expected: Decimal | None
    stated: Decimal
    denominator: str | None = None
    rounding: str | None = None
    mends: tuple[Mend, ...] = ()
    told: bool = False
    why: str
    why_en: str

    @property
    def entries(self) -> tuple[int, ...]:
        """Every quantity it speaks of, each once."""
        return tuple(
            dict.fromkeys(
                one for one in (*self.parts, *self.less, *self.of, *self.without, self.whole) if one is not None
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole statement as told: what fails first."""

    text: str
    english: bool
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Counter[Verdict]:
        """How many checks of each verdict."""
        return Counter(one.verdict for one in self.findings)

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What does not agree."""
        return tuple(one for one in self.findings if one.verdict is Verdict.INCONSISTENT)


_ORDER = (Verdict.INCONSISTENT, Verdict.TRUNCATED, Verdict.CONSISTENT, Verdict.UNDETERMINED)


def report(reading: Reading) -> Report:
    """Tell what was read and checked. Guesses that came to nothing are left out."""
    teller = _Teller(reading)
    worth = (
        one for one in reading.checks if one.verdict is not Verdict.UNDETERMINED or one.relation.force > Force.LOOSE
    )
    findings = sorted((teller.finding(one) for one in worth), key=lambda one: _ORDER.index(one.verdict))
    return Report(
        text=reading.text, english=reading.in_english, entries=tuple(teller.entries), findings=tuple(findings)
    )


def summary(told: Report, *, english: bool) -> str:
    """One sentence over all."""
    right = told.counts[Verdict.CONSISTENT] + told.counts[Verdict.TRUNCATED]
    return (ENGLISH if english else VIETNAMESE).summary(
        wrong=len(told.wrong), right=right, unsure=told.counts[Verdict.UNDETERMINED]
    )


class _Teller:
    """Names the quantities of a reading and turns its checks into findings."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.values = {one.index: one.value for one in reading.known.quantities}
        self.entries: list[Entry] = []
        self.over: dict[int, int] = {}  # the entry of a figure
        self.under: dict[int, int] = {}  # of the lower number of a ratio
        for figure in reading.figures:
            self._enter(figure)

    def _enter(self, figure: Figure) -> None:
        """A figure is one entry; a ratio is two."""
        numeral = figure.numeral
        unit = "%" if numeral.form is Form.PERCENT else (figure.topic.value if figure.topic else "")
        entry = Entry(
            index=len(self.entries),
            name="" if figure.topic is Topic.MONEY else figure.key,  # a fund that is left is not "in progress"
            value=numeral.value,
            unit=unit,
            text=numeral.text,
            start=numeral.start,
            end=numeral.end,
            scope=str(figure.scope),
        )
        self.over[figure.index] = entry.index
        if numeral.whole is None:
            self.entries.append(entry)
            return
        over, under = (part.strip() for part in numeral.text.split("/"))
        self.under[figure.index] = entry.index + 1
        self.entries.append(replace(entry, text=over, end=entry.start + len(over)))
        below = replace(entry, index=entry.index + 1, name="", value=numeral.whole, text=under)
        self.entries.append(replace(below, start=entry.end - len(under)))

    # findings

    def finding(self, check: Check) -> Finding:
        """A check with its corrections and its sentence."""
        if check.relation.hundred:
            found = self._hundred(check)
        elif check.relation.kind is Kind.PRODUCT:
            found = self._product(check)
        elif check.relation.sums:
            found = self._sum(check)
        else:
            found = self._rate(check)
        if check.verdict is not Verdict.INCONSISTENT:
            return found
        changes = [self._mend(change) for change in check.changes]
        mends = (*self._one_more(found), *changes) if check.relation.one_short else (*changes, *self._group(found))
        found = replace(found, mends=mends, told=check.told)
        if check.told:
            return found
        return replace(found, why=found.why + VIETNAMESE.untold(), why_en=found.why_en + ENGLISH.untold())

    def _one_more(self, found: Finding) -> Iterator[Mend]:
        """The one group that the text says there is and does not tell."""
        if found.whole is not None and found.expected is not None:
            whole, told = self.entries[found.whole], len(found.parts)
            missing = whole.value - found.expected
            why, why_en = (speaker.one_more(missing, whole, told) for speaker in (VIETNAMESE, ENGLISH))
            yield Mend(changes=((None, None, missing),), why=why, why_en=why_en)

    def _group(self, found: Finding) -> Iterator[Mend]:
        """Parts of what was received that fall short of it may lack a group."""
        if found.kind is not Kind.SUM or found.whole is None or found.expected is None or found.told:
            return
        whole = self.entries[found.whole]
        named = [part for part in found.parts if "." not in self.entries[part].name]
        if named and len(found.parts) > 1 and lacks_a_group(whole, found.expected):
            missing = whole.value - found.expected
            why, why_en = VIETNAMESE.group(missing, whole), ENGLISH.group(missing, whole)
            yield Mend(changes=((None, None, missing),), why=why, why_en=why_en)

    def _hundred(self, check: Check) -> Finding:
        parts = [self._entry(which) for _, which in check.relation.sums[0]]
        return Finding(
            kind=Kind.SUM,
            verdict=check.verdict,
            parts=_indices(parts),
            stated=sum((one.value for one in parts), start=Decimal(0)),
            expected=Decimal(100),
            why=VIETNAMESE.hundred(check.verdict, parts),
            why_en=ENGLISH.hundred(check.verdict, parts),
        )

    def _sum(self, check: Check) -> Finding:
        terms = check.relation.sums[self._reading(check)]
        whole, *more = (self._entry(which) for weight, which in terms if weight > 0)
        parts = [self._entry(which) for weight, which in terms if weight < 0]
        rest = [(weight, which) for weight, which in terms if self._entry(which) is not whole]
        total = sum((-weight * self.values[which] for weight, which in rest), start=Decimal(0))
        units = {self._entry(which).index: abs(Decimal(weight)) for weight, which in terms}  # of money in several units
        expected = total / units[whole.index]
        why, why_en = (
            speaker.sum(
                check.verdict,
                whole=_in_unit(whole, units),
                parts=[_in_unit(one, units) for one in parts],
                less=[_in_unit(one, units) for one in more],
                expected=_plain(total) if len({*units.values()}) > 1 else total,
            )
            for speaker in (VIETNAMESE, ENGLISH)
        )
        return Finding(
            kind=check.relation.kind,
            verdict=check.verdict,
            parts=_indices(parts),
            less=_indices(more),
            whole=whole.index,
            expected=expected,
            stated=whole.value,
            rounding=check.held.rounding or None,
            why=why,
            why_en=why_en,
        )

    def _product(self, check: Check) -> Finding:
        """Of two readings each has the one factor as what is counted and the other as its weight."""
        at = (check.held.reading or 0) // 2 * 2  # when it may be so many of several counts
        first, *second = check.relation.sums[at : at + 2]
        whole = self._entry(first[0][1])
        factors = [self._entry(reading[1][1]) for reading in (first, *second)]
        weight = Decimal(-first[1][0])
        expected, by = weight * factors[0].value, weight if len(factors) == 1 else None
        return Finding(
            kind=Kind.PRODUCT,
            verdict=check.verdict,
            parts=_indices(factors),
            whole=whole.index,
            expected=expected,
            stated=whole.value,
            why=VIETNAMESE.product(check.verdict, whole=whole, factors=factors, expected=expected, by=by),
            why_en=ENGLISH.product(check.verdict, whole=whole, factors=factors, expected=expected, by=by),
        )

    def _rate(self, check: Check) -> Finding:
        fraction, printed = check.relation.fractions[self._reading(check)], self._entry(check.relation.printed)
        expected, exact = check.held.expected, exact_percent(fraction, self.values)
        if exact is not None:
            expected = percent_of(*exact, places(printed.value), ROUND_HALF_UP)
        if check.told:  # with as many decimals as the correction
            expected = dict(check.changes[0].values).get(check.relation.printed, expected)
        told = Fractional(
            printed=printed,
            over=[self._entry(which) for which in fraction.over],
            less=[self._entry(which) for which in fraction.minus],
            under=[self._entry(which) for which in fraction.under],
            without=[self._entry(which) for which in fraction.without],
            expected=expected,
            denominator=fraction.name,
            rounding=check.held.rounding,
        )
        return Finding(
            kind=check.relation.kind,
            verdict=check.verdict,
            parts=_indices(told.over),
            less=_indices(told.less),
            whole=printed.index,
            of=_indices(told.under),
            without=_indices(told.without),
            expected=expected,
            stated=printed.value,
            denominator=fraction.name,
            rounding=check.held.rounding or None,
            why=VIETNAMESE.rate(check.verdict, told),
            why_en=ENGLISH.rate(check.verdict, told),
        )

    def _reading(self, check: Check) -> int:
        """The reading that holds; of what fails, the one that holds once the likeliest correction is made."""
        if check.held.holds or not check.changes:
            return check.held.reading
        after = judge(check.relation, {**self.values, **dict(check.changes[0].values)})
        return after.reading if after.holds else 0

    def _entry(self, quantity: int) -> Entry:
        known = self.reading.known.quantities[quantity]
        return self.entries[(self.under if known.whole else self.over)[known.figures[0]]]

    def _mend(self, change: Change) -> Mend:
        changes = [(self._entry(which), value) for which, value in change.values]
        return Mend(
            changes=tuple((entry.index, entry.value, value) for entry, value in changes),
            why=VIETNAMESE.mend(changes, change.slip),
            why_en=ENGLISH.mend(changes, change.slip),
        )


def _in_unit(one: Entry, units: Mapping[int, Decimal]) -> Entry:
    """An amount of money in the smallest unit of its sum."""
    if units[one.index] == 1:
        return one
    return replace(one, value=_plain(one.value * units[one.index]))


def _plain(value: Decimal) -> Decimal:
    """A number without noughts behind its comma."""
    return value.quantize(Decimal(1)) if value % 1 == 0 else value.normalize()


def _indices(entries: Sequence[Entry]) -> tuple[int, ...]:
    return tuple(one.index for one in entries)


# JSON


def as_json(told: Report) -> dict[str, Any]:
    """The report for machines; see the head of this file."""
    return {
        "version": VERSION,
        "language": "en" if told.english else "vi",
        "quantities": [
            {
                "name": one.name,
                "value": _number(one.value),
                "unit": one.unit,
                "text": one.text,
                "start": one.start,
                "end": one.end,
                "scope": one.scope,
            }
            for one in told.entries
        ],
        "checks": [_check(one) for one in told.findings],
        "summary": {
            **{verdict.value: told.counts[verdict] for verdict in Verdict},
            "text": summary(told, english=False),
            "text_en": summary(told, english=True),
        },
    }


def _check(one: Finding) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "parts": list(one.parts),
        "whole": one.whole,
        "less": list(one.less),
        "of": list(one.of),
        "without": list(one.without),
        "expected": _number(one.expected),
        "stated": _number(one.stated),
        "denominator": one.denominator,
        "rounding": one.rounding,
        "verdict": one.verdict.value,
        "corrections": [_correction(mend, rank) for rank, mend in enumerate(one.mends, start=1)],
        "told": one.told,
        "why": one.why,
        "why_en": one.why_en,
    }


def _correction(mend: Mend, rank: int) -> dict[str, Any]:
    (quantity, old, new), *rest = mend.changes
    return {
        "quantity": quantity,
        "from": _number(old),
        "to": _number(new),
        "why": mend.why,
        "why_en": mend.why_en,
        "rank": rank,
        "together": [{"quantity": which, "from": _number(was), "to": _number(now)} for which, was, now in rest],
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
