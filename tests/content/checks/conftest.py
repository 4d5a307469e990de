"""A venue to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_venue import write_venue

from kiosk.settings import Settings


@pytest.fixture
def venue(tmp_path: Path) -> Settings:
    return write_venue(tmp_path)
