"""Whatever is sent, the API answers as its description says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import positive_data_acceptance
from schemathesis.generation import GenerationMode

from dateline.web import create_app

EXAMPLES = 40

PATHS = [(method, path) for path, methods in create_app().openapi()["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def described(site):
    """The API as its own description has it."""
    return schemathesis.openapi.from_url(f"{site}/api/v1/openapi.json")


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("method", "path"), PATHS)
def test_every_answer_is_one_that_is_described(described, method, path, mode):
    strategy = described[path][method.upper()].as_strategy(generation_mode=mode)

    # A search or a token that fits its pattern can still make no sense: that is told by status 400.
    @given(case=strategy)
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    def check(case):
        case.call_and_validate(excluded_checks=[positive_data_acceptance], timeout=60)

    check()
