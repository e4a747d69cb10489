"""Rings: canaries first, the rest after they were healthy for a while, and no further after the first failure."""

from datetime import datetime, timedelta

import pytest

from roomdisplay.core.wox import Heartbeat, Offer, Update, UpdateStage
from roomdisplay.wox_server import panels, releases, rollouts
from roomdisplay.wox_server.database import Database
from roomdisplay.wox_server.releases import Checked, NotThere
from roomdisplay.wox_server.rollouts import AT_ONCE, SILENCE, Rollout, Stage
from tests.wox_server.building import NOW, build

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
NEW, OLD = "0.2.0", "0.1.0"
DIGEST = "d" * 64


class Fleet:
    """Panels that beat, and what they are offered; `versions` is what each runs."""

    def __init__(self, database: Database, count: int = 4) -> None:
        self.database = database
        self.now: datetime = NOW
        room = build(database).aurora
        with database.writing() as writing:
            self.ids = [panels.add(writing, room, serial=f"P-{n}", now=NOW)[0] for n in range(count)]
            for architecture in ("x86_64", "aarch64"):
                checked = Checked(version=NEW, architecture=architecture, digest=DIGEST, size=7)
                releases.add(writing, checked, NOW)
        self.versions = dict.fromkeys(self.ids, OLD)
        self.links = dict.fromkeys(self.ids, "well")

    def begin(self, *canaries: int, settling: timedelta = HOUR) -> None:
        with self.database.writing() as writing:
            rollouts.begin(writing, NEW, [self.ids[n] for n in canaries], settling, self.now)

    def beat(
        self, n: int, stage: UpdateStage | None = None, reason: str = "", *, architecture: str = "x86_64"
    ) -> Offer | None:
        id = self.ids[n]
        update = None if stage is None else Update(offer=self.standing(n), stage=stage, reason=reason)
        heartbeat = Heartbeat(
            at=self.now,
            version=self.versions[id],
            started_at=NOW,
            link=self.links[id],
            data_age=1.0,
            architecture=architecture,
            update=update,
        )
        with self.database.writing() as writing:
            panels.beat(writing, id, at=self.now, heartbeat={}, now=self.now)
            return rollouts.heard(writing, panels.find(writing.connection, id), heartbeat, self.now)

    def install(self, n: int) -> None:
        """As a panel does it."""
        assert self.beat(n) is not None
        self.beat(n, UpdateStage.DOWNLOADING)
        self.beat(n, UpdateStage.INSTALLING)
        self.versions[self.ids[n]] = NEW
        assert self.beat(n, UpdateStage.INSTALLED) is None

    def rollout(self) -> Rollout:
        with self.database.reading() as connection:
            found = rollouts.latest(connection)
        assert found is not None
        return found

    def stages(self) -> dict[int, Stage]:
        with self.database.reading() as connection:
            found = rollouts.standings(connection, self.rollout())
        return {self.ids.index(one.panel_id): one.stage for one in found}

    def standing(self, n: int) -> str:
        with self.database.reading() as connection:
            return next(s.id for s in rollouts.standings(connection, self.rollout()) if s.panel_id == self.ids[n])


@pytest.fixture
def fleet(database: Database) -> Fleet:
    return Fleet(database)


def test_without_a_rollout_nobody_is_offered_anything(fleet: Fleet) -> None:
    assert fleet.beat(0) is None


def test_only_canaries_are_offered_it_at_first(fleet: Fleet) -> None:
    fleet.begin(1)
    assert fleet.beat(0) is None
    offer = fleet.beat(1)
    assert offer == Offer(id=fleet.standing(1), version=NEW, size=7, digest=DIGEST)
    assert fleet.beat(1, UpdateStage.DOWNLOADING) == offer
    assert fleet.stages() == {1: Stage.DOWNLOADING}


def test_the_rest_follows_once_all_canaries_have_been_healthy_for_long_enough(fleet: Fleet) -> None:
    fleet.begin(0, 1)
    fleet.install(0)
    fleet.now += 30 * MINUTE
    fleet.install(1)
    fleet.now += 59 * MINUTE
    for n in (0, 1):
        fleet.beat(n, UpdateStage.INSTALLED)
    assert fleet.beat(2) is None
    fleet.now += MINUTE
    fleet.beat(0, UpdateStage.INSTALLED)
    assert fleet.rollout().widened_at is None  # the other one has not been heard of in that minute
    fleet.beat(1, UpdateStage.INSTALLED)
    assert fleet.rollout().widened_at == fleet.now
    fleet.install(2)
    fleet.install(3)
    assert set(fleet.stages().values()) == {Stage.WELL}


