"""The last cell of a file that ends without a line break: it may be half of what was written."""

import re

from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.headers import Layout
from cockpit.imports.rows import Row

_WHOLE_DAY = r"[0-9]{2}/[0-9]{2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"


class LastCell:
    """Tells whether the last cell of a file may have lost its end.

    Many programs leave out the last line break, so that the cell is mostly right: cents and the
    days of a month are whole where they have two figures. Of a code or a name nobody can tell.

    Args:
        layout: What the columns mean; a cut in a column that is not read does not matter.
        mark: The decimal mark of the file's amounts; empty where the file does not tell.
    """

    def __init__(self, layout: Layout, mark: str) -> None:
        self._width = layout.width
        read = {place for places in layout.columns.values() for place in places}
        joined = {place for join in layout.joins for place in join.places}
        self._is_read = layout.width - 1 in read | joined
        whole = [] if layout.kind is ImportKind.CONTACTS else [_WHOLE_DAY]  # theirs have a time
        if mark and layout.kind is not ImportKind.ITEMS:  # quantities have any number of decimals
            whole.append(rf".*{re.escape(mark)}[0-9]{{2}}")
        self._whole = [re.compile(pattern) for pattern in whole]

    def is_doubtful(self, row: Row) -> bool:
        """Return whether the file ends within or behind the last column of a row that is read."""
        is_last = row.is_cut and len(row.cells) == self._width and self._is_read
        return is_last and not any(one.fullmatch(row.cells[-1].strip()) for one in self._whole)
