"""The English wordings that come with the product; what each part is stands in `vietnamese`."""

from motcua.notices.rules.events import Event

__all__ = ["ENGLISH"]

_HELLO = "Dear {người nộp},\n\n"
_DEAR = "Dear sender,\n\n"
_SEE = "\n\nSee your dossier: {trang tra cứu}"

ENGLISH: dict[Event, tuple[str, str, str, str]] = {
    Event.ACCEPTED: (
        "Dossier {mã hồ sơ} received, promised for {hẹn trả}",
        _HELLO + "We have received your complete dossier ({thủ tục}). Its code is {mã hồ sơ}.\n\n"
        "We promise the result by {hẹn trả}." + _SEE,
        "{phường}: dossier {mã hồ sơ} received, due {hẹn trả}. {trang tra cứu}",
        "The ward received the dossier and promised the result by {hẹn trả}.",
    ),
    Event.COMPLETION: (
        "Dossier {mã hồ sơ}: papers are missing",
        _HELLO + "Your dossier {mã hồ sơ} ({thủ tục}) still needs: {giấy tờ}.\n\nReason: {lý do}\n\n"
        "Please bring everything to the counter. We ask only once." + _SEE,
        "{phường}: dossier {mã hồ sơ} still needs papers. {trang tra cứu}",
        "The dossier still needs: {giấy tờ}.",
    ),
    Event.TURNED_AWAY: (
        "Dossier {mã hồ sơ} was not received",
        _HELLO + "The ward did not receive your dossier {mã hồ sơ} ({thủ tục}).\n\nReason: {lý do}\n\n"
        "For questions call {điện thoại phường}." + _SEE,
        "{phường}: dossier {mã hồ sơ} was not received; the slip says why. {điện thoại phường}",
        "The ward did not receive the dossier. Reason: {lý do}",
    ),
    Event.SUPPLEMENT: (
        "Dossier {mã hồ sơ}: please supply papers",
        _HELLO + "To go on with your dossier {mã hồ sơ} ({thủ tục}) we need: {giấy tờ}.\n\nReason: {lý do}\n\n"
        "The time of waiting does not count." + _SEE,
        "{phường}: dossier {mã hồ sơ} needs more papers. {trang tra cứu}",
        "The ward needs from you: {giấy tờ}.",
    ),
    Event.PAYMENT: (
        "Dossier {mã hồ sơ}: a payment is due",
        _HELLO + "A payment is due for your dossier {mã hồ sơ} ({thủ tục}): {số tiền}.\n\nReason: {lý do}\n\n"
        "The time of waiting does not count." + _SEE,
        "{phường}: a payment is due for dossier {mã hồ sơ}. {trang tra cứu}",
        "A payment is due: {số tiền}.",
    ),
    Event.RESUMED: (
        "Dossier {mã hồ sơ} goes on, promised for {hẹn trả}",
        _HELLO + "We have everything and go on with your dossier {mã hồ sơ} ({thủ tục}).\n\n"
        "We promise the result by {hẹn trả}." + _SEE,
        "{phường}: dossier {mã hồ sơ} goes on, promised for {hẹn trả}.",
        "The ward goes on with the dossier and promises it by {hẹn trả}.",
    ),
    Event.APOLOGY: (
        "We apologise: a new appointment for dossier {mã hồ sơ}",
        _HELLO + "{phường} apologises to you. Your dossier {mã hồ sơ} ({thủ tục}) is not ready as promised:"
        " {hẹn cũ}.\n\nReason: {lý do}\n\nThe new appointment is {hẹn mới}. There is only one; the first stays in our"
        " book.\n\nLetter of apology no. {số phiếu}." + _SEE,
        "{phường} apologises: dossier {mã hồ sơ} is late, new date {hẹn mới}. {điện thoại phường}",
        "The ward apologises; the new appointment is {hẹn mới}. Reason: {lý do}",
    ),
    Event.SORRY: (
        "We apologise for dossier {mã hồ sơ}",
        _HELLO + "{phường} apologises to you. Your dossier {mã hồ sơ} ({thủ tục}) was finished after its appointment:"
        " {hẹn cũ}.\n\nReason: {lý do}\n\nLetter of apology no. {số phiếu}." + _SEE,
        "{phường} apologises: dossier {mã hồ sơ} was finished late. {điện thoại phường}",
        "The ward apologises: the dossier was finished after its appointment. Reason: {lý do}",
    ),
    Event.MOVED: (
        "Dossier {mã hồ sơ}: the appointment moves to {hẹn mới}",
        _HELLO + "The working days of the ward change, so the appointment for your dossier {mã hồ sơ} ({thủ tục})"
        " moves from {hẹn cũ} to {hẹn mới}.\n\nReason: {lý do}" + _SEE,
        "{phường}: the appointment of dossier {mã hồ sơ} moves to {hẹn mới}.",
        "The ward's calendar changed: the appointment moves to {hẹn mới}.",
    ),
    Event.READY: (
        "Dossier {mã hồ sơ}: the result is ready",
        _HELLO + "The result of your dossier {mã hồ sơ} ({thủ tục}) is ready. Please bring the receipt and your"
        " identity card to {bộ phận một cửa}, {địa chỉ phường}." + _SEE,
        "{phường}: the result of dossier {mã hồ sơ} is ready. Bring receipt and ID card.",
        "The result is ready. Please collect it at the counter.",
    ),
    Event.REFUSED: (
        "Dossier {mã hồ sơ}: our written answer",
        _HELLO + "The ward cannot settle your dossier {mã hồ sơ} ({thủ tục}).\n\nReason: {lý do}\n\n"
        "Please collect the letter at {bộ phận một cửa}." + _SEE,
        "{phường}: there is a written answer to dossier {mã hồ sơ}. {điện thoại phường}",
        "The ward refused the dossier. Reason: {lý do}",
    ),
    Event.STOPPED: (
        "Dossier {mã hồ sơ} was stopped",
        _HELLO + "The ward stopped your dossier {mã hồ sơ} ({thủ tục}).\n\nReason: {lý do}\n\n"
        "Please collect the notice at {bộ phận một cửa}." + _SEE,
        "{phường}: dossier {mã hồ sơ} was stopped; a notice is ready. {điện thoại phường}",
        "The ward stopped the dossier. Reason: {lý do}",
    ),
    Event.RETURNED: (
        "Dossier {mã hồ sơ} was handed over: how did we do?",
        _HELLO + "The result of your dossier {mã hồ sơ} ({thủ tục}) was handed over. Thank you.\n\n"
        "How did we serve you? A few questions, no name needed: {phiếu khảo sát}",
        "{phường}: dossier {mã hồ sơ} was handed over. How did we do? {phiếu khảo sát}",
        "The result was handed over.",
    ),
    Event.WITHDRAWN: (
        "Dossier {mã hồ sơ} was withdrawn",
        _HELLO + "We noted that you withdrew your dossier {mã hồ sơ} ({thủ tục}). If it was not you, call"
        " {điện thoại phường} at once." + _SEE,
        "{phường}: dossier {mã hồ sơ} was withdrawn. If it was not you call {điện thoại phường}",
        "The ward noted that you withdrew the dossier.",
    ),
    Event.FEEDBACK_RECEIVED: (
        "Your feedback {mã hồ sơ} was received",
        _DEAR + "We received your feedback. Its code is {mã hồ sơ}.\n\nWe promise an answer by {hẹn trả}.",
        "{phường}: feedback {mã hồ sơ} received, answer promised for {hẹn trả}.",
        "The ward received the feedback and promised an answer by {hẹn trả}.",
    ),
    Event.FEEDBACK_ANSWERED: (
        "Our answer to your feedback {mã hồ sơ}",
        _DEAR + "Our answer to your feedback {mã hồ sơ}:\n\n{trả lời}",
        "{phường}: your feedback {mã hồ sơ} was answered. {trang tra cứu}",
        "The ward answered the feedback.",
    ),
}
