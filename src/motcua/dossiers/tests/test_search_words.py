"""The words a dossier is found by: whatever the ward's mark looks like, what was kept is what is asked for."""

from uuid import UUID

import pytest
from django.db import connection

from motcua.dossiers.queries.finding import search_query, search_words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("tail", ["12345e67", "00000000", "4ed15e0f", "1e234567", "abcdefab", "0e000000"])
@pytest.mark.parametrize("asked", [["0001"], ["ngau"], ["tran", "ng"], ["h99", "16", "26"], ["1e5"]])
def test_every_mark_finds_its_words(tail, asked):
    ward = UUID(hex="0" * 24 + tail)
    kept = search_words(ward_id=ward, parts=["Trần Thị Ngâu", "H99.16-261116-0001", "1e5"])
    other = search_words(ward_id=UUID(int=5), parts=["Trần Thị Ngâu", "H99.16-261116-0001", "1e5"])
    with connection.cursor() as cursor:
        query = search_query(ward_id=ward, words=asked)
        cursor.execute("SELECT %s::tsvector @@ %s::tsquery, %s::tsvector @@ %s::tsquery", [kept, query, other, query])
        assert cursor.fetchone() == (True, False)
