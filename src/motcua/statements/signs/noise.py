"""What looks like a number of a report and is none: dates, decrees, places, telephones, levels, hours."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

__all__ = ["noise"]

_NOUNS = (
    r"(?:hồ\s+sơ|nhiệm\s+vụ|thủ\s+tục|tthc|trường\s+hợp|phiếu|lượt|dossiers?|files?|cases?|applications?|tasks?|"
    r"bộ(?=\s+(?:hồ|nữa|được|đã|chưa|đang|trả|và)|[,.;]))"
)
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_NAMED = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FREE = r"(?![\d.,/%]*\d)"  # the number ends here
_ALONE = rf"{_FREE}(?!\s+{_NOUNS})"  # and counts nothing
_CODE = r"(?-i:[A-ZĐ][A-ZĐ&]+)"  # UBND, NĐ

_DATES = (
    (
        rf"(?:ngày|mùng|mồng|hết|đến|từ|tới|trước|sau|on|by|until)\s+(?:ngày\s+)?{_DAY}\s?[/.-]\s?{_MONTH}"
        rf"(?:\s?[/.-]\s?\d{{2,4}})?(?![\d%/])(?!\s+{_NOUNS})"
    ),
    rf"{_DAY}\s?[/.-]\s?{_MONTH}\s?[/.-]\s?{_YEAR}(?!\d)",
    rf"(?:1[3-9]|2\d|3[01])/{_MONTH}(?![\d%/])(?!\s+{_NOUNS})",  # more than the whole: no ratio
    rf"{_MONTH}\s?/\s?{_YEAR}(?!\d)",
    rf"(?<!trong )tuần\s+(?:thứ\s+)?\d{{1,2}}{_ALONE}(?!\s*[,;])",
    rf"(?:tháng\s+(?:{_MONTH}|[IVX]+)|quý\s+(?:[1-4]|[IVX]+))(?:\s?[/.-]\s?{_YEAR})?{_ALONE}",
    rf"(?:hai|ba|bốn|các|những)\s+(?:tháng|quý)\s+{_MONTH}(?:,\s+{_MONTH})*\s+và\s+{_MONTH}{_ALONE}",
    rf"(?<!đúng )ngày\s+{_DAY}(?:\s+tháng\s+{_MONTH})?(?:[,\s]+năm\s+\d{{4}})?{_ALONE}",
    rf"ngày\s+{_DAY}\s+tháng\s+{_MONTH}(?:[,\s]+năm\s+\d{{4}})?{_ALONE}",
    r"\d{1,2}\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+\d{4})?(?!\w)",
    rf"năm\s+{_YEAR}(?:,\s?{_YEAR})+(?:\s+và\s+{_YEAR})?{_ALONE}",
    (
        rf"(?:năm|giai\s+đoạn|nhiệm\s+kỳ|niên\s+độ|year|in|of|since|during|for|and|to|from|before|the|with|than|against)\s+{_YEAR}"
        rf"(?:\s?[-–—]\s?{_YEAR})?{_ALONE}"
    ),
    rf"{_YEAR}\s?[-–—]\s?{_YEAR}(?!\d)",
    rf"{_YEAR}/\d\d(?![\d%/])",  # of two years: "2018/19", as a ratio more than its whole
    rf"(?:cùng\s+)?kỳ\s+{_YEAR}(?!\s+(?!(?:là|đạt|tăng|giảm|và|thì)(?!\w))[^\W\d]){_FREE}",
    rf"{_NAMED}\s+{_DAY}(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?(?!\d|,\d)",
    rf"(?:\d{{1,2}}\s?(?:-|–|and|to)\s?)?{_DAY}(?:st|nd|rd|th)?\s+{_NAMED}(?:\s+{_YEAR})?(?!\d)",
    rf"{_NAMED}\s+{_YEAR}(?!\d)",
    rf"(?:q[1-4]|h[12]|(?:first|second|third|fourth|last)\s+(?:quarter|half))(?:\s?/\s?|,?\s+){_YEAR}{_ALONE}",
    rf"{_YEAR}(?=:\s\d)|{_YEAR}(?=\s(?:saw|was|were|brought)(?!\w))",
    r"\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2}(?:\s?phút)?)?(?!\w)",
    r"\d{1,2}:\d{2}(?!\d)",
    r"24/7|24/24",
    r"(?:lần\s+)?thứ\s+\d+(?:/\d+)?",  # "đứng thứ 12/63 tỉnh"
    r"(?:đứng|xếp)\s+(?:chót|cuối|đầu|bét)\s+\d+/\d+",
    r"(?<!một )(?<!mỗi )(?<!nhiều )lần\s+[1-9]"
    + _FREE
    + r"(?=\s+(?:là|có|đạt|được|cho)(?!\w)|:\s?\d)",  # "2 lần" is a count
)
_PAPERS = (
    rf"(?:(?:số|no\.?)\s{{0,3}})?\d{{1,6}}(?:/\d{{4}})?/{_CODE}(?:-?(?-i:[A-ZĐ][A-Za-zĐđ]*)\d*)*",
    r"\d+\s?-\s?(?-i:[A-ZĐ][A-Za-zĐđ]+/[A-ZĐ][A-Za-zĐđ]+)",
    r"(?:số|no\.?)\s{0,3}:?\s{0,3}\d{1,6}(?:[/.-]\d{1,6}){0,4}(?=\s+(?:ngày|của|dated|of)\b)",
    (  # not an item of a list: "24 văn bản: nghị quyết 3, kế hoạch 15, công văn 6"
        r"(?!(?:(?<=[(,:;] )|(?<=\())(?-i:[a-zđ])[^\d.,;:()]{4,11} \d{1,3}[,;)])"
        r"(?:nghị\s+định|thông\s+tư|quyết\s+định|kế\s+hoạch|(?<!kỷ )(?<!pháp )luật|nghị\s+quyết|chỉ\s+thị|"
        r"công\s+văn|văn\s+bản\s+số|decree|circular|decision|plan|resolution)"
        r"(?:\s+(?:số|no\.?))?\s+\d[\d/.-]*+(?:/?(?-i:[A-ZĐ])[\w-]*)*+"
        rf"(?!\s+(?:triệu|tỷ|nghìn|ngàn|đồng|người|hộ|{_NOUNS})(?!\w))"  # a plan of so many
        r"(?!\s?(?:\(|, (?:chiếm|đạt|bằng) )\d{1,3}(?:[.,]\d{1,3})?\s?%)"  # so many letters: "công văn 65 (25,0 %)"
    ),
    r"(?:tcvn|iso|đề\s+án|chương\s+trình)\s+\d+(?:[:\s]\d{4})?" + _FREE,
    r"(?:cột|dòng|column)\s+(?:số\s+)?\(\d{1,2}\)|(?:cột|column)\s+(?:số\s+)?\d{1,2}" + _ALONE,
    r"(?:điều|(?<!tài )khoản|(?<!hạng )(?<!danh )(?<!chuyên )mục|(?<!huy )chương|phụ\s+lục|bảng|"
    r"(?<!đại )(?<!phát )(?<!tiêu )biểu|(?<!lấy )mẫu(?:\s+số)?|(?<!chỉnh )(?<!nghĩa )(?<!vũ )(?<!khẩu )(?<!thời )trang|"
    r"tiêu\s+chí|(?<!cấu )(?<!mô )(?<!loại )(?<!truyền )hình|stt|"
    r"article|clause|annex|table|form|page|section|slide)\s+(?:số\s+)?\d{1,3}(?:[./]\d{1,2})*(?:[a-zđ]\b)?" + _ALONE,
    (
        rf"(?:mức(?:\s+độ)?|cấp\s+độ|levels?)\s+[1-4](?:\s?(?:,|và|&|-|–|and|/|hoặc|or)\s?"
        rf"(?:mức(?:\s+độ)?\s+|level\s+)?[2-4]{_FREE}(?!\s+(?:{_NOUNS}|trực\s+tuyến|online)))*{_FREE}"
    ),
)
_PLACES = (
    r"(?:thôn|bản|ấp|xóm|khóm|tổ dân phố|khu phố)\s+\d{1,2}(?:,\s\d{1,2}){1,6}(?:,?\s(?:và\s)?\d{1,2})?(?=[.;)])",
    r"các\s+(?:nhiệm\s+vụ|hồ\s+sơ|văn\s+bản|phiếu)\s+số\s+\d+(?:\s?(?:,|và)\s?\d+)*",
    r"(?:câu(?:\s+hỏi)?|question)\s+(?:số\s+)?\d{1,2}(?=\s*[.:])",
    r"(?:thôn|ấp|khu\s+phố|tdp|tổ\s+dân\s+phố|tổ|quầy\s+số|cửa\s+số|room|"
    r"(?<![(\[])(?<![;,] )counter(?!\s+\d{3}))\s+(?:số\s+)?(?!\d{3} [^\W\d]+[,.;)])\d{1,3}(?:[./]\d{1,2})*(?:[a-zđ]\b)?"
    + _ALONE,
    r"(?:đơn\s+vị|khu\s+vực|tổ)\s+bầu\s+cử\s+số\s+\d{1,2}" + _ALONE,
    r"(?:khu\s+dân\s+cư|khối|trường|tuyến|xóm|bản|buôn|làng|kho|lớp|chốt|điểm|cơ\s+sở|trạm|cụm|đội|nhóm|chi\s+nhánh|quầy|cửa|bàn)(?:\s+\w+){0,2}\s+số\s+\d{1,2}"
    + _ALONE,
    (
        r"(?<!tại )(?<!ở )(?<!tới )(?<!đến )(?:quầy|cửa|(?<!địa )bàn|đội|nhóm|counter|desk|window|team)\s+\d{1,2}"
        r"(?=\s*\([^\W\d])"
    ),
    r"(?<!nguồn )(?:quận|phường)\s+\d{1,2}"
    + _ALONE
    + r"(?!,\s+(?:cấp|thành phố|tỉnh|trung ương|huyện|xã|bộ|sở)(?!\w)[^\d,;.]{0,20}\d)",
    r"(?:loại|hạng|khối|đợt|vòng|bộ\s+phận|trung\s+tâm|khu\s+vực)\s+[1-9]" + _ALONE + r"(?!\s*[,;.])",
    r"mũi\s+(?:thứ\s+)?0?[1-9]" + _FREE,  # doses are counted before the word: "2 mũi"
    r"(?<!phân )(?<!các )khu\s+\d{1,2}(?= \d{1,3}[,.;])",  # "nhà văn hóa khu 2 135, đình làng 108"
    r"(?:tại|ở)\s+phòng(?:\s+số)?\s+\d{1,4}" + _ALONE,
    r"(?<!\d )(?<!hạ )(?<!cao )tầng\s+\d{1,2}" + _ALONE,
    r"(?P<called>(?-i:(?:[Ww]ard|Wards|[Hh]amlet|Hamlets|[Vv]illage|Villages|[Nn]eighbou?rhood|Neighbou?rhoods|Quarters?|Blocks?|Zones?|Groups?|[Dd]istricts?|Lanes?|"
    r"Alleys?|Streets?|Routes?|Roads?|Rooms?|Clusters?|Sites?|Phases?|Lots?|Schools?|Teams?|Windows?|Desks?|Grades?|"
    r"Stations?|Branch|Cells?|Tables?|Figures?|Boxes|Box|Articles?|Items?|Objectives?|Outputs?|Components?|Activity))\s+\d{1,3}"
    r"(?:(?:,\s|\s(?:and|to)\s|[-–])\d{1,3}(?=\s(?:and|had|has|have|with|were|was)(?!\w)|[;:.]))?(?!\s?%)"
    + _FREE
    + ")",
    r"(?:thpt|thcs|tiểu\s+học|mầm\s+non|bệnh\s+viện)\s+số\s+\d{1,2}(?=\s+(?-i:[A-ZĐ]))",
    r"(?:ngõ|ngách|hẻm|kiệt|số\s+nhà)\s+\d+(?:/\d+)*\w*",
    r"(?:đường|phố|tuyến)\s+\d{1,2}/\d{1,2}" + _FREE,  # named for a day: đường 30/4
)
_GROUPS = (  # how many groups there are, not how many cases
    (
        r"(?:thuộc|thành|ra|ở|vào|làm|theo|trong|ngoài|into|of|in|all|the)\s+(?:(?:một trong|cả|đúng|the|one of)\s+)?"
        r"\d{1,2}\s+(?:nhóm|loại|dạng|tình\s+trạng|trạng\s+thái|hình\s+thức|kênh|nguồn|groups|kinds|types|states|"
        r"categories|channels)(?!\w)"
    ),
    (  # "cứ 10 người thì 8"
        r"cứ\s+\d{1,3}\s+(?:[^\W\d_]+\s+){1,6}?(?:thì|lại|có)\s+(?:[^\W\d_]+\s+){0,2}?\d{1,3}(?![\d.,%])"
    ),
    (
        r"(?:across|throughout|over|in|at|on|from)\s+(?:all\s+|the\s+|its\s+)*\d{1,2}\s+(?:[a-z]+\s+)?(?:neighbou?rhoods|"
        r"hamlets|villages|wards|communes|schools|sites|sessions|rounds|batches|places|locations|branches)(?!\w)"
    ),
    r"(?:cho|vào|thành|làm|ra)\s+\w+\s+(?:việc|mục|khoản|nội\s+dung|công\s+việc|hạng\s+mục)\s*:",
    r"là\s+(?:1|một)\s+trong\s+(?:(?:số|những|các)\s+)?\d{1,3}(?=\s+(?![^\d.;]{0,40}\())",  # "là 1 trong 5 tỉnh"
    r"ngoài\s+(?:cả\s+)?\w+\s+trường\s+hợp\s+(?:trên|này|đó|kể\s+trên|nêu\s+trên|nói\s+trên)(?!\w)",
)
_CONTACTS = (
    (
        r"(?:điện\s+thoại|đt|đtdđ|sđt|hotline|fax|tel|phone|đường\s+dây\s+nóng|tổng\s+đài|zalo)"
        r"[^\d\n.,;]{0,12}(?!1\d{0,2}(?:\.\d{3})+(?![\d.-]))\+?(?:11\d(?!\d)|[01]\d[\d \t.()-]{1,20}\d)"
    ),
    r"0\d{2,3}[.\s-]\d{3}[.\s-]\d{3,4}(?!\d)",
    r"1[89]00[.\s-]?\d{3,4}(?:[.\s-]\d{2,3})?(?!\d)",
    r"0\d{8,10}(?!\d)",
    r"(?:ext(?:ension)?\.?|máy\s+lẻ)\s+\d+",
)
_MEASURES = (
    r"\d{1,2}\s+(?:chữ\s+số|số\s+(?:lẻ|thập\s+phân)|decimals?|decimal\s+places?|digits?)(?!\w)",  # of rates
    r"[1-9][05]\s?[-–]\s?[1-9][05]\s?%|\d{1,3}[-–]\d{1,3}\s?%",  # "thiệt hại 30 - 70%", "tăng 10-11%"
    r"(?:hỗ\s+trợ|miễn|trợ\s+giá|ưu\s+đãi)\s+\d{1,3}\s?%(?=\s+(?:mức|(?:chi\s+)?phí|kinh\s+phí|lãi|giá|học\s+phí|tiền)(?!\w))",
    r"\d+(?:[.,]\d+)?\s?(?:m2|m²|km|ha|gb|mb|mbps|dpi|ml|mm|cm|kw|kva)(?!\w)",
    r"(?<!tăng )(?<!giảm )(?:từ|nhóm) \d{1,3} ?(?:-|–|đến) ?(?:dưới )?\d{1,3}(?= [^\W\d])",
    r"(?<!tăng )(?<!giảm )(?:từ|trong khoảng)\s+\d{1,3}(?:,\d+)?\s?%?\s?(?:-|–|đến)\s?(?:dưới\s)?\d{1,3}(?:,\d+)?\s?%",
    r"(?:từ\s+)?\d{1,3}\s?(?:-|–|đến|tới|to)\s?(?:(?:dưới|hết)\s+)?\d{1,3}\s+(?:ngày|giờ|phút|tuần|days?|hours?|minutes?|weeks?)(?!\w)",
    (
        r"(?:trên|dưới|quá|hơn|từ|trong\s+vòng|tối\s+đa|under|over|within)\s+\d{1,3}\s+"
        r"(?:giây|phút|giờ|điểm|seconds?|minutes?|hours?|points?)(?!\w|\s+trở|(?:\s\w+){0,3}\s(?:xuống|lên|còn)\s)"
    ),
    (
        r"(?:(?<=công dân )|(?<=niên )|(?<=độ ))tuổi\s+\d{2}(?:\s?(?:-|–|đến)\s?\d{2})?"
        r"(?=\W*[\[(.;]|\s(?:trở|có|đã)(?!\w))"
    ),
    r"(?:từ\s+)?\d{1,3}(?:\s?(?:-|–|đến|tới)\s?(?:(?:dưới|hết|đủ)\s+)?\d{1,3})?\s+(?:tuổi|sao|years?\s+old)(?!\w)",
    r"(?:trẻ|cháu|bé|em)(?:\s+em)?\s+từ\s+\d{1,2}\s?(?:-|–|đến|tới)\s?(?:(?:dưới|hết|đủ)\s+)?\d{1,2}\s+tháng(?!\w)",
)
_NOISE = re.compile(
    r"(?<!\w)(?:" + "|".join((*_DATES, *_PAPERS, *_PLACES, *_GROUPS, *_CONTACTS, *_MEASURES)) + ")", re.IGNORECASE
)
_HEADING = re.compile(
    r"^[ \t>*#-]{0,20}(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđIVX]{1,4})[.)]|\d{1,2}\.\d{1,2}\.?)(?=[ \t]+\D)|"
    r"(?<=[.;] )\d{1,2}[.)](?= [A-ZĐ])",  # "… 1.735 hồ sơ. 2. Đã giải quyết"
    re.MULTILINE,
)
_ORDINAL = re.compile(  # a number of a name before the count of what is so called: "lớp 1 có 40 người", "kệ 2: 31 cuốn"
    r"(?<!\w)([^\W\d_]+)(?: số)? (\d{1,2})(?=: ?\d| (?:[^\W\d_]+ ){0,3}\d)"
)
_LEAST_ORDINALS = 3
_BAND = re.compile(  # from so many to so many, the name of a count behind a colon: "20 to 35: 104", "over 60: 17"
    r"(?<![\w.,:])(?:(?:under|over|below|above|up to|dưới|trên|từ|đến|hết) \d{1,3}|"
    r"\d{1,3}(?: ?[-–] ?| to | đến | to under | đến dưới )\d{1,3}|\d{1,3}(?:\+| (?:or (?:more|over)|trở lên))|"
    r"\d{1,2}(?= năm:))"
    r"(?: (?:years?(?: old)?|tuổi|days?|ngày|năm))?(?=: ?\d)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"([A-Z][^\W\d_]+) \d{1,3}(?: \([^()]{0,80}\))?, ")
_ITEMS = re.compile(rf"[(:] ?(?:{_ITEM.pattern}){{1,8}}$")
_LONGEST_LIST = 200  # characters
_LEAST_BANDS, _MOST_BANDS = 2, 30


def noise(text: str) -> Iterator[tuple[int, int]]:
    """Where such numbers stand, each from the word that gives it away."""
    yield from (found.span() for found in _HEADING.finditer(text))
    yield from (found.span() for found in _NOISE.finditer(text) if not (found["called"] and _counted(text, found)))
    yield from _ordinals(text)
    yield from _bands(text)


def _counted(text: str, found: re.Match[str]) -> bool:
    """Whether a name and a number are an item of a list by other names: "Centre 9 (…), Market 5 (…), Station 4"."""
    listed = _ITEMS.search(text, max(0, found.start() - _LONGEST_LIST), found.start())
    names = _ITEM.findall(listed.group()) if listed else []
    return any(name != found.group().split()[0] for name in names)


def _bands(text: str) -> Iterator[tuple[int, int]]:
    """The bounds that name the counts of a list, wherever the text says them again."""
    names = {found.group().lower() for found in _BAND.finditer(text)}
    if _LEAST_BANDS <= len(names) <= _MOST_BANDS:
        said = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        yield from (found.span() for found in re.finditer(rf"(?<![\w.,])(?:{said})(?![\w%])", text, re.IGNORECASE))


def _ordinals(text: str) -> Iterator[tuple[int, int]]:
    """The numbers that one word has one after another from 1 on, each before a count; of a list one may be left out."""
    told: dict[str, list[re.Match[str]]] = defaultdict(list)
    for found in _ORDINAL.finditer(text):
        told[found[1].lower()].append(found)
    for names in told.values():
        runs: list[list[re.Match[str]]] = []
        for found in names:
            if not runs or not int(runs[-1][-1][2]) < int(found[2]):
                runs.append([])  # it begins anew
            runs[-1].append(found)
        for run in runs:
            steps = [after - before for before, after in pairwise([0, *(int(found[2]) for found in run)])]
            if len(run) >= _LEAST_ORDINALS and all(0 < step <= 2 for step in steps) and sum(steps) <= len(steps) + 1:
                yield from (found.span() for found in run)
