"""The quota of circular 2.2, by level; the figures are the circular's own."""

import pytest

from generator.base.absence import NOT_APPLICABLE
from generator.ledger.boards import quotas
from generator.model.society import DisasterProne, Society
from generator.model.vocabulary import Field, Level
from tests.ledger.books import AT

RESCUE, BLOOD, AID = (Field.EMERGENCY_RESCUE,), (Field.FIRST_AID, Field.BLOOD_DONATION), (Field.FIRST_AID,)
PRONE = DisasterProne(AT, value=True)


def society(level: Level, prone=NOT_APPLICABLE) -> Society:
    return Society(AT, "示例红十字会", level, None, disaster_prone=prone)


@pytest.mark.parametrize(
    ("of", "teams", "expected"),
    [
        (society(Level.COUNTY), [], [(3, 0, False)]),
        (society(Level.COUNTY), [AID, AID], [(3, 2, False)]),
        (society(Level.COUNTY), [AID, AID, AID], [(3, 3, True)]),
        (society(Level.COUNTY, PRONE), [AID, AID, AID], [(3, 3, True), (1, 0, False)]),
        (society(Level.COUNTY, PRONE), [AID, AID, RESCUE], [(3, 3, True), (1, 1, True)]),
        (society(Level.COUNTY, DisasterProne(AT, value=False)), [AID, AID, AID], [(3, 3, True)]),
        (society(Level.PREFECTURE), [RESCUE], [(1, 1, True), (1, 0, False)]),
        (society(Level.PREFECTURE), [RESCUE, BLOOD], [(1, 1, True), (1, 1, True)]),
        (society(Level.PROVINCE), [RESCUE], [(1, 0, False)]),
        (society(Level.PROVINCE), [BLOOD], [(1, 1, True)]),
        (society(Level.GRASSROOTS), [], []),
    ],
)
def test_quotas(of, teams, expected):
    assert [(q.required, q.actual, q.met) for q in quotas(of, teams)] == expected
