"""The words of reports: what offices call their figures, in Vietnamese and English. Data, read by `lexicon`."""

from enum import StrEnum

__all__ = ["EMPTY", "GROUP", "HOW_MANY", "PHRASES", "TOPICS", "Sort", "Topic"]


class Sort(StrEnum):
    """What a label tells about a figure."""

    STAGE = "stage"
    TIMING = "timing"
    CHANNEL = "channel"
    LEVEL = "level"
    ARRIVAL = "arrival"
    OPINION = "opinion"


class Topic(StrEnum):
    """What is counted. Figures of two topics never make one sum."""

    DOSSIERS = "dossiers"
    TASKS = "tasks"
    PROCEDURES = "procedures"
    PEOPLE = "people"
    SLIPS = "slips"
    FEEDBACK = "feedback"
    PETITIONS = "petitions"
    DOCUMENTS = "documents"
    MEETINGS = "meetings"
    CLASSES = "classes"
    MONEY = "money"
    TIME = "time"
    OTHER = "other"


EMPTY = frozenset([  # words that say nothing of what is counted
    "như", "vậy", "theo", "đó", "do", "qua", "tính", "ra", "ta", "mình", "được", "bị", "đã", "đang", "đạt", "là",
    "chiếm", "ở", "mức", "chỉ", "còn", "trong", "trên", "với", "của", "có", "các", "những", "này", "nêu", "cũng",
    "khá", "cao", "thấp", "tới", "lên", "bằng", "thì", "nên", "vì", "so", "và", "vẫn", "số", "tổng", "tỷ", "tỉ", "lệ",
    "tức", "khoảng", "hơn", "gần", "từ", "đến", "riêng", "cả", "mà", "rằng", "hay", "để", "khi", "thêm", "nữa", "đều",
    "hết", "một", "hai", "ba", "thus", "hence", "therefore", "that", "this", "which", "the", "a", "an", "is", "was",
    "were", "are", "at", "of", "to", "be", "it", "its", "share", "rate", "proportion", "percentage", "stood", "stands",
    "those", "these", "them", "in", "all", "for", "by", "and", "on", "with", "had", "have", "has", "been", "only",
    "just", "so", "or", "from", "out", "we",
])  # fmt: skip
_WORK = "(?:giải quyết|gq|xử lý|thụ lý|thực hiện|triển khai|xem xét)"
_NO_OTHER_NHAN = "(?<!tiếp )(?<!xác )(?<!công )(?<!chứng )(?<!thu )(?<!cá )(?<!ghi )"
_APPLICANT = "(?:công dân|người dân|tổ chức|người nộp|chủ hồ sơ)"
_PERIOD = "(?:kỳ|tuần|tháng|quý|năm)"
_WHICH = r"(?:\d{1,4}(?:/\d{4})?|[IVX]{1,4}(?:/\d{4})?)"
_BY_POST = "(?:qua |gửi qua |bằng )?(?:dịch vụ )?(?:bưu chính|bưu điện|bcci|bưu tá|bc(?!\\w))(?: công ích)?"
_LEVEL = "(?:(?:dịch vụ công )?trực tuyến |dvctt |dvc )?(?:ở |các )?mức(?: độ)?"
_SERVICE = "(?:dịch vụ công )?trực tuyến |dvctt |dvc |dịch vụ công "
_PAY = "(?:thanh toán|nộp phí|nộp tiền|trả tiền|thu phí)(?: phí, lệ phí| phí| lệ phí)?"
_COUNTER = "(?:trụ sở|xã|phường|ủy ban|quầy|bộ phận một cửa)"
_OR = "?(?:và|hoặc|,|/|\\+|&|, và)"
_DEADLINE = "(?:deadline|due date|time limit|time)"

