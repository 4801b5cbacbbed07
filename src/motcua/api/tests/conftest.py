"""A ward with a machine that may do everything, and one way to call the API."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from motcua.accounts import actions as accounts
from motcua.acts import Position, Role

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


POSTS = (
    (Role.COUNTER, "MC"),
    (Role.CLERK, "VP"),
    (Role.LEADER, "LD"),
    (Role.CHAIRMAN, "LD"),
    (Role.SPECIALIST, "VHXH"),
    (Role.SPECIALIST, "KT"),
    (Role.UNIT_HEAD, "VHXH"),
)


class Machine:
    """Calls the API with one key."""

    def __init__(self, cast, *, name="Máy quét", posts=POSTS):
        positions = tuple(Position(role=role, unit_id=cast.units[unit].pk) for role, unit in posts)
        _, self.key = accounts.issue_token(by=cast.system, at=NOW, name=name, positions=positions)
        self.client = Client(raise_request_exception=True)

    def get(self, path, **query):
        return self.client.get(f"/api/v1{path}", query, headers={"Authorization": f"Bearer {self.key}"})

    def post(self, path, body=None, *, once="", raw=None):
        headers = {"Authorization": f"Bearer {self.key}"}
        if once:
            headers["Idempotency-Key"] = once
        data = raw if raw is not None else json.dumps(body or {})
        return self.client.post(f"/api/v1{path}", data, content_type="application/json", headers=headers)


@pytest.fixture
def machine(cast, catalogue, stopped):
    """A machine of the first ward."""
    return Machine(cast)


@pytest.fixture
def visitor(stranger, stopped):
    """A machine of another ward."""
    return Machine(stranger, name="Máy lạ")


@pytest.fixture
def body(catalogue):
    """An intake of `marriage`, complete."""
    return {
        "case_id": str(catalogue["marriage"]),
        "applicant": {"name": "Trần Thị Ngâu", "id_number": "000190000123", "phone": "0900000456"},
        "complete": True,
    }
