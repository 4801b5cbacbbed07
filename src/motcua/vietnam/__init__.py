"""Vietnamese text, numbers, days, codes, cards and names: in from people, out to people. Pure."""

from motcua.vietnam.cards import Card, CardWarning, Sex, parse_card
from motcua.vietnam.codes import AGENCY_MOST, DossierCode, agency_id, dossier_code, procedure_code, tail
from motcua.vietnam.contacts import id_number, mask_id, mask_phone, parse_phone
from motcua.vietnam.moments import day, moment, parse_date, weekday
from motcua.vietnam.names import mask_name, name_key, title_case
from motcua.vietnam.numbers import money, money_words, number, parse_number, parse_percent, percent
from motcua.vietnam.text import clean, fold, initials, words

__all__ = [
    "AGENCY_MOST",
    "Card",
    "CardWarning",
    "DossierCode",
    "Sex",
    "agency_id",
    "clean",
    "day",
    "dossier_code",
    "fold",
    "id_number",
    "initials",
    "mask_id",
    "mask_name",
    "mask_phone",
    "moment",
    "money",
    "money_words",
    "name_key",
    "number",
    "parse_card",
    "parse_date",
    "parse_number",
    "parse_percent",
    "parse_phone",
    "percent",
    "procedure_code",
    "tail",
    "title_case",
    "weekday",
    "words",
]