# (sort, value, phrases); a sort of None swallows words that would mislead.
# Of two phrases that begin at one place the longer wins.
PHRASES: tuple[tuple[Sort | None, str, tuple[str, ...]], ...] = (
    (
        None, "", (
            "(?:bộ phận |trung tâm |tổ )?tiếp nhận (?:và|&) (?:trả kết quả|hoàn trả)", "bộ phận (?:tiếp nhận|một cửa)",
            "trung tâm phục vụ hành chính công", "một cửa(?: liên thông| điện tử)?",
            "(?:thời (?:hạn|gian)|quy trình|quá trình|trách nhiệm) (?:giải quyết|xử lý)",
            "(?:tạm dừng )?(?:để )?chờ(?: công dân| người dân)?(?: thực hiện| hoàn thành| nộp)? nghĩa vụ tài chính",
            f"(?:đăng ký |yêu cầu )?nhận (?:lại )?kết quả(?: tại nhà)? {_BY_POST}",
            "chỉ số (?:mức độ )?hài lòng", "vẫn nằm trong quy trình xử lý",
            "(?:cơ quan|đơn vị|cán bộ|công chức) (?:tiếp nhận|giải quyết|xử lý)",
            "(?:thuộc )?thẩm quyền(?: giải quyết| xử lý)?", "thực hiện không phụ thuộc", "ngoài ra,? còn",
            "(?<!không )đủ điều kiện(?: để)? (?:giải quyết|xử lý|thụ lý|tiếp nhận)", "nơi (?:tiếp nhận|nhận)",
            r"do(?: [^\W\d]+){1,6} (?:thực hiện|tiến hành)", "thư xin lỗi", "xin lỗi",
            "letters? of apology", "apolog(?:y|ies)",
            r"không (?:có|phát sinh|còn|để xảy ra) [^.;:,()\d]{2,70}",
            "no(?:ne|t one)(?: of (?:them|these))? (?:is|are|was|were) (?:late|overdue)",
            r"no (?:dossiers?|cases?|files?|applications?) [^.;:,()\d]{2,40}",
            f"(?:so với )?cùng kỳ(?: {_PERIOD})?(?: trước| ngoái)?", "không trực tuyến", "ngoài trực tuyến",
            "(?:hội nghị|họp) trực tuyến", "(?:ngoài ra|bên cạnh đó),? còn",
            "(?:hoàn thành xuất sắc|không hoàn thành)(?: nhiệm vụ)?",
            "(?:chưa|không)(?: được)? (?:cung cấp|thực hiện|đưa lên|tiếp nhận)(?: \\w+)? trực tuyến",
            "(?:not|never) (?:yet )?(?:offered |provided |available )?online",
        ),
    ),
    # where it came from
    (
        Sort.ARRIVAL, "carried", (
            f"(?:tồn )?(?:từ |do )?{_PERIOD} trước (?:chuyển(?: sang| qua| tiếp| đến)?|mang sang|để lại)",
            f"(?:chuyển|tồn|tồn đọng|còn tồn) (?:tiếp )?(?:từ )?{_PERIOD}(?: báo cáo)? trước(?: (?:chuyển|mang) sang)?",
            f"tồn đầu {_PERIOD}", f"đầu {_PERIOD}(?: còn)? tồn(?: đọng)?",
            f"(?:từ )?{_PERIOD} trước(?: chưa (?:giải quyết )?xong)?(?! (?:hai|các|những|con số|t[ỷỉ] lệ|chỉ|đạt))",
            "(?:tồn|dư)(?: cũ| đọng)? (?:chuyển|mang|từ)(?: sang| qua)?",
            f"(?:từ |của )?{_PERIOD} {_WHICH} (?:chuyển|mang)(?: sang| qua)?", "(?:hồ sơ |đơn |nhiệm vụ )?cũ(?! kỹ)",
            r"(?<=\d hồ sơ )(?:để lại|chuyển sang|chuyển qua)(?! kỳ| tháng| quý| năm)",
            "(?:brought|carried) (?:over|forward)(?: from [a-z ]{3,25})?",
            r"(?:had been |were )?left over(?: from \d{4})?",
        ),
    ),
    (
        Sort.ARRIVAL, "in_period", (
            "tiếp nhận (?:mới|trong kỳ)(?: trong kỳ)?", "(?:mới|trong kỳ) tiếp nhận", "(?:nhận|nộp) mới",
            r"(?:hồ sơ|đơn) mới(?! có [^\W\d])", f"phát sinh (?:mới|trong {_PERIOD})",
            "mới phát sinh", "trong kỳ(?: báo cáo)?",
            r"mới(?=:? ?\d)", "(?:newly )?received (?:in|during) (?:the|this) (?:period|quarter|month|year)",
            "new(?:ly received)?",
        ),
    ),
    # where it stands
    (
        Sort.STAGE, "other", (
            "chưa (?:được )?(?:triển khai|làm|bắt đầu)", "not (?:yet )?(?:begun|started)",
            "(?:thuộc )?(?:các )?(?:diện|dạng|trường hợp|nhóm|loại) khác",
        ),
    ),
    (
        Sort.STAGE, "pending", (
            f"đang (?:được |tiếp tục )*(?:trong (?:quá trình|thời gian|quy trình) )?{_WORK}",
            "đang (?:luân chuyển|chạy|làm|xác minh)",
            "chưa (?:được )?(?:giải quyết|gq|xử lý|hoàn thành|xong|thực hiện|có kết quả)(?: xong)?", "còn lại",
            "còn tồn", "tồn đọng", f"tồn cuối {_PERIOD}",
            f"(?:phải )?(?:chuyển|để) (?:sang |qua )?{_PERIOD} (?:sau|tới|tiếp theo|{_WHICH})", "(?:còn )?nằm lại",
            "còn đọng", "(?:chưa|còn phải|chờ) trả(?: kết quả)?", r"(?<!chỉ )còn(?: lại)?(?= (?:\d|hồ sơ \d))",
            "(?:still )?(?:in progress|pending|being (?:processed|handled|reviewed)|under (?:way|processing|review))",
            "(?:still )?(?:outstanding|unresolved|open|remaining|remain(?:s|ed)?)",
            "with the (?:specialist )?(?:units?|officers?)", "not yet (?:settled|resolved|done|finished|completed)",
        ),
    ),
    (Sort.STAGE, "stock", ("tồn(?! tại)",)),
    (
        Sort.STAGE, "received", (
            "hồ sơ (?:vào|đến)(?! (?:thời )?hạn| (?:ngày )?hẹn| (?:hết )?ngày| nay| hết| cuối)", "đầu vào",
            "logged", "registered", "opened",
            "(?:phải|cần|đưa vào) (?:giải quyết|xử lý|thực hiện|khắc phục|làm|hoàn thành)",
            rf"{_NO_OTHER_NHAN}nhận(?= (?:\d|từ|mới|thêm|gồm|hồ sơ|của|về|trong)|\s*$)", "gửi (?:đến|tới)",
            "(?:đã |được )?(?:tiếp nhận|thụ lý|phát sinh|nhận được)(?: và (?:giải quyết|xử lý))?",
            "(?:tiếp )?nhận(?: để| và)? giải quyết",
            "(?:được |quận |thành phố |cấp trên |huyện |tỉnh )?giao(?= (?:cho|các|xã|phường|\\d|tổng|nhiệm))",
            "được giao",
            "nộp(?= (?:hồ sơ|trực|qua|tại))",
            "received", "accepted(?! (?:by|on))", "submitted", "filed", "lodged", "assigned", "intake",
        ),
    ),
    (
        Sort.STAGE, "settled", (
            "hồ sơ ra", "đầu ra", "(?:đã )?có kết quả", r"xong(?=:? \d|\s*$)", "(?:đã )?làm xong",
            "(?:xem xét, )?trả lời", "đã trả(?! lại)",
            r"(?:đã )?trả(?: kết quả)?(?! lại| lời| về)(?= (?:\d|gồm|xong|được|cho|hồ sơ|kết quả|hết|trong kỳ)|\s*$)",
            "(?:đã |được )*(?:giải quyết|gq|xử lý|hoàn thành|ht|trả kết quả)(?: xong| dứt điểm| hoàn thành)?",
            r"(?:đã (?:được )?)?thực hiện(?: xong)?", "(?:đã )?(?:làm|khắc phục) xong",
            "results? (?:were|was) issued", "issued", "settled", "resolved",
            "processed", "completed", "closed", "finished", "handled", "done", "fulfilled", "decided", "completion",
            "settlement",
        ),
    ),
    (
        Sort.STAGE, "supplement", (

            f"(?:chờ|đợi|phải|yêu cầu|đang)(?: {_APPLICANT})? (?:bổ sung|hoàn thiện)",
            "tạm dừng(?: (?:để )?(?:chờ )?bổ sung)?", "dừng xử lý",
            "(?:waiting for|awaiting|pending) (?:supplements?|supplementary papers?|more papers|additional documents?)",
        ),
    ),
    (
        Sort.STAGE, "withdrawn", (
            "(?:xin |công dân |người dân |tự )?rút(?: (?:lại )?hồ sơ| đơn| lại)?(?! ngắn| gọn)", "withdrawn",
            "withdrew",
        ),
    ),
    (
        Sort.STAGE, "refused", (
            "(?:bị )?từ chối(?: tiếp nhận| thụ lý| giải quyết|,? trả lại)*",
            "refused", "rejected", "declined", "turned down",
        ),
    ),
    (
        Sort.STAGE, "returned", (
            "trả lại(?: hồ sơ| công dân| người dân)?", "trả về", "hoàn trả hồ sơ",
            "không đủ điều kiện(?: giải quyết| tiếp nhận)?",
            "returned (?:unprocessed|as ineligible|to (?:the )?applicants?)",
        ),
    ),
    (
        Sort.STAGE, "uncollected", (
            "không (?:thu(?: được| về| hồi được)?|hợp lệ)(?: (?:hoặc|và) không (?:thu được|hợp lệ))?",
        ),
    ),
    (
        Sort.STAGE, "collected", (
            r"thu (?:về|được|lại|hợp lệ|vào(?= \d))", r"thu(?= \d[\d.]* phiếu)", "hợp lệ", "collected", "came back",
        ),
    ),
    (
        Sort.STAGE, "sent", (
            "phát ra", r"phát(?= \d[\d.,]* phiếu)", "phát hành", r"gửi(?= \d[\d.,]* phiếu)", "handed out", "sent out",
            "distributed",
        ),
    ),
    (
        Sort.STAGE, "due", (
            "(?:đến|tới) (?:thời )?hạn(?: giải quyết| trả(?: kết quả)?)?",
            r"(?<!còn )(?<!chưa )phải trả(?: kết quả)?(?= (?:\d|trong|là|hồ sơ))",
            "(?:fell |falling |fallen |were |was )?due(?! date)",
        ),
    ),
    # when it was settled, or is to be
    (
        Sort.TIMING, "early_on_time", (
            r"không (?:bị )?(?:trễ|chậm|quá|muộn)(?: hạn| hẹn)?(?! hồ sơ)", "kịp (?:thời )?hạn",
            "kịp hoặc trước (?:ngày )?hẹn", "not late",
            rf"(?:trước|sớm) {_OR} ?đúng(?=:? (?:đạt|là|chiếm|bằng|\d)|:|$)",
            f"(?:trước|sớm)(?: thời)?(?: hạn| hẹn)? {_OR} ?đúng (?:thời )?(?:hạn|hẹn)",
            f"đúng(?: thời)?(?: hạn| hẹn)? {_OR} ?(?:trước|sớm) (?:thời )?(?:hạn|hẹn)", "(?:đạt|đúng|bảo đảm) tiến độ",
            "early (?:or|and|/) on[- ]time", "on[- ]time or early",
            "(?:ahead of|before|on) or (?:on|before|ahead of) (?:time|schedule|the deadline)",
            "early or on the promised day", f"me(?:t|ets?) (?:the |their )?(?:statutory |legal )?{_DEADLINE}",
        ),
    ),
    (
        Sort.TIMING, "early", (
            "(?:trước|sớm)(?: thời| so với thời)? hạn", "sớm hơn (?:thời )?hạn",
            "(?:trước|sớm)(?: hơn| so với)?(?: giấy| ngày)? hẹn", "sớm", "early",
            "ahead of (?:time|schedule|the deadline)", f"before (?:the )?{_DEADLINE}",
        ),
    ),
    (
        Sort.TIMING, "on_time", (
            "đúng (?:thời )?(?:hạn|hẹn|ngày hẹn|giấy hẹn|ngày)", r"đúng(?=:? \d)",
            "vừa (?:đúng |kịp |tới )?(?:hạn|hẹn|ngày)", "vừa kịp", "kịp (?:ngày )?hẹn", "on[- ]time", "by the deadline",
            "on the (?:(?:due )?(?:date|day)|deadline)", "on schedule", "(?:by|on) the promised (?:date|day)",
        ),
    ),
    (
        Sort.TIMING, "in_time", (
            "chưa (?:đến|tới) (?:ngày |giấy )?hẹn", "chưa (?:đến|tới) (?:thời )?hạn(?: giải quyết| trả)?",
            "(?:còn )?trong (?:thời )?hạn(?: giải quyết| quy định)?", "còn (?:thời )?hạn", "not yet due",
            "(?:within|inside) (?:the |their )?(?:deadline|time(?: limits?)?)", "(?:still )?in[- ]time",
        ),
    ),
    (
        Sort.TIMING, "late", (
            "không kịp (?:thời )?hạn", "(?:không|chưa) (?:đạt tiến độ|đúng hạn|đúng hẹn)", "sau (?:ngày |giấy )?hẹn",
            "sau (?:thời )?hạn",
            "(?:quá|trễ|chậm|muộn|qua|lố|lỡ)(?: so với)?(?: thời| ngày| giấy)? (?:hạn|hẹn)", "trả chậm",
            "bị (?:chậm|trễ)", "chậm (?:tiến độ|kế hoạch)", "chậm trễ", "trễ",
            r"(?:chậm|muộn)(?=:? (?:\d|hồ sơ|trên|chiếm|là|đạt|bằng)|[,.;)]|\s*$)",
            "hết hạn",
            "late(?:ly)?", "overdue", "past (?:the )?(?:due(?: date)?|deadline)", "delayed",
            "after the (?:deadline|promised (?:date|day))", r"(?<=\d )(?:after|beyond) it",
        ),
    ),
    # how it came: levels before channels, the longer says more
    (
        Sort.CHANNEL, "online", (
            f"{_LEVEL} 3 ?(?:,|và|-|–|&|/) ?(?:mức(?: độ)? )?4(?! hồ sơ| trực tuyến)",
            "(?:online )?(?:at )?levels? 3 ?(?:,|and|-|–|&|/|or) ?(?:level )?4",
        ),
    ),
    (Sort.LEVEL, "level3", (f"{_LEVEL} 3", "(?:online )?(?:at )?level 3")),
    (Sort.LEVEL, "level4", (f"{_LEVEL} 4", "(?:online )?(?:at )?level 4")),
    (
        Sort.LEVEL, "full", (
            f"(?:{_SERVICE})?toàn trình",
            "(?:used |using )?(?:online )?full(?:y)?[- ](?:online|service)(?: services?)?", "full online service",
            "end[- ]to[- ]end",
        ),
    ),
    (
        Sort.LEVEL, "partial", (
            f"(?:{_SERVICE})một phần", "một phần(?! ba| tư| nhỏ)",
            "(?:used |using )?partial(?:ly)?(?: online(?: services?)?)?",
        ),
    ),
    (
        Sort.CHANNEL, "direct_post", (
            f"trực tiếp {_OR} ?(?:hồ sơ )?(?:nộp )?{_BY_POST}",
            f"(?:bưu chính|bưu điện)(?: công ích)? {_OR} ?trực tiếp",
            "(?:in person|direct(?:ly)?|(?:at|over) the counter) ?(?:and|or|/|,) ?(?:by )?(?:post|mail|postal)",
        ),
    ),
    (Sort.CHANNEL, "post", (_BY_POST, "by (?:post|mail)", "postal", r"(?:post|mail)(?=:? \d)", "via (?:the )?post")),
    (
        Sort.CHANNEL, "paid_online", (
            f"{_PAY} (?:trực tuyến|qua mạng|điện tử|không dùng tiền mặt)", "không dùng tiền mặt",
            "(?:qua |bằng )?chuyển khoản", "(?:nộp |trả |thu )?qua tài khoản(?! dịch vụ| định danh| vneid| công)",
            "(?:by )?bank transfer",
            "(?:paid|payments?(?: made)?) (?:online|electronically)", "online payments?",
        ),
    ),
    (Sort.CHANNEL, "cash", ("(?:nộp |thu |bằng )*tiền mặt", "(?:in )?cash")),
    (
        Sort.CHANNEL, "online", (
            "trực tuyến", "qua mạng", r"(?:mạng|portal)(?=:? \d| share)",
            "(?:qua|trên|từ) (?:cổng )?dịch vụ công(?: quốc gia| trực tuyến)?", "qua cổng", "môi trường mạng",
            r"cổng dịch vụ công(?: quốc gia| trực tuyến)?(?=:? \d)", "online", "dvctt", "electronic(?:ally)?",
            "(?:via|through|on|from) the (?:national |public |provincial |service )*portal",
        ),
    ),
    (
        Sort.CHANNEL, "direct", (
            f"(?:đem|mang|đến|nộp) (?:tới|đến|tại) {_COUNTER}",
            "(?<!lãnh đạo )trực tiếp(?! phụ trách| chỉ đạo| đối thoại)", r"tại (?:quầy|bộ phận một cửa|trụ sở|chỗ)",
            r"(?<=\d )(?:tại|ở) (?:xã|phường)(?! (?-i:[A-ZĐ]))", r"(?:quầy|counter)(?=:? \d)", "bằng giấy", "in person",
            "(?:over|at|to) the counters?", "direct(?:ly)?", "walk-ins?", "on paper",
        ),
    ),
    # what people say of it
    (Sort.OPINION, "dissatisfied", ("(?:chưa|không) hài lòng", "dissatisfied", "unhappy", "not satisfied")),
    (Sort.OPINION, "very_satisfied", ("rất hài lòng", "very satisfied")),
    (
        Sort.OPINION, "satisfied", (
            f"(?:rất )?hài lòng {_OR} ?(?:rất )?hài lòng", "hài lòng trở lên", "hài lòng",
            "(?:very )?satisfied ?(?:and|or|,|/|\\+) ?(?:very )?satisfied", "satisfied", "satisfaction",
        ),
    ),
    (Sort.OPINION, "neutral", ("bình thường", "neutral", "tạm hài lòng")),
)  # fmt: skip

