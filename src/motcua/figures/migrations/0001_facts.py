"""The flat view every figure is asked of, each column explained, and the index that finds a period's base.

`ended_at` is 'infinity' while a dossier is open: the base of a report is then one range of the index.
"""

from django.db import migrations

# A scalar subquery and not a join: the planner drops it where a report does not ask for it. At most one is not rejected.
_APOLOGY = "(SELECT x.{} FROM dossiers_extension x WHERE x.dossier_id = d.id AND x.status <> 'rejected')"

COLUMNS = {
    "ward_id": ("d.ward_id", "Phường."),
    "dossier_id": ("d.id", "Hồ sơ."),
    "code": ("d.code", "Mã hồ sơ, không đổi suốt đời hồ sơ."),
    "promise_id": ("d.promise_id", "Lời hẹn với người nộp; trống khi chưa tiếp nhận."),
    "channel": ("d.channel", "Kênh nộp: direct, online, post."),
    "level": (
        "CASE WHEN d.channel = 'online' THEN COALESCE(NULLIF(d.online_level, ''), 'unstated') ELSE 'offline' END",
        "Mức trực tuyến như ghi ngày nộp: 3, 4 (cũ); partial, full (từ 2022); unstated chưa ghi; offline không trực tuyến.",
    ),
    "lodged_at": ("d.lodged_at", "Lúc nộp; quyết định hồ sơ thuộc kỳ nào."),
    "lodged_month": (
        "to_char(d.lodged_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM')",
        "Tháng nộp, giờ Việt Nam: 2026-09.",
    ),
    "accepted_at": ("d.accepted_at", "Lúc tiếp nhận, đồng hồ bắt đầu chạy; trống khi chưa nhận."),
    "finished_at": ("d.finished_at", "Lúc giải quyết xong (có kết quả, từ chối giải quyết, dừng); không bao giờ dời."),
    "closed_at": ("d.closed_at", "Lúc trả kết quả, rút, hoặc bị từ chối tiếp nhận."),
    "ended_at": (
        "COALESCE(d.finished_at, d.closed_at, 'infinity'::timestamptz)",
        "Lúc thôi là việc của phường: giải quyết xong, rút hoặc từ chối tiếp nhận; infinity khi còn mở.",
    ),
    "status": ("d.status", "Tình trạng nghiệp vụ hiện nay."),
    "finish": ("d.end", "Kết thúc thế nào: result, refused, stopped; trống khi chưa."),
    "supplements": ("d.supplements", "Số lần yêu cầu bổ sung khi đang giải quyết."),
    "limit_value": ("p.limit_value", "Thời hạn: số."),
    "limit_unit": ("p.limit_unit", "Thời hạn: đơn vị."),
    "first_due_at": ("p.first_due_at", "Giờ hẹn đầu tiên; không bao giờ đổi."),
    "due_at": ("p.due_at", "Giờ hẹn hiện nay sau các lần tạm dừng và đổi lịch; hẹn lại không làm đổi."),
    "late_after": ("p.late_after", "Thời điểm cuối cùng còn tính là trong hạn, theo due_at."),
    "extended_due_at": ("p.extended_due_at", "Giờ hẹn lại kèm xin lỗi; không che việc trễ."),
    "due_changes": ("p.due_changes", "Số lần due_at đổi; 0 thì due_at lúc nào cũng vậy."),
    "outcome": ("p.outcome", "Giữ hẹn thế nào, ghi một lần lúc xong: early, on_time, late."),
    "field": ("v.field", "Lĩnh vực của bản thủ tục đã ghim."),
    "procedure_code": ("pr.code", "Mã thủ tục."),
    "procedure_name": ("v.name", "Tên của bản thủ tục đã ghim."),
    "unit_code": ("u.code", "Đơn vị giải quyết: mã."),
    "unit_name": ("u.name", "Đơn vị giải quyết: tên."),
    "officer_id": ("d.officer_id", "Công chức thụ lý; trống khi chưa giao."),
    "officer_name": ("o.name", "Công chức thụ lý: tên."),
    "apology_cause": (_APOLOGY.format("cause"), "Vì sao phải xin lỗi; trống khi không có phiếu xin lỗi."),
    "apology_sent_at": (_APOLOGY.format("sent_at"), "Lúc lời xin lỗi đến người nộp."),
}

# Left joins on unique keys: a report that does not ask a table's columns does not read the table.
SOURCE = """
FROM dossiers_dossier d
LEFT JOIN promises_promise p ON p.id = d.promise_id
LEFT JOIN procedures_version v ON v.id = d.version_pinned_id
LEFT JOIN procedures_procedure pr ON pr.id = d.procedure_id
LEFT JOIN offices_unit u ON u.id = d.unit_id
LEFT JOIN accounts_person o ON o.id = d.officer_id
"""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


VIEW = (
    "CREATE VIEW dossier_facts AS SELECT\n"
    + ",\n".join(f"{sql} AS {name}" for name, (sql, _) in COLUMNS.items())
    + SOURCE
)

COMMENTS = [
    "COMMENT ON VIEW dossier_facts IS 'Mỗi hồ sơ một dòng; mọi số liệu báo cáo hỏi ở đây.'",
    *(f"COMMENT ON COLUMN dossier_facts.{name} IS {quoted(said)}" for name, (_, said) in COLUMNS.items()),
]

INDEX = """
CREATE INDEX dossier_ended ON dossiers_dossier
    (ward_id, (COALESCE(finished_at, closed_at, 'infinity'::timestamptz)))
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [
        ("accounts", "0001_initial"),
        ("dossiers", "0001_initial"),
        ("offices", "0001_initial"),
        ("procedures", "0001_initial"),
        ("promises", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL([VIEW, *COMMENTS], "DROP VIEW dossier_facts"),
        migrations.RunSQL(INDEX, "DROP INDEX dossier_ended"),
    ]
