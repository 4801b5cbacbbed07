"""More phrasings: lists under numbered headings, totals after units, completeness and openness in words."""

from motcua.statements.tests.phrasings import Case

__all__ = ["LISTS"]

LISTS: tuple[Case, ...] = (
    Case(
        "a list under a heading of its own is no part of the section before",
        "1. Tiếp nhận\nb) Tổng cộng phải giải quyết 1.692 hồ sơ.\n2. Giải quyết hồ sơ\na) Giải quyết xong 1.633 hồ sơ. "
        "Cụ thể:\n- Trước hạn: 1.408 hồ sơ;\n- Đúng hạn: 207 hồ sơ;\n- Trễ hạn: 18 hồ sơ.\n"
        "b) Đang giải quyết 59 hồ sơ.",
    ),
    Case(
        "the same with an error",
        "1. Tiếp nhận\n1.1. Mới: 923 hồ sơ\n1.2. Phải thụ lý: 984 hồ sơ.\n2. Giải quyết\n2.1. Đã giải quyết 938 hồ sơ. "
        "Trong đó trước hạn 770 hồ sơ, đúng hạn 118 hồ sơ, trễ hạn 40 hồ sơ.\n2.2. Đang giải quyết 46 hồ sơ.",
        (("938", None),),
        ("770", "118", "40"),
    ),
    Case(
        "the middle of three levels",
        "1. Chứng thực (1.805 việc)\n1.1. Bản sao: 1.564 việc, trong đó:\n- Bản giấy: 1.027 việc;\n- Bản điện tử: 437 "
        "việc.\n1.2. Chữ ký: 226 việc, trong đó tại trụ sở 211 việc.\n1.3. Hợp đồng: 115 việc.",
        (("1.564", "1.464"),),
    ),
    Case(
        "a total after units of which one lacks it",
        "a) Tổ 1: xử lý xong 318 hồ sơ, còn 12 hồ sơ.\nb) Tổ 2: xử lý xong 205 hồ sơ.\nc) Tổ 3: xử lý xong 146 hồ sơ, "
        "còn 3 hồ sơ.\nTổng cộng xử lý xong 696 hồ sơ; còn 15 hồ sơ.",
        (("696", None),),
        ("318", "205", "146"),
    ),
    Case(
        "some of the rest have no number",
        "Xã tiếp nhận 214 hồ sơ, đã giải quyết xong 190 hồ sơ, đang xử lý 21 hồ sơ. Một vài hồ sơ còn lại công dân "
        "chưa liên hệ lại.",
    ),
    Case(
        "what was assigned to several",
        "Huyện giao cho các xã, thị trấn 236 nhiệm vụ. Đã hoàn thành 187 nhiệm vụ, đang thực hiện 58 nhiệm vụ, trong "
        "đó trong hạn 41 nhiệm vụ, quá hạn 8 nhiệm vụ.",
        (("58", "49"),),
    ),
    Case(
        "labels exchanged, told by what each consists of",
        "Xã thụ lý 640 hồ sơ; 31 hồ sơ đã giải quyết, 609 hồ sơ đang giải quyết. Trong số đã giải quyết có 590 hồ sơ "
        "trước hạn, 19 hồ sơ trễ hạn; trong số đang giải quyết có 30 hồ sơ chưa đến hạn, 1 hồ sơ quá hạn.",
        (("31", "609"), ("609", "31")),
    ),
    Case(
        "nothing else besides these",
        "Xã có hai mươi bốn việc phải khắc phục, đã làm xong mười bảy việc, đang làm sáu việc. Ngoài các việc nêu "
        "trên, không có việc nào chưa triển khai.",
        (("hai mươi bốn", None),),
        ("mười bảy", "sáu"),
    ),
    Case(
        "late registrations are a kind of work",
        "Đã đăng ký khai sinh 58 trường hợp (trong đó đúng hạn 41, quá hạn 13, đăng ký lại 4), khai tử 22 trường hợp.",
    ),
    Case(
        "letters of apology are no part",
        "Đã giải quyết 748 hồ sơ (trước hạn 655, đúng hạn 76, trễ hạn 17, xin lỗi 17).",
    ),
    Case(
        "the rest of a breakdown by timing",
        "Xã giải quyết xong 748 hồ sơ. Trước hạn có 655 hồ sơ. Đúng hạn có 76 hồ sơ. Số còn lại là 19 hồ sơ quá hạn.",
        (("748", None),),
        ("655", "76", "19"),
    ),
    Case(
        "the rest of what was received",
        "Xã tiếp nhận 765 hồ sơ, giải quyết xong 748 hồ sơ, trong đó trước hạn 655 hồ sơ, đúng hạn 93 hồ sơ; còn lại "
        "17 hồ sơ quá hạn.",
    ),
    Case(
        "brackets of one list",
        "Phường trả 1.906 kết quả: tại quầy 1.204 (chủ hồ sơ 1.090, người nhà 114), qua bưu chính 318 (nội thành "
        "241, ngoại thành 87), qua tài khoản điện tử 384.",
        (("318", None),),
        ("241", "87"),
    ),
    Case(
        "brackets of one list of which one tells only some",
        "Phường trả 1.906 kết quả: tại quầy 1.204 (tự đến nhận 1.090, được ủy quyền 114), qua bưu chính 318 (trong đó "
        "ngoại thành 77, ngoại tỉnh 12), qua tài khoản điện tử 384.",
    ),
    Case(
        "more money than there is",
        "Tổng thu 28.860.000 đồng, trong đó lệ phí hộ tịch 3.160.000 đồng, phí chứng thực 18.450.000 đồng, lệ phí đất "
        "đai 7.520.000 đồng.",
        (("7.520.000", "7.250.000"),),
    ),
    Case(
        "some of the money",
        "Tổng thu 28.860.000 đồng, trong đó lệ phí hộ tịch 3.160.000 đồng, phí chứng thực 18.450.000 đồng; đã dùng 318 "
        "biên lai, hủy 3 biên lai.",
    ),
    Case(
        "what is left at the end of each month",
        "| Nội dung | Tháng 4 | Tháng 5 | Tháng 6 | Cả quý |\n|---|---|---|---|---|\n| Tiếp nhận | 512 | 431 | 388 | "
        "1.331 |\n| Đã giải quyết | 498 | 420 | 401 | 1.319 |\n| Tồn cuối tháng | 30 | 41 | 28 | 28 |",
    ),
)
