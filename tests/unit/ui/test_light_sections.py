"""The sections that the lights of the list open."""

from cockpit.ui.customer_panel.section_id import SectionId
from cockpit.ui.work_list.columns import ColumnKey
from cockpit.ui.work_list.lights import LIGHT_NAMES, SECTIONS


def test_every_light_opens_a_section_that_the_client_panel_has():
    assert set(SECTIONS) == set(LIGHT_NAMES)
    assert {SectionId(section) for section in SECTIONS.values()} <= set(SectionId)


def test_every_light_has_a_column_of_its_own():
    assert set(LIGHT_NAMES) <= {key.value for key in ColumnKey}
