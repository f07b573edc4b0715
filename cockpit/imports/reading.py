"""What a reader of lines is: rows in their order, each into a record or why it is none."""

from collections.abc import Callable
from typing import TypeAlias

from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.imports.rows import Row

ReadLine: TypeAlias = Callable[[Row], ImportRecord | RowProblem]
