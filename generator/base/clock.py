"""The day that counts as today: SOURCE_DATE_EPOCH where it is set, else the date in Beijing, wherever the build runs."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


def default_as_of() -> date:
    """Today, as the records understand it. Raises ValueError where SOURCE_DATE_EPOCH is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(BEIJING).date()
    try:
        return datetime.fromtimestamp(int(epoch), BEIJING).date()
    except (OverflowError, OSError) as error:
        raise ValueError(epoch) from error
