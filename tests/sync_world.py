"""Kiosks, the network and a centre, with everything going wrong that can, for a state machine of Hypothesis."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from central_stage import Centre
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from store.store_stage import Clock, query
from sync_stage import FAULTS, Desk, Died, Weather

from sync.central.database import FILE_NAME, open_database
from sync.central.migrating import migrate

ROUNDS = 60
"""At most, until all is quiet."""


class World(RuleBasedStateMachine):
    """Up to three copies of a kiosk, and a centre. `told` counts what was done and what went wrong, over all runs."""

    told: Counter[str] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self._scratch = TemporaryDirectory()
        self.root = Path(self._scratch.name)
        self.clock = Clock()
        self.copies: list[Path] = []
        self.kept: Path | None = None
        self.safe: set[str] = set()
        self.safe_then: set[str] = set()
        self._open_centre()
        joined = self.centre.kiosk()
        self.token = joined.token
        self.desks = [Desk(self.root / "kiosk-0", self.clock)]

    # The centre

    def _open_centre(self) -> None:
        database = open_database(self.root / "central")
        migrate(database)
        self.centre = Centre(database)

    def _close_centre(self) -> None:
        self.centre.close()
        self.centre.database.close()

    @rule()
    def the_centre_is_backed_up(self) -> None:
        self.kept = self.root / "backup"
        shutil.rmtree(self.kept, ignore_errors=True)
        self.kept.mkdir()
        name = self.root / "central" / FILE_NAME
        with closing(sqlite3.connect(name)) as here, closing(sqlite3.connect(self.kept / FILE_NAME)) as there:
            here.backup(there)
        self.safe_then = set(self.safe)

    @precondition(lambda self: self.kept)
    @rule()
    def the_centre_is_restored_from_its_backup(self) -> None:
        self.told["centre put back"] += 1
        assert self.kept
        self._close_centre()
        shutil.rmtree(self.root / "central")
        shutil.copytree(self.kept, self.root / "central")
        # What only the centre still had, and had after its backup, is gone with it.
        self.safe = set(self.safe_then)
        self._open_centre()

    # Kiosks

    @rule(which=st.integers(0, 2), count=st.integers(1, 40))
    def something_is_recorded(self, which: int, count: int) -> None:
        self.desks[which % len(self.desks)].record(count)
        self.told["recorded"] += count

    @rule(which=st.integers(0, 2), faults=st.lists(st.sampled_from(FAULTS), max_size=4))
    def a_kiosk_sends(self, which: int, faults: list[str]) -> None:
        desk = self.desks[which % len(self.desks)]
        line = Weather(self.centre.port, self.token)
        line.faults = list(faults)
        self.told["rounds"] += 1
        self.told.update(faults)
        try:
            desk.agent(line).round()
        except Died:
            desk.stop(kill=True)
            desk.start()
        line.close()
        self._note_safe()

    @rule(which=st.integers(0, 2), kill=st.booleans())
    def a_kiosk_starts_again(self, which: int, kill: bool) -> None:
        desk = self.desks[which % len(self.desks)]
        desk.stop(kill=kill)
        desk.start()

    @rule(which=st.integers(0, 2))
    def a_disk_is_copied(self, which: int) -> None:
        desk = self.desks[which % len(self.desks)]
        desk.stop()
        copy = self.root / f"copy-{len(self.copies)}"
        shutil.copytree(desk.folder, copy)
        self.copies.append(copy)
        desk.start()

    @precondition(lambda self: self.copies)
    @rule(which=st.integers(0, 2), data=st.data())
    def a_kiosk_is_restored_from_a_copy(self, which: int, data: st.DataObject) -> None:
        self.told["kiosk put back"] += 1
        desk = self.desks[which % len(self.desks)]
        copy = data.draw(st.sampled_from(self.copies))
        desk.stop()
        shutil.rmtree(desk.folder)
        shutil.copytree(copy, desk.folder)
        desk.start()

    @precondition(lambda self: self.copies and len(self.desks) < 3)
    @rule(data=st.data())
    def another_kiosk_is_set_up_from_a_copy(self, data: st.DataObject) -> None:
        self.told["disk cloned"] += 1
        folder = self.root / f"kiosk-{len(self.desks)}"
        shutil.copytree(data.draw(st.sampled_from(self.copies)), folder)
        self.desks.append(Desk(folder, self.clock))

    @rule(seconds=st.integers(-90 * 86_400, 90 * 86_400))
    def the_clock_jumps(self, seconds: int) -> None:
        self.told["clock jumped"] += 1
        self.clock.now = max(1.0, self.clock.now + seconds)

    # What must be so

    def held(self) -> list[str]:
        return [id_ for (id_,) in self.centre.ask("SELECT id FROM interaction ORDER BY log, seq")]

    def _note_safe(self) -> None:
        self.safe |= set(self.held())

    @invariant()
    def the_centre_never_loses_what_it_holds(self) -> None:
        assert self.safe <= set(self.held())

    @invariant()
    def what_a_kiosk_takes_for_sent_is_there(self) -> None:
        # A centre that was restored is found out in the next round.
        if self.kept is None:
            held = set(self.held())
            for desk in self.desks:
                sent = "SELECT id FROM interaction JOIN mark USING (log) WHERE seq <= sent_through"
                assert {id_ for (id_,) in query(desk.folder, sent)} <= held

    def teardown(self) -> None:
        try:
            self._come_to_rest()
        finally:
            for desk in self.desks:
                if desk.store:
                    desk.store.close()
            self._close_centre()
            self._scratch.cleanup()

    def _come_to_rest(self) -> None:
        """Whatever happened: in good weather everything is there in the end, once, and both ends can prove it."""
        line = Weather(self.centre.port, self.token)
        for _ in range(ROUNDS):
            states = []
            for desk in self.desks:
                agent = desk.agent(line)
                agent.round()
                states.append((agent.state.problem, desk.store and desk.store.status().unsent))
            if all(state == ("", 0) for state in states):
                break
        assert all(state == ("", 0) for state in states), states
        line.close()
        held = self.held()
        assert len(held) == len(set(held)), "twice"
        there = set().union(*(desk.ids() for desk in self.desks))
        assert there <= set(held), "missing"
        assert set(held) <= there | self.safe, "unexpected"
        for desk in self.desks:
            assert query(desk.folder, "SELECT * FROM quarantine") == []
        self.told["worlds"] += 1
