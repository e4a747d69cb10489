"""Hypothesis profiles (HYPOTHESIS_PROFILE=thorough for more examples), and `tests.…` importable from anywhere."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent.parent))

_slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile(
    "default", max_examples=120, deadline=None, derandomize=True, suppress_health_check=_slow, print_blob=True
)
settings.register_profile(
    "thorough", settings.get_profile("default"), max_examples=1500, stateful_step_count=80, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
