"""The blanks a wording may have, by the Vietnamese name between braces."""

from enum import StrEnum

__all__ = ["IN_SHORT", "Place"]


class Place(StrEnum):
    """A blank: its value is what stands between the braces."""

    CODE = "mã hồ sơ"
    NAME = "người nộp"
    PROCEDURE = "thủ tục"
    DUE = "hẹn trả"
    OLD_DUE = "hẹn cũ"
    NEW_DUE = "hẹn mới"
    REASON = "lý do"
    ITEMS = "giấy tờ"
    AMOUNT = "số tiền"
    LETTER = "số phiếu"
    ANSWER = "trả lời"
    SURVEY = "phiếu khảo sát"
    WARD = "phường"
    OFFICE = "bộ phận một cửa"
    ADDRESS = "địa chỉ phường"
    PHONE = "điện thoại phường"
    LINK = "trang tra cứu"


# What an SMS or a Zalo message may carry: the code, dates, and what is true of the office. Nothing of the person:
# telephones are shared, and a message is read on the screen that lies on the table.
IN_SHORT = frozenset(
    {
        Place.CODE,
        Place.DUE,
        Place.OLD_DUE,
        Place.NEW_DUE,
        Place.LETTER,
        Place.SURVEY,
        Place.WARD,
        Place.OFFICE,
        Place.ADDRESS,
        Place.PHONE,
        Place.LINK,
    }
)
