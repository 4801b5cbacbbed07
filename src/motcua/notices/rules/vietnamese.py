"""The Vietnamese wordings that come with the product: subject, letter, short message, line on the page."""

from motcua.notices.rules.events import Event

__all__ = ["VIETNAMESE"]

_HELLO = "Kính gửi ông/bà {người nộp},\n\n"
_DEAR = "Kính gửi ông/bà,\n\n"
_SEE = "\n\nXem hồ sơ: {trang tra cứu}"

VIETNAMESE: dict[Event, tuple[str, str, str, str]] = {
    Event.ACCEPTED: (
        "Đã nhận hồ sơ {mã hồ sơ}, hẹn trả {hẹn trả}",
        _HELLO + "Phường đã nhận đủ hồ sơ {thủ tục} của ông/bà. Mã hồ sơ: {mã hồ sơ}.\n\n"
        "Phường hẹn trả kết quả: {hẹn trả}." + _SEE,
        "{phường}: đã nhận hồ sơ {mã hồ sơ}, hẹn trả {hẹn trả}. {trang tra cứu}",
        "Phường đã nhận hồ sơ, hẹn trả {hẹn trả}.",
    ),
    Event.COMPLETION: (
        "Hồ sơ {mã hồ sơ} cần nộp đủ giấy tờ trước khi nhận",
        _HELLO + "Hồ sơ {thủ tục} ({mã hồ sơ}) còn thiếu: {giấy tờ}.\n\nLý do: {lý do}\n\n"
        "Mời ông/bà nộp đủ tại quầy. Phường chỉ yêu cầu một lần." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} còn thiếu giấy tờ, mời ông bà nộp đủ. {trang tra cứu}",
        "Hồ sơ còn thiếu: {giấy tờ}.",
    ),
    Event.TURNED_AWAY: (
        "Phường không tiếp nhận hồ sơ {mã hồ sơ}",
        _HELLO + "Phường không tiếp nhận hồ sơ {thủ tục} ({mã hồ sơ}).\n\nLý do: {lý do}\n\n"
        "Nếu chưa rõ, mời ông/bà gọi {điện thoại phường}." + _SEE,
        "{phường}: không tiếp nhận hồ sơ {mã hồ sơ}, lý do ghi trên phiếu đã giao. {điện thoại phường}",
        "Phường không tiếp nhận hồ sơ. Lý do: {lý do}",
    ),
    Event.SUPPLEMENT: (
        "Hồ sơ {mã hồ sơ} cần bổ sung",
        _HELLO + "Để giải quyết hồ sơ {thủ tục} ({mã hồ sơ}), phường cần ông/bà bổ sung: {giấy tờ}.\n\n"
        "Lý do: {lý do}\n\nThời gian chờ không tính vào hạn của phường." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} cần bổ sung giấy tờ. {trang tra cứu}",
        "Phường cần ông bà bổ sung: {giấy tờ}.",
    ),
    Event.PAYMENT: (
        "Hồ sơ {mã hồ sơ}: khoản cần nộp",
        _HELLO + "Hồ sơ {thủ tục} ({mã hồ sơ}) có khoản cần nộp: {số tiền}.\n\nLý do: {lý do}\n\n"
        "Thời gian chờ không tính vào hạn của phường." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} có khoản cần nộp. {trang tra cứu}",
        "Hồ sơ có khoản cần nộp: {số tiền}.",
    ),
    Event.RESUMED: (
        "Hồ sơ {mã hồ sơ} được làm tiếp, hẹn trả {hẹn trả}",
        _HELLO + "Phường đã nhận đủ và làm tiếp hồ sơ {thủ tục} ({mã hồ sơ}).\n\nHẹn trả: {hẹn trả}." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} được làm tiếp, hẹn trả {hẹn trả}.",
        "Phường làm tiếp hồ sơ, hẹn trả {hẹn trả}.",
    ),
    Event.APOLOGY: (
        "Phường xin lỗi và hẹn lại hồ sơ {mã hồ sơ}",
        _HELLO + "{phường} xin lỗi ông/bà. Hồ sơ {thủ tục} ({mã hồ sơ}) không xong kịp ngày đã hẹn: {hẹn cũ}.\n\n"
        "Lý do: {lý do}\n\nPhường hẹn lại: {hẹn mới}. Chỉ hẹn lại một lần; hẹn đầu vẫn giữ trong sổ của phường.\n\n"
        "Phiếu xin lỗi số {số phiếu}." + _SEE,
        "{phường} xin lỗi: hồ sơ {mã hồ sơ} trễ hẹn, hẹn lại {hẹn mới}. {điện thoại phường}",
        "Phường xin lỗi ông bà và hẹn lại {hẹn mới}. Lý do: {lý do}",
    ),
    Event.SORRY: (
        "Phường xin lỗi về hồ sơ {mã hồ sơ}",
        _HELLO + "{phường} xin lỗi ông/bà. Hồ sơ {thủ tục} ({mã hồ sơ}) xong sau ngày đã hẹn: {hẹn cũ}.\n\n"
        "Lý do: {lý do}\n\nPhiếu xin lỗi số {số phiếu}." + _SEE,
        "{phường} xin lỗi: hồ sơ {mã hồ sơ} xong sau ngày hẹn. {điện thoại phường}",
        "Phường xin lỗi ông bà: hồ sơ xong sau ngày hẹn. Lý do: {lý do}",
    ),
    Event.MOVED: (
        "Hồ sơ {mã hồ sơ}: hẹn trả chuyển sang {hẹn mới}",
        _HELLO + "Lịch làm việc của phường thay đổi, nên hẹn trả hồ sơ {thủ tục} ({mã hồ sơ}) chuyển từ {hẹn cũ}"
        " sang {hẹn mới}.\n\nLý do: {lý do}\n\nMong ông/bà thông cảm." + _SEE,
        "{phường}: hẹn trả hồ sơ {mã hồ sơ} chuyển sang {hẹn mới}. {điện thoại phường}",
        "Lịch của phường thay đổi: hẹn trả chuyển sang {hẹn mới}.",
    ),
    Event.READY: (
        "Hồ sơ {mã hồ sơ} đã có kết quả",
        _HELLO + "Hồ sơ {thủ tục} ({mã hồ sơ}) đã có kết quả. Mời ông/bà mang phiếu hẹn và căn cước đến nhận tại"
        " {bộ phận một cửa}, {địa chỉ phường}." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} đã có kết quả. Mời mang phiếu hẹn và căn cước đến nhận.",
        "Hồ sơ đã có kết quả. Mời ông bà đến nhận tại quầy.",
    ),
    Event.REFUSED: (
        "Văn bản trả lời hồ sơ {mã hồ sơ}",
        _HELLO + "Phường không giải quyết được hồ sơ {thủ tục} ({mã hồ sơ}).\n\nLý do: {lý do}\n\n"
        "Mời ông/bà nhận văn bản tại {bộ phận một cửa}." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} đã có văn bản trả lời. Mời ông bà đến nhận. {điện thoại phường}",
        "Phường từ chối giải quyết. Lý do: {lý do}",
    ),
    Event.STOPPED: (
        "Phường dừng giải quyết hồ sơ {mã hồ sơ}",
        _HELLO + "Phường dừng giải quyết hồ sơ {thủ tục} ({mã hồ sơ}).\n\nLý do: {lý do}\n\n"
        "Mời ông/bà nhận thông báo tại {bộ phận một cửa}." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} đã dừng giải quyết, có thông báo. Mời ông bà đến nhận. {điện thoại phường}",
        "Phường dừng giải quyết hồ sơ. Lý do: {lý do}",
    ),
    Event.RETURNED: (
        "Hồ sơ {mã hồ sơ} đã trả, mời ông/bà góp ý",
        _HELLO + "Kết quả hồ sơ {thủ tục} ({mã hồ sơ}) đã được trả. Cảm ơn ông/bà.\n\n"
        "Ông/bà thấy việc phục vụ thế nào? Mời trả lời vài câu, không cần ghi tên: {phiếu khảo sát}",
        "{phường}: đã trả kết quả hồ sơ {mã hồ sơ}. Mời góp ý: {phiếu khảo sát}",
        "Phường đã trả kết quả.",
    ),
    Event.WITHDRAWN: (
        "Đã ghi nhận rút hồ sơ {mã hồ sơ}",
        _HELLO + "Phường đã ghi nhận ông/bà rút hồ sơ {thủ tục} ({mã hồ sơ}). Nếu không phải ông/bà rút, mời gọi"
        " ngay {điện thoại phường}." + _SEE,
        "{phường}: hồ sơ {mã hồ sơ} đã rút theo yêu cầu. Nếu không phải, gọi {điện thoại phường}",
        "Phường đã ghi nhận ông bà rút hồ sơ.",
    ),
    Event.FEEDBACK_RECEIVED: (
        "Đã nhận phản ánh {mã hồ sơ}",
        _DEAR + "Phường đã nhận phản ánh, kiến nghị của ông/bà. Mã: {mã hồ sơ}.\n\nPhường hẹn trả lời: {hẹn trả}.",
        "{phường}: đã nhận phản ánh {mã hồ sơ}, hẹn trả lời {hẹn trả}.",
        "Phường đã nhận phản ánh, hẹn trả lời {hẹn trả}.",
    ),
    Event.FEEDBACK_ANSWERED: (
        "Trả lời phản ánh {mã hồ sơ}",
        _DEAR + "Phường trả lời phản ánh, kiến nghị {mã hồ sơ} của ông/bà:\n\n{trả lời}",
        "{phường}: phản ánh {mã hồ sơ} đã có trả lời. {trang tra cứu}",
        "Phường đã trả lời phản ánh.",
    ),
}