# How parts are counted and called.
HOW_MANY = (
    r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn))?|"
    r"two|three|four|five|six|seven|eight|nine|ten)"
)
GROUP = (  # what parts are called
    r"(?:nhóm|loại|dạng|diện|tình trạng|trạng thái|trường hợp|thành phần|hình thức|kênh|nguồn|lĩnh vực|mảng|phần|khâu|"
    r"thôn|bản|ấp|xóm|buôn|khóm|khu phố|tổ dân phố|tổ|điểm|đơn vị|nguyên nhân|lý do|mức(?! độ| \d)|"
    r"groups?|kinds?|types?|states?|status(?:es)?|categor(?:y|ies)|class(?:es)?|ways?|channels?|sources?|causes?|"
    r"reasons?|fields?|areas?|neighbou?rhoods?|hamlets?|villages?|quarters?|units?|points?)"
)

# What is counted, by the noun after the number.
TOPICS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (Topic.TASKS, (r"nhiệm\s+vụ", r"(?:đầu\s+)?việc(?!\s+làm)", "tasks?")),
    (
        Topic.PROCEDURES, (
            r"thủ\s+tục(?:\s+hành\s+chính)?", "tthc", r"dịch\s+vụ(?:\s+công)?", "dvc", "procedures?", "services?",
        ),
    ),
    (Topic.FEEDBACK, (r"phản\s+ánh(?:,?\s+kiến\s+nghị)?", r"kiến\s+nghị", "pakn", "feedbacks?", r"ý\s+kiến")),
    (
        Topic.PETITIONS, (
            r"đơn\s+thư", r"đơn(?!\s+(?:vị|giản))", r"khiếu\s+nại", r"tố\s+cáo", "petitions?", "complaints?",
        ),
    ),
    (
        Topic.DOSSIERS,
        (
            r"(?:bộ\s+)?hồ\s+sơ(?:\s+tthc)?", "bộ", "hs", r"trường\s+hợp", "dossiers?", "files?", "cases?",
            "applications?", "records?",
        ),
    ),
    (Topic.SLIPS, ("phiếu", "slips?", "ballots?", "questionnaires?", r"(?:valid\s+)?(?:survey\s+)?forms?", "ratings?")),
    (
        Topic.PEOPLE,
        (
            r"lượt\s+(?:người|công\s+dân|khách)", r"người(?:\s+dân)?", r"công\s+dân", r"cán\s+bộ",
            r"(?:công|viên)\s+chức", r"(?:thành|nhân|hội|học)\s+viên", r"đại\s+biểu", "people", "persons?",
            "officers?", "residents?", "visit(?:or)?s?", "participants?",
            "lượt",
        ),
    ),
    (
        Topic.DOCUMENTS, (
            r"văn\s+bản", r"công\s+văn", r"quyết\s+định", r"biên\s+lai", r"tin(?:\s+bài)?", "bài", "documents?",
            "letters?", "receipts?", "news",
        ),
    ),
    (Topic.MEETINGS, (r"cuộc(?:\s+họp)?", "buổi", r"hội\s+nghị", "meetings?", "sessions?")),
    (Topic.CLASSES, ("lớp", "khóa", "khoá", "class(?:es)?", "courses?")),
    (
        Topic.MONEY, (
            r"(?:nghìn|ngàn|triệu|tỷ)?\s*(?:đồng(?!\s+(?:hồ|bào|chí|đội|nghiệp|phục|ruộng))|vnđ|vnd)",
            "(?:triệu|tỷ|tr|đ)", "million", "billion",
        ),
    ),
    (Topic.TIME, ("ngày", "giờ", "phút", "tuần", "tháng", "days?", "hours?", "minutes?", "weeks?", "months?")),
    (
        Topic.OTHER,
        (
            "điểm", "points?", r"tiêu\s+chí", r"chỉ\s+tiêu", "máy",
            r"(?:cái|chiếc)(?=\s+(?!được|bị|đã|đang|chưa|chỉ|còn|có|là|và|của|ở|tại|trong)[^\W\d])",
            "phòng", "ghế", r"màn\s+hình", "camera",
            r"sáng\s+kiến", r"mô\s+hình", r"đơn\s+vị", "phường", "xã", "thôn", "ấp", r"lĩnh\s+vực", "tổ", r"khu\s+phố",
            r"đoàn(?!\s+(?:viên|kết|thể))", r"hộ(?!\s+(?:tịch|chiếu|kinh))", "thửa", r"công\s+trình", "units?",
            "wards?", "villages?", "households?", "computers?", "fields?",
        ),
    ),
)  # fmt: skip
