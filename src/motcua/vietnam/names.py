"""Names of people: their case, their order, their masks."""

from motcua.vietnam.text import clean, fold

__all__ = ["mask_name", "name_key", "title_case"]

# Ascending in ASCII, so that keys sort alike in Python and under PostgreSQL's COLLATE "C".
_PLACES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = dict(zip(_LETTERS, _PLACES, strict=False))
_TONED = {
    "a": "aàảãáạ",
    "ă": "ăằẳẵắặ",
    "â": "âầẩẫấậ",
    "e": "eèẻẽéẹ",
    "ê": "êềểễếệ",
    "i": "iìỉĩíị",
    "o": "oòỏõóọ",
    "ô": "ôồổỗốộ",
    "ơ": "ơờởỡớợ",
    "u": "uùủũúụ",
    "ư": "ưừửữứự",
    "y": "yỳỷỹýỵ",
}
_LETTER_AND_TONE = {toned: (bare, str(tone)) for bare, row in _TONED.items() for tone, toned in enumerate(row)}
_STAR = "*"


def title_case(text: str) -> str:
    """A name in capitals (or all lower case) as it is written: "TRẦN THỊ NGÂU" gives "Trần Thị Ngâu".

    A name that already mixes cases is left as its owner writes it.
    """
    name = clean(text)
    if name != name.upper() and name != name.lower():
        return name
    lowered = name.lower()
    return "".join(
        char.upper() if not index or lowered[index - 1] in " -'’." else char for index, char in enumerate(lowered)
    )


def name_key(name: str) -> str:
    """A key that sorts people the Vietnamese way: given name first, then family name, then the names between.

    Letters decide before tones, word by word: a < ă < â, d < đ; level, huyền, hỏi, ngã, sắc, nặng. The key is
    plain ASCII.
    """
    spoken = clean(name).lower().split()
    return " ".join(_word_key(word) for word in spoken[-1:] + spoken[:-1])


def _word_key(word: str) -> str:
    letters, tones = [], []
    for char in word:
        letter, tone = _LETTER_AND_TONE.get(char, (char, "0"))
        bare = letter if letter in _PLACE else fold(letter)[:1]
        letters.append(_PLACE.get(bare, _PLACES[-1]))  # a foreign letter comes last
        tones.append(tone)
    return f"{''.join(letters)}!{''.join(tones)}"


def mask_name(name: str) -> str:
    """A name for a public page: first letters stay, "Nguyễn Văn Mẫu" gives "N***** V** M**"."""
    return " ".join(word[0].upper() + _STAR * (len(word) - 1) for word in clean(name).split())
