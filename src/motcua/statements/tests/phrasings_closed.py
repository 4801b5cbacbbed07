"""Phrasings of groups that the text says are all there is, and of parts under names that we do not know."""

from motcua.statements.tests.phrasings import Case

__all__ = ["CLOSED"]

CLOSED: tuple[Case, ...] = (
    Case(
        "said before the list that each is in one of two states",
        "Cả 512 hồ sơ nhận trong tháng đều chỉ ở một trong hai trạng thái: đã trả 470 hồ sơ, đang thẩm tra 28 hồ sơ.",
        (("512", None),),
        ("470", "28"),
    ),
    Case(
        "the number of states is no count",
        "Toàn bộ 512 hồ sơ chỉ ở 2 tình trạng: đã trả 470 hồ sơ, đang xử lý 28 hồ sơ.",
        (("512", None),),
        ("470", "28"),
    ),
    Case(
        "said before the list, and it holds",
        "Toàn bộ 512 hồ sơ chỉ ở 2 tình trạng: đã trả 484 hồ sơ, đang xử lý 28 hồ sơ.",
    ),
    Case(
        "one of three states in English",
        "Every one of the 310 files is in one of three states: 280 settled, 20 in progress, 6 withdrawn.",
        (("310", None),),
        ("280", "20", "6"),
    ),
    Case(
        "said of the names in a bracket",
        "The Front passed on 66 letters, all of them of the three kinds named here (roads 30; waste 21; noise 11).",
        (("66", None),),
        ("30", "21", "11"),
    ),
    Case(
        "two hamlets of many",
        "Phường nhận 430 hồ sơ. Chỉ có hai thôn đạt chỉ tiêu: thôn Đông 120 hồ sơ, thôn Tây 95 hồ sơ.",
    ),
    Case(
        "each of four hamlets is no claim on the files",
        "The centre took in 310 files. An officer went to each of the four remote hamlets: hamlet A 20 files, hamlet B "
        "31 files.",
    ),
    Case(
        "a part of a bracket under a name of its own",
        "Received 902 (online 700; at the desk 150; by post 52). Settled 880 (early 700; the same day 150; late 30).",
    ),
    Case(
        "a line of a list under a name of its own",
        "Xã phải giải quyết 640 hồ sơ, không sót hồ sơ nào, cụ thể:\n- Đã trả kết quả: 560 hồ sơ;\n- Đang thẩm tra, "
        "lấy ý kiến: 40 hồ sơ;\n- Công dân rút: 23 hồ sơ.",
        (("640", None),),
        ("560", "40", "23"),
    ),
    Case(
        "nouns before the number are names of parts",
        "Tiếp nhận 52 đơn: khiếu nại 08, tố cáo 03, kiến nghị - phản ánh 14 (chiếm 78,85%).",
        (("14", "41"),),
    ),
    Case(
        "parts under other nouns than their whole",
        "Văn phòng ban hành 60 văn bản, gồm 21 quyết định, 30 công văn và 9 báo cáo, tốn 3 triệu đồng tiền giấy.",
    ),
    Case(
        "parts of something else",
        "Lực lượng tại chỗ 85 người, phương tiện gồm 2 xuồng, 40 áo phao, 1 máy phát điện.",
    ),
)