def test_a_canary_that_loses_its_link_meanwhile_begins_its_time_anew(fleet: Fleet) -> None:
    fleet.begin(0)
    fleet.install(0)
    fleet.now += 50 * MINUTE
    fleet.links[fleet.ids[0]] = "transient"
    fleet.beat(0, UpdateStage.INSTALLED)
    assert fleet.stages() == {0: Stage.INSTALLED}
    fleet.links[fleet.ids[0]] = "well"
    fleet.beat(0, UpdateStage.INSTALLED)
    fleet.now += 59 * MINUTE
    fleet.beat(0, UpdateStage.INSTALLED)
    assert fleet.rollout().widened_at is None
    fleet.now += MINUTE
    fleet.beat(0, UpdateStage.INSTALLED)
    assert fleet.rollout().widened_at is not None


def test_a_link_that_was_down_before_is_no_release_s_fault(fleet: Fleet) -> None:
    fleet.links[fleet.ids[0]] = "transient"
    fleet.begin(0)
    fleet.install(0)
    assert fleet.stages() == {0: Stage.WELL}


@pytest.mark.parametrize(
    ("stage", "told"), [(UpdateStage.FAILED, Stage.FAILED), (UpdateStage.ROLLED_BACK, Stage.ROLLED_BACK)]
)
def test_the_first_failure_stops_it_and_says_why(fleet: Fleet, stage: UpdateStage, told: Stage) -> None:
    fleet.begin(0, 1)
    assert fleet.beat(1) is not None
    fleet.beat(0)
    assert fleet.beat(0, stage, "It was not healthy.") is None
    assert (fleet.rollout().stopped_at, fleet.rollout().reason) == (fleet.now, "P-0: It was not healthy.")
    assert fleet.stages() == {0: told, 1: Stage.OFFERED}
    assert fleet.beat(1) is None  # which ends its download


def test_after_a_stop_somebody_can_go_on_and_the_failed_one_is_offered_it_anew(fleet: Fleet) -> None:
    fleet.begin(0)
    first = fleet.beat(0)
    fleet.beat(0, UpdateStage.FAILED, "No space.")
    with fleet.database.writing() as writing:
        rollouts.resume(writing, fleet.now)
    again = fleet.beat(0)
    assert first is not None
    assert again is not None
    assert again.id != first.id
    fleet.install(0)
    assert fleet.stages() == {0: Stage.WELL}


def test_a_panel_that_falls_silent_while_it_installs_stops_it(fleet: Fleet) -> None:
    fleet.begin(0)
    fleet.beat(0)
    fleet.beat(0, UpdateStage.INSTALLING)
    fleet.now += SILENCE
    fleet.beat(1)
    assert fleet.rollout().stopped_at is None
    fleet.now += MINUTE
    fleet.beat(1)
    assert fleet.stages() == {0: Stage.FAILED}
    assert fleet.rollout().reason.startswith("P-0: Nothing was heard")


def test_somebody_may_give_it_to_all_without_waiting_or_stop_it(fleet: Fleet) -> None:
    fleet.begin(0)
    with fleet.database.writing() as writing:
        rollouts.widen(writing, fleet.now)
    assert fleet.beat(3) is not None
    with fleet.database.writing() as writing:
        rollouts.stop(writing, fleet.now)
    assert fleet.beat(2) is None
    assert fleet.beat(3, UpdateStage.DOWNLOADING) is None


def test_only_some_at_a_time(database: Database) -> None:
    fleet = Fleet(database, count=AT_ONCE + 3)
    fleet.begin(0)
    fleet.install(0)
    with database.writing() as writing:
        rollouts.widen(writing, fleet.now)
    offered = [n for n in range(1, AT_ONCE + 3) if fleet.beat(n) is not None]
    assert len(offered) == AT_ONCE
    late = AT_ONCE + 2
    assert fleet.beat(late) is None
    fleet.install(offered[0])
    assert fleet.beat(late) is not None


@pytest.mark.parametrize(("version", "architecture"), [(NEW, "x86_64"), ("0.3.0", "x86_64"), (OLD, "riscv64")])
def test_nobody_is_offered_what_it_has_or_cannot_use(fleet: Fleet, version: str, architecture: str) -> None:
    fleet.begin(0)
    fleet.versions[fleet.ids[0]] = version
    assert fleet.beat(0, architecture=architecture) is None


def test_each_machine_gets_the_bundle_for_it(fleet: Fleet) -> None:
    fleet.begin(0, 1)
    assert fleet.beat(1, architecture="aarch64") is not None


def test_a_release_that_is_not_here_cannot_be_rolled_out(fleet: Fleet) -> None:
    with fleet.database.writing() as writing, pytest.raises(NotThere):
        rollouts.begin(writing, "9.9.9", [], HOUR, fleet.now)


def test_a_new_rollout_takes_the_place_of_the_one_before(fleet: Fleet) -> None:
    fleet.begin(0)
    fleet.beat(0)
    fleet.begin(1)
    assert fleet.beat(0) is None
    assert fleet.stages() == {1: Stage.OFFERED}
