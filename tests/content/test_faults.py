"""Faults as their author reads them."""

from __future__ import annotations

from kiosk.content.faults import Fault, Faults


def test_a_fault_reads_as_file_line_what_is_wrong_and_what_to_do() -> None:
    fault = Fault("gp/activity.yaml", 12, "`says` is missing", "add `says:`")
    assert str(fault) == "gp/activity.yaml:12: `says` is missing — add `says:`"


def test_faults_come_in_order_of_file_and_line_each_once() -> None:
    faults = Faults()
    faults.error("b.yaml", 2, "x", "y")
    faults.warning("a.yaml", 10, "x", "y")
    faults.error("a.yaml", 9, "x", "y")
    faults.error("b.yaml", 2, "x", "y")
    assert [(one.file, one.line) for one in faults] == [("a.yaml", 9), ("a.yaml", 10), ("b.yaml", 2)]
    assert len(faults) == 3


def test_warnings_and_errors_are_told_apart() -> None:
    faults = Faults([Fault("a", 1, "x", "y"), Fault("a", 2, "x", "y", "warning")])
    assert [one.line for one in faults.errors] == [1]
    assert [one.line for one in faults.warnings] == [2]
