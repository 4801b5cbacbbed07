"""Schemathesis over the description: whatever fits the schema, or does not, the answer is one the description names."""

import os

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from motcua.api.tests.conftest import Machine
from motcua.api.views import api
from motcua.config.wsgi import application

EXAMPLES = 200 if os.environ.get("MOTCUA_LONG") == "1" else 6
DESCRIBED = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
DESCRIBED.app = application
OPERATIONS = [(method, path) for path, methods in DESCRIBED.raw_schema["paths"].items() for method in methods]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture
def taken(cast, catalogue, stopped, body):
    """The key of a machine that may do everything and a dossier's code; requests stay in the test's transaction."""
    machine = Machine(cast)
    code = machine.post("/dossiers", {**body, "papers": [{"name": "Tờ khai"}]}).json()["code"]
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield machine.key, code
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["fits", "odd"])
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_answer_is_a_500_and_each_is_described(taken, method, path, mode):
    key, code = taken

    @seed(20261125)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=DESCRIBED[path][method].as_strategy(generation_mode=mode))
    def asked(case):
        if mode is GenerationMode.POSITIVE and "code" in case.path_parameters:
            case.path_parameters["code"] = code  # a real dossier: the body reaches the action
        case.call_and_validate(checks=CHECKS, headers={"Authorization": f"Bearer {key}"})

    asked()
