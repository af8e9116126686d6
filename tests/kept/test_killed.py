"""Commands that are killed at any moment: the store opens, nothing is half there, and the same commands end well then."""

import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from changes import STORE, Change, copied, differing, faults_of
from killing import SIDE_BY_SIDE, Moment, Nursery, state

pytestmark = pytest.mark.not_covered

KILLS = 100


@dataclass(frozen=True)
class Tried:
    """What came of killing once.

    Attributes:
        killed: whether the commands were still running.
    """

    killed: bool
    faults: tuple[str, ...]


def tried_once(change: Change, children: Nursery, seed: int, folder: Path) -> Tried:
    """Kill the commands at the moment of a seed, do them again, and tell what is not as it must be."""
    choice = random.Random(seed)
    step = choice.randrange(len(change.gaps))
    moment = Moment(step, choice.random() * change.gaps[step])
    ran = children.run(copied(change.start, folder), *change.commands, kill=moment)
    faults = list(faults_of(state(folder / STORE), ran, change))
    again = children.run(folder, *change.commands)
    end = state(folder / STORE)
    if len(again.codes) != len(change.commands):
        faults.append(f"done again, it does not end: {again.said}")
    elif end != change.states[-1]:
        faults.append(f"done again, it ends otherwise: {differing(end, change.states[-1])}; {again.said}")
    where = f"seed {seed}: {' '.join(change.commands[0][:3])}, killed at {moment}"
    return Tried(ran.killed, tuple(f"{where}: {each}" for each in faults))


def test_whatever_is_killed_nothing_is_lost_and_the_same_command_ends_as_if_undisturbed(
    changes: list[Change], children: Nursery, tmp_path: Path
) -> None:
    def tried(seed: int) -> Tried:
        folder = tmp_path / str(seed)
        folder.mkdir()
        try:
            return tried_once(changes[seed % len(changes)], children, seed, folder)
        finally:
            shutil.rmtree(folder)

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        all_tried = list(pool.map(tried, range(KILLS)))
    found = [fault for each in all_tried for fault in each.faults]
    assert not found, "\n".join(found)
    assert sum(each.killed for each in all_tried) > 0.8 * KILLS, "most were killed before they had ended"
