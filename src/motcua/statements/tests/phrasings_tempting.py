"""Consistent statements that tempt a checker to speak: qualified bases, groups elsewhere, states of some, two times."""

from motcua.statements.tests.phrasings import Case

__all__ = ["TEMPTING"]

TEMPTING = (
    # a rate of some of a stage
    Case(
        "of those of one field",
        "Phường đã giải quyết 1.240 hồ sơ, trong đó quá hạn 9 hồ sơ. Có 4 hồ sơ quá hạn thuộc lĩnh vực xây dựng, "
        "bằng 12,5% số hồ sơ xây dựng đã giải quyết (32 hồ sơ).",
    ),
    Case(
        "of those that had to be answered on paper",
        "Đã giải quyết 840 hồ sơ. Số hồ sơ có bản điện tử là 588, đạt 98% trên tổng số hồ sơ đã giải quyết phải "
        "trả bản giấy (600 hồ sơ).",
    ),
    Case(
        "of those with a fee, told nowhere",
        "Xã tiếp nhận 912 hồ sơ, đã giải quyết 905 hồ sơ. Hồ sơ thanh toán trực tuyến 301, đạt 94,06% số hồ sơ tiếp "
        "nhận có thu phí.",
    ),
    Case(
        "of those due, in the month",
        "Tiếp nhận 380 hồ sơ, đã trả 365. Trả đúng hạn 351 hồ sơ, đạt 98,32% số hồ sơ đến hạn trong tháng (357 hồ sơ).",
    ),
    Case(
        "of those settled at the counter that day",
        "Tổng số hồ sơ đã giải quyết 2.150 hồ sơ. Có 410 hồ sơ được trả trong buổi sáng, chiếm 47,4% số hồ sơ "
        "chứng thực đã giải quyết.",
    ),
    Case(
        "english, of the land dossiers settled",
        "The ward settled 930 dossiers. Eight dossiers were late, 10.0% of the land dossiers settled (80 dossiers).",
    ),
    Case(
        "english, of all dossiers settled by the land unit",
        "The ward received 960 dossiers and settled 930. 12 dossiers were late, 7.5% of all dossiers settled by "
        "the land unit.",
    ),
    Case(
        "of those with a fee, a wrong digit",
        "Có 540 hồ sơ phát sinh nghĩa vụ tài chính; 497 hồ sơ thanh toán trực tuyến, 43 hồ sơ nộp tiền mặt. Tỷ lệ "
        "thanh toán trực tuyến trên tổng số hồ sơ phát sinh nghĩa vụ tài chính đạt 97,0%.",
        (("97,0%", "92,0%"),),
    ),
    Case(
        "of all settled in the quarter by the ward, not what it says",
        "Phường Cồn Sẻ đã giải quyết 800 hồ sơ, trong đó trễ hạn 16 hồ sơ, chiếm 3,0% tổng số hồ sơ đã giải quyết "
        "trong quý của phường.",
        (("3,0%", "2,0%"),),
    ),
    # a group that is elsewhere
    Case(
        "withdrawn ones in a book of their own",
        "Quý III, xã nhận 412 hồ sơ, giải quyết xong 391 hồ sơ, còn 16 hồ sơ đang xử lý. Hồ sơ rút được mở sổ riêng.",
    ),
    Case(
        "not counting those turned away, said first",
        "Chưa kể các hồ sơ bị từ chối, trong tháng xã nhận 412 hồ sơ, giải quyết xong 391, đang xử lý 16 hồ sơ.",
    ),
    Case(
        "english, some are left out",
        "In May 412 dossiers were received, 391 were settled and 16 are in progress; withdrawn dossiers are reported "
        "separately.",
    ),
    Case(
        "english, the annex lists the others",
        "In May 412 dossiers were received, 391 were settled and 16 are in progress. The refused ones are listed "
        "in the annex.",
    ),
    # states of some
    Case(
        "staff on leave",
        "Bộ phận Một cửa có 9 người, gồm 6 công chức, 2 viên chức và 1 nhân viên bưu điện, hiện 1 người đi học.",
    ),
    Case("staff on leave, and", "Biên chế 9 người, gồm 6 công chức và 3 viên chức, 2 người nghỉ ốm trong tuần."),
    Case("english, staff on leave", "The office has 9 officers, made up of 6 women and 3 men, currently 1 on leave."),
    # what is late elsewhere
    Case(
        "late ones of the whole ward",
        "Trong tháng có 320 hồ sơ đến hạn, đã trả đúng hẹn 320/320. Toàn phường còn 3 hồ sơ quá hạn từ quý trước.",
    ),
    Case(
        "late ones of the whole commune, without a ratio",
        "Số hồ sơ đến hạn trong tuần là 96, trả đúng hẹn 95 hồ sơ, trễ 1 hồ sơ. Toàn xã còn 4 hồ sơ quá hạn.",
    ),
    # a month and the year so far
    Case(
        "a month and since January",
        "Tháng 5, xã tiếp nhận 310 hồ sơ, lũy kế 5 tháng 1.520 hồ sơ; đã giải quyết 298 hồ sơ, lũy kế 1.497 hồ sơ; "
        "quá hạn 1 hồ sơ, lũy kế 9 hồ sơ (0,6% số hồ sơ đã giải quyết). Còn 23 hồ sơ đang giải quyết.",
    ),
    Case(
        "a month, since January in brackets",
        "Trong tháng tiếp nhận 310 hồ sơ (lũy kế 1.520 hồ sơ, trực tuyến 1.290 hồ sơ), giải quyết 298 hồ sơ (lũy kế "
        "1.497 hồ sơ). Đang giải quyết 23 hồ sơ. Lũy kế tỷ lệ quá hạn 0,6%.",
    ),
    Case(
        "since January, and of that the month",
        "Từ đầu năm xã tiếp nhận 1.520 hồ sơ, trong tháng 310 hồ sơ; đã giải quyết 1.497 hồ sơ, trong tháng 298 hồ sơ.",
    ),
    Case(
        "english, a month and the year to date",
        "The ward received 310 dossiers in May (1,520 year to date) and settled 298 (1,497 year to date); 23 are in "
        "progress.",
    ),
    Case(
        "all since January, a digit",
        "Lũy kế từ đầu năm tiếp nhận 1.520 hồ sơ, đã giải quyết 1.497 hồ sơ, đang giải quyết 29 hồ sơ; trực tuyến "
        "1.290 hồ sơ, trực tiếp 230 hồ sơ.",
        (),
        ("29",),
    ),
    Case(
        "the average of half a year",
        "Phường đã giải quyết 590 hồ sơ, quá hạn 10 hồ sơ. Bình quân 6 tháng tỷ lệ quá hạn là 1,1%.",
    ),
    # counted twice, and no parts at all
    Case(
        "both faults in some",
        "Trong 60 hồ sơ được kiểm tra có 52 hồ sơ đúng, 6 hồ sơ thiếu phiếu, 4 hồ sơ thiếu chữ ký (có hồ sơ mắc cả"
        " hai lỗi).",
    ),
    Case(
        "both faults in two",
        "Kiểm tra 60 hồ sơ: 52 hồ sơ đúng, 6 hồ sơ thiếu phiếu, 4 hồ sơ thiếu chữ ký, trong đó 2 hồ sơ mắc cả hai lỗi.",
    ),
    Case(
        "days of lateness",
        "Hồ sơ trễ hạn chia theo số ngày như sau. Trễ 1 ngày: 6 hồ sơ; trễ từ 2 đến 5 ngày: 4 hồ sơ; trễ trên 5 "
        "ngày: 1 hồ sơ.",
    ),
    # one field of the work, and changes of something else
    Case(
        "what one field has in progress",
        "Phường tiếp nhận 620 hồ sơ, đã giải quyết 590 hồ sơ. Riêng hồ sơ chứng thực đang giải quyết 20 hồ sơ.",
    ),
    Case(
        "what the land desk has in progress, and then a digit of the ward",
        "Phường tiếp nhận 620 hồ sơ, đã giải quyết 590 hồ sơ, trong đó đúng hạn 568 hồ sơ, quá hạn 12 hồ sơ. Hồ sơ đất "
        "đai đang giải quyết 20 hồ sơ.",
        (),
        ("590", "568", "12"),
    ),
    Case(
        "online dossiers grew, the totals are told",
        "Năm 2024 tiếp nhận 1.200 hồ sơ. Năm 2025 tiếp nhận 1.350 hồ sơ, số hồ sơ trực tuyến tăng 13,5%.",
    ),
    Case(
        "one fee grew, the whole income is told",
        "Năm 2024 xã thu 1.200 triệu đồng. Năm 2025 thu 1.350 triệu đồng, phí chứng thực tăng 12,4%.",
    ),
    Case(
        "one field grew, the months are told",
        "So với tháng 4 (320 hồ sơ), số hồ sơ tiếp nhận tháng 5 là 352 hồ sơ, hồ sơ hộ tịch tăng 12%.",
    ),
    Case(
        "both years told, a digit",
        "Năm 2024 tiếp nhận 1.200 hồ sơ. Năm 2025 tiếp nhận 1.350 hồ sơ, như vậy số hồ sơ tiếp nhận tăng 160 hồ sơ.",
        (),
        ("160",),
    ),
    Case(
        "slips left blank",
        "Phát ra 200 phiếu, thu về 180 phiếu, trong đó 150 phiếu hài lòng, 20 phiếu không hài lòng, một số phiếu để "
        "trống.",
    ),
    # rates of another place or time, and of several parts
    Case(
        "the rate of nine months",
        "Phường tiếp nhận 812 hồ sơ, trong đó 690 hồ sơ trực tuyến. Tỷ lệ trực tuyến của 9 tháng là 81,2%.",
    ),
    Case(
        "the rate of the whole city",
        "Giải quyết 240 hồ sơ, đúng hạn 236 hồ sơ; tỷ lệ đúng hạn toàn thành phố 98,73%.",
    ),
    Case(
        "of both levels together",
        "Tổng số thủ tục công khai 381, trong đó cấp xã 365; 290 thủ tục toàn trình, 80 thủ tục một phần, đạt 97,1%.",
    ),
    Case(
        "rates of two fields, then all of it",
        "Lĩnh vực hộ tịch tiếp nhận 210 hồ sơ, đúng hạn 99,5%. Lĩnh vực đất đai tiếp nhận 60 hồ sơ, đúng hạn 91,7%. Cả "
        "phường đã giải quyết 262 hồ sơ, quá hạn 6 hồ sơ.",
    ),
    Case(
        "by post, counted among the direct ones",
        "Hồ sơ trực tuyến 400, hồ sơ trực tiếp 78, hồ sơ qua bưu chính 9 (đã tính trong trực tiếp). Tổng 478 hồ sơ.",
    ),
    Case(
        "the rest without a number",
        "250 phiếu thu về: mức 5 sao 150 phiếu, 4 sao 80 phiếu, 3 sao 15 phiếu, còn lại dưới 3 sao.",
    ),
    Case(
        "a row of rates that divide something else",
        "| Chỉ tiêu | Tháng 5 | Tháng 6 |\n|---|---|---|\n| Tiếp nhận | 500 | 520 |\n| Đã giải quyết | 480 | 515 |\n"
        "| Tỷ lệ giải quyết so với cùng kỳ | 97,2% | 101,4% |",
    ),
    Case(
        "the rate of the quarter beside the counts of a month",
        "Tháng 6 giải quyết 515 hồ sơ, trễ 6 hồ sơ; tỷ lệ trễ của quý là 1,6%.",
    ),
    Case(
        "english, the rate of the half-year beside the counts of a month",
        "In June 515 dossiers were settled, 509 on time. For the half-year the on-time rate was 98.2%.",
    ),
    Case(
        "the rate of the same month, a digit",
        "Tháng 10 giải quyết 515 hồ sơ, trễ 6 hồ sơ; tỷ lệ trễ của tháng 10 là 1,6%.",
        (),
        ("1,6",),
    ),
    # parts of something else
    Case(
        "groups of visitors, with the persons of each",
        "Trong quý tiếp 52 lượt, 70 người; có 2 đoàn đông (12 người và 8 người), 3 hộ được tiếp tại nhà.",
    ),
    Case("a group and its persons", "Tiếp 9 lượt với 25 người (có 1 đoàn 6 người), nhận 4 đơn."),
    Case(
        "what was found in some villages",
        "Phường nhận bàn giao 3 xã cũ: 2.480 hồ sơ lưu, 17 tủ, 9 máy tính, 4 máy in.",
    ),
    Case(
        "a sentence with a subject of its own",
        "Sảnh chờ có 4 quầy tiếp đón. Máy quét chỉ có 3 chiếc cho 6 phòng chuyên môn.",
    ),
    Case(
        "a sentence that says whose parts they are",
        "Trung tâm có 12 công chức. Số này gồm 7 nữ và 4 nam.",
        (("12", None),),
    ),
    Case(
        "lines that tell more of each part",
        "Toàn xã 52 hồ sơ:\n- Bản Mây: 30 hồ sơ, 6 hồ sơ nộp hộ\n- Bản Gió: 22 hồ sơ, 1 hồ sơ nộp hộ",
    ),
    Case(
        "lines that tell more of each part, a digit",
        "Toàn xã 52 hồ sơ:\n- Bản Mây: 30 hồ sơ, 6 hồ sơ nộp hộ\n- Bản Gió: 27 hồ sơ, 1 hồ sơ nộp hộ",
        (("27", None),),
        ("30", "52"),
    ),
    Case(
        "every line splits the whole in its own way",
        "Giao 20 việc, chia ra:\na) Quý I: 6 việc; quý II: 4 việc; quý III: 5 việc; quý IV: 5 việc;\n"
        "b) Theo lĩnh vực: đất đai 9, hộ tịch 11.",
    ),
    # groups without a number
    Case(
        "some dossiers had to stop",
        "Quý I nhận 412 hồ sơ, đã trả 391 hồ sơ, đang giải quyết 16 hồ sơ. Vài hồ sơ đất đai phải dừng để bà con bổ "
        "sung bản vẽ.",
    ),
    Case(
        "those that lacked papers went back",
        "Quý I nhận 412 hồ sơ, đã trả 391 hồ sơ, đang giải quyết 16 hồ sơ. Những hồ sơ thiếu giấy tờ, cán bộ giải "
        "thích rồi trả lại công dân.",
    ),
    Case(
        "english, a few were sent back",
        "In March 412 dossiers were received, 391 were settled and 16 are in progress. A few were sent back.",
    ),
    Case(
        "some were late: no other group",
        "Quý I nhận 412 hồ sơ, đã giải quyết 391 hồ sơ, đang giải quyết 11 hồ sơ. Một số hồ sơ trễ vì mất điện.",
        (("412", None),),
    ),
    Case(
        "none had to be supplemented",
        "Quý I nhận 412 hồ sơ, đã giải quyết 391 hồ sơ, đang giải quyết 11 hồ sơ. Không có hồ sơ nào phải bổ sung.",
        (("412", None),),
    ),
    # what is no label, and what only gives a reason
    Case(
        "a list of states, with reasons",
        "Nhận 305 hồ sơ:\n- Đã giải quyết: 280 hồ sơ;\n- Đang giải quyết: 14 hồ sơ;\n- Trả lại do nộp sai nơi tiếp "
        "nhận: 7 hồ sơ;\n- Từ chối vì không đủ điều kiện: 4 hồ sơ.",
    ),
    Case(
        "fit to be handled is not handled",
        "Nhận 31 đơn. Có 26 đơn đủ điều kiện xử lý, 5 đơn nặc danh. Đã giải quyết 22/26 đơn; 4 đơn còn lại đang xác "
        "minh.",
    ),
    Case(
        "slips that came back and those that are valid",
        "Phát 150 phiếu, thu 148 phiếu, hợp lệ 145 phiếu, 3 phiếu không hợp lệ.",
    ),
    Case(
        "what was there at the beginning",
        "Đầu quý tồn 40 hồ sơ, nhận thêm 610 hồ sơ, giải quyết 622 hồ sơ, cuối quý còn 25 hồ sơ; 3 hồ sơ rút.",
    ),
    # where a list ends, and of whom and when a count is
    Case(
        "after a semicolon the same tasks in another way",
        "Họp xong giao 7 việc: kinh tế 3 việc, văn hóa 2 việc; 4 việc phải xong trong tháng.",
    ),
    Case(
        "a list that a semicolon ends and that adds up",
        "Giao 5 việc: kinh tế 3 việc, văn hóa 2 việc; 4 việc phải xong trong tháng.",
    ),
    Case(
        "late ones month by month, then those still there",
        "Hồ sơ trễ theo tháng: tháng 4 có 21 hồ sơ, tháng 5 có 13 hồ sơ. Cuối tháng 5 còn 2 hồ sơ quá hạn chưa trả.",
    ),
    Case(
        "two wards, a rate of the second",
        "Tại phường Bàng Xanh, giải quyết 840 hồ sơ, trễ hạn 9 hồ sơ. Tại phường Cầu Mới, số hồ sơ là 700, tỷ lệ đúng "
        "hạn đạt 98,8% số đã giải quyết.",
    ),
    Case(
        "one ward, a rate of it",
        "Tại phường Bàng Xanh, giải quyết 840 hồ sơ, trễ hạn 9 hồ sơ. Phường Bàng Xanh có tỷ lệ đúng hạn đạt 98,3% số "
        "đã giải quyết.",
        (("98,3%", None),),
    ),
    Case(
        "two counts of last year in one breath",
        "Năm nay giải quyết 512 hồ sơ, đang giải quyết 40 hồ sơ; năm trước hai số này là 470 và 61. Hồ sơ trễ 11, giảm "
        "9 so với cùng kỳ (20 hồ sơ).",
    ),
    Case(
        "the same after another topic",
        "Riêng tổ 2 làm tại nhà 9 trường hợp. Hồ sơ trễ theo tháng: tháng 7 có 11 hồ sơ, tháng 8 có 9 hồ sơ, tháng 9 "
        "có 6 hồ sơ. Cuối tháng 9 còn 4 hồ sơ quá hạn chưa trả.",
    ),
    Case(
        "all of them, after a smaller count",
        "Tuần này ban hành 618 văn bản, nhiều hơn tuần trước. Có 118 văn bản mật, 100% được vào sổ; 604 văn bản ký số.",
    ),
    Case(
        "from so many down to so many",
        "Năm 2023 trả 1.812 hồ sơ, đúng hạn 1.731; năm 2024 trả 2.040 hồ sơ, đúng hạn 2.002. Quá hạn từ 81 hồ sơ "
        "xuống còn 38 hồ sơ.",
    ),
    Case(
        "one visitor may name several",
        "Có 64 người góp ý: 30 ý về thời gian, 28 ý về chỗ đỗ xe, 21 ý về thái độ; mỗi người được nêu nhiều ý.",
    ),
    Case(
        "what had to be settled is no settled count",
        "Quý I xã phải trả 820 hồ sơ, trả đúng hạn 790 hồ sơ, trả trễ 22 hồ sơ, còn 8 hồ sơ quá hạn chưa trả.",
    ),
    Case(
        "a rate of what was settled since January",
        "Tháng 4 trả 210 hồ sơ, lũy kế 905 hồ sơ. Trễ trong tháng 2, lũy kế 9 (0,99% số đã trả).",
    ),
    Case(
        "what is open is no part of what was closed",
        "We closed 2,310: 1,940 ahead of the date, 352 on it, 18 after it. There were 77 files on the desks, 70 of "
        "them still in time.",
    ),
    Case(
        "people of whom each named several things",
        "Hỏi 70 người: 30 ý khen, 28 ý chê, 21 ý góp thêm; mỗi người được kể nhiều ý.",
    ),
)
