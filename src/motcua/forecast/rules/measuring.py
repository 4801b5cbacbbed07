"""How good a forecast was: what it said beforehand against what came. Nothing is left out of the counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from motcua import vietnam

__all__ = ["DAY", "Backtest", "Said", "Score", "as_data", "as_text", "best_threshold", "measured", "scored"]

DAY = 8 * 60  # working minutes: the plain rule warns below it


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said of one open dossier on one morning: the chance, the working minutes left, and what came."""

    dossier: str
    chance: float | None
    left: int
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of warnings and what came of them; a rate whose denominator is 0 is None.

    `brier`: the mean squared error of the chances that were said; `base_brier`: of always saying the share that was
    late among the same. `dossiers_*`: each dossier once, warned when it was warned of on any morning.
    """

    n: int
    late: int
    warned: int
    hit: int
    brier: float | None = None
    base_brier: float | None = None
    dossiers: int = 0
    dossiers_late: int = 0
    dossiers_warned: int = 0
    dossiers_hit: int = 0

    @property
    def precision(self) -> float | None:
        """Of the warnings, the share that came true."""
        return self.hit / self.warned if self.warned else None

    @property
    def recall(self) -> float | None:
        """Of the late ones, the share that was warned of."""
        return self.hit / self.late if self.late else None

    @property
    def base(self) -> float | None:
        """The share that was late."""
        return self.late / self.n if self.n else None

    @property
    def f1(self) -> float:
        """One number of both, to choose a threshold by."""
        return 2 * self.hit / (self.warned + self.late) if self.warned + self.late else 0.0


def scored(said: Sequence[Said], *, warns: Iterable[bool], chances: bool = True) -> Score:
    """The score of warnings given beside each saying; `chances`: also how good the percentages themselves were."""
    warned = list(warns)
    everyone = {s.dossier: s.late for s in said}
    at_risk = {s.dossier for s, warn in zip(said, warned, strict=True) if warn}
    known = [(s.chance, s.late) for s in said if s.chance is not None] if chances else []
    base = sum(late for _, late in known) / len(known) if known else 0.0
    return Score(
        n=len(said),
        late=sum(s.late for s in said),
        warned=sum(warned),
        hit=sum(warn and s.late for s, warn in zip(said, warned, strict=True)),
        brier=sum((chance - late) ** 2 for chance, late in known) / len(known) if known else None,
        base_brier=sum((base - late) ** 2 for _, late in known) / len(known) if known else None,
        dossiers=len(everyone),
        dossiers_late=sum(everyone.values()),
        dossiers_warned=len(at_risk),
        dossiers_hit=sum(everyone[dossier] for dossier in at_risk),
    )


def _at(said: Sequence[Said], threshold: float) -> Score:
    return scored(said, warns=[s.chance is not None and s.chance >= threshold for s in said])


def best_threshold(said: Sequence[Said]) -> float | None:
    """The threshold, in steps of 5 %, with the highest F1; of equal ones the highest. None where nothing was late."""
    if not any(s.late for s in said):
        return None
    return max((n / 100 for n in range(5, 100, 5)), key=lambda t: (_at(said, t).f1, t))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """The forecast at `threshold` and the plain rule, over everything and while more than a day was left.

    `unsaid`: sayings without a chance, for want of data; they count as no warning. `best`: the threshold that would
    have been best for this ward while more than a day was left.
    """

    threshold: float
    unsaid: int
    best: float | None
    forecast: Score
    plain: Score
    forecast_early: Score
    plain_early: Score


def measured(said: Sequence[Said], *, threshold: float) -> Backtest:
    """All that is printed of one ward."""
    early = [s for s in said if s.left > DAY]

    def plain(of: Sequence[Said]) -> Score:
        return scored(of, warns=[s.left < DAY for s in of], chances=False)

    return Backtest(
        threshold=threshold,
        unsaid=sum(s.chance is None for s in said),
        best=best_threshold(early),
        forecast=_at(said, threshold),
        plain=plain(said),
        forecast_early=_at(early, threshold),
        plain_early=plain(early),
    )


_PARTS: tuple[tuple[str, str, Callable[[Backtest], Score], Callable[[Backtest], Score]], ...] = (
    ("all", "mọi lúc", lambda b: b.forecast, lambda b: b.plain),
    ("more_than_a_day_left", "còn hơn 1 ngày", lambda b: b.forecast_early, lambda b: b.plain_early),
)


def as_data(found: Backtest) -> dict[str, object]:
    """As JSON: counts, and the rates with four decimals."""

    def score(of: Score) -> dict[str, object]:
        rates = {"precision": of.precision, "recall": of.recall, "base": of.base}
        told = {**asdict(of), **rates}
        return {name: round(value, 4) if isinstance(value, float) else value for name, value in told.items()}

    horizons = {name: {"forecast": score(f(found)), "plain": score(p(found))} for name, _, f, p in _PARTS}
    return {"threshold": found.threshold, "best": found.best, "unsaid": found.unsaid, **horizons}


def as_text(found: Backtest) -> str:
    """As lines for a person, each rate with its fraction."""
    best = "" if found.best is None else f"; tốt nhất cho riêng phường này {found.best:.0%}"
    lines = [f"  ngưỡng {found.threshold:.0%}{best}; chưa đủ dữ liệu {vietnam.number(found.unsaid)} lượt"]
    for _, name, forecast, plain in _PARTS:
        one = forecast(found)
        lines.append(f"  {name}: {vietnam.number(one.n)} lượt, {vietnam.number(one.late)} lượt rồi trễ")
        lines += [_line("dự báo", one), _line("còn dưới 1 ngày", plain(found))]
        if one.brier is not None and one.base_brier is not None:
            lines.append(f"    Brier {one.brier:.4f}; nói tỷ lệ chung {one.base_brier:.4f}".replace(".", ","))
    return "\n".join(lines)


def _line(name: str, of: Score) -> str:
    return (
        f"    {name:<16} đúng {_rate(of.hit, of.warned)} lượt báo; bắt được {_rate(of.hit, of.late)} lượt trễ;"
        f" hồ sơ: báo {of.dossiers_warned}, đúng {of.dossiers_hit} trên {of.dossiers_late} hồ sơ trễ"
    )


def _rate(part: int, whole: int) -> str:
    share = f" = {part / whole:.1%}".replace(".", ",") if whole else ""
    return f"{vietnam.number(part)}/{vietnam.number(whole)}{share}"
