"""Who may read messages, handle what did not arrive, change the words and the channels."""

from motcua.acts import Actor, ActorKind, Refused, Role

__all__ = ["may_change_channels", "may_change_words", "may_handle", "may_read", "sees_protected"]

_DESK = (Role.COUNTER, Role.DIRECTOR, Role.CLERK, Role.SPECIALIST, Role.UNIT_HEAD, Role.LEADER, Role.CHAIRMAN)


def may_read(by: Actor) -> None:
    """Whoever works on dossiers, and the supervisors."""
    if by.kind is not ActorKind.SYSTEM and not by.has(*_DESK, Role.SUPERVISOR, Role.ADMIN):
        raise Refused("forbidden", "Bạn không có vị trí để xem các tin này.", "You hold no position to read these.")


def may_handle(by: Actor) -> None:
    """What did not arrive is handled by those who meet or write to people: counter, director, clerk, leaders."""
    if by.kind is not ActorKind.SYSTEM and not by.has(
        Role.COUNTER, Role.DIRECTOR, Role.CLERK, Role.LEADER, Role.CHAIRMAN
    ):
        raise Refused(
            "forbidden",
            "Việc này của quầy, văn thư hoặc lãnh đạo.",
            "This is for the counter, the clerk or a leader.",
        )


def may_change_words(by: Actor) -> None:
    """The words of the ward are the administrator's and the leaders'."""
    if not by.has(Role.ADMIN, Role.LEADER, Role.CHAIRMAN):
        raise Refused(
            "forbidden",
            "Chỉ quản trị và lãnh đạo sửa được lời tin.",
            "Only the administrator and the leaders change the words.",
        )


def may_change_channels(by: Actor) -> None:
    """The channels are the administrator's."""
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.ADMIN):
        raise Refused(
            "forbidden", "Chỉ quản trị của phường đặt được kênh gửi.", "Only the administrator sets the channels."
        )


def sees_protected(by: Actor) -> bool:
    """Who wrote a feedback is protected: the messages to them are for leaders only."""
    return by.kind is ActorKind.SYSTEM or by.has(Role.LEADER, Role.CHAIRMAN)
