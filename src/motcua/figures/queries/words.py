"""What lists, sheets and papers say for the codes they are made of."""

from motcua import vietnam
from motcua.clock import ZONE
from motcua.dossiers.queries import words as dossiers
from motcua.figures.rules import Cell, Scope

__all__ = ["CAUSES", "CELLS", "period_words"]

CELLS = {
    Cell.SETTLED_EARLY: "Đã giải quyết, trước hạn",
    Cell.SETTLED_ON_TIME: "Đã giải quyết, đúng hạn",
    Cell.SETTLED_LATE: "Đã giải quyết, quá hạn",
    Cell.PROGRESS_IN_TIME: "Đang giải quyết, trong hạn",
    Cell.PROGRESS_OVERDUE: "Đang giải quyết, quá hạn",
    Cell.WAITING_DOOR: "Chờ hoàn thiện tại cửa",
    Cell.WAITING_IN_TIME: "Tạm dừng chờ người nộp",
    Cell.WAITING_OVERDUE: "Tạm dừng, tính là quá hạn",
    Cell.WITHDRAWN_DOOR: "Rút trước khi tiếp nhận",
    Cell.WITHDRAWN_IN_TIME: "Rút khi còn trong hạn",
    Cell.WITHDRAWN_OVERDUE: "Rút khi đã quá hạn",
    Cell.TURNED_AWAY: "Từ chối tiếp nhận",
}

CAUSES = {cause.value: words for cause, words in dossiers.CAUSES.items()}


def period_words(scope: Scope) -> str:
    """“Từ 01/07/2025 đến 30/08/2025, số liệu lúc 24:00 ngày 30/08/2025”."""
    local = scope.as_of.astimezone(ZONE)
    seen = f"24:00 ngày {scope.last:%d/%m/%Y}" if local == scope.closes else f"{local:%H:%M} ngày {local:%d/%m/%Y}"
    return f"Từ {scope.first:%d/%m/%Y} đến {scope.last:%d/%m/%Y}, số liệu lúc {seen}"


def seen_words(scope: Scope) -> str:
    """The moment looked from as the page says it: "hết kỳ 30/08/2025" or a moment in full."""
    if scope.as_of == scope.closes:
        return f"hết ngày {scope.last:%d/%m/%Y}"
    return vietnam.moment(scope.as_of, scope.last, year=True)
