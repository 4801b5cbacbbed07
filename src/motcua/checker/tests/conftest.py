"""What the checker's tests share."""

from datetime import datetime

import pytest

from motcua.clock import ZONE


@pytest.fixture
def at():
    """A moment in the office's time zone: `at("2026-11-12 09:10")`."""

    def moment(text):
        return datetime.fromisoformat(text).replace(tzinfo=ZONE)

    return moment
