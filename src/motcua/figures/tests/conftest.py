"""The small office every test of this room looks at."""

import pytest

from motcua.figures.tests.lives import Lives, play


@pytest.fixture
def lives(cast, catalogue, papers) -> Lives:
    return play(cast, catalogue, papers)
