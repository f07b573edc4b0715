"""What each declared action does in the main window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from cockpit.ui.actions import ActionId
from cockpit.ui.call.loop import CallLoop, DeskParts
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.widgets.keys import bind_keys

Handlers = dict[ActionId, Callable[[], object]]
_SECTIONS = 10


def desk_handlers(loop: CallLoop, parts: DeskParts) -> Handlers:
    """Return what is done at the desk: with the call, the list, the client and the card."""
    work_list, client = parts.work_list, parts.client
    return {
        ActionId.NEXT_CALL: loop.next_client,
        ActionId.SKIP: loop.ask_to_skip,
        ActionId.SNOOZE: loop.ask_to_snooze,
        ActionId.PUT_BACK: loop.controller.put_back,
        ActionId.UNDO: loop.undo,
        ActionId.STOP_WORK: work_list.tools.stop_work,
        ActionId.CALL_ANYWAY: loop.ask_to_override,
        ActionId.CONTACT_FORM: loop.go_to_form,
        ActionId.PITCH_CARD: loop.toggle_card,
        ActionId.SEARCH: partial(work_list.filter_bar.focus_search, ""),
        ActionId.NEXT_CUSTOMER: partial(work_list.step, 1),
        ActionId.PREVIOUS_CUSTOMER: partial(work_list.step, -1),
        ActionId.NEXT_GROUP: partial(work_list.filter_bar.step_group, 1),
        ActionId.PREVIOUS_GROUP: partial(work_list.filter_bar.step_group, -1),
        ActionId.CALLING_ORDER: work_list.use_calling_order,
        ActionId.COLUMNS: work_list.tools.open_columns,
        ActionId.FILTER: work_list.tools.open_filter,
        ActionId.VIEWS: work_list.tools.open_views,
        ActionId.SAVE_VIEW: work_list.tools.save_view,
        ActionId.BULK: work_list.tools.open_bulk,
        ActionId.EXPORT: work_list.tools.export_list,
        ActionId.DIAL: loop.dial,
        ActionId.CHOOSE_PHONE: client.choose_phone,
        ActionId.COPY_PHONE: client.copy_phone,
        ActionId.WHATSAPP: client.write_whatsapp,
        ActionId.EMAIL: client.write_email,
        ActionId.WISHES: client.ask_for_wishes,
        ActionId.NEXT_SECTION: client.next_section,
        ActionId.PREVIOUS_SECTION: client.previous_section,
    }


def bind_section_keys(client: CustomerPanel, desk: QWidget) -> None:
    """Let Alt and a digit show a section of the client, wherever the keyboard is on the desk."""
    for number in range(1, _SECTIONS + 1):
        bind_keys(desk, {f"Alt+{number % _SECTIONS}": partial(client.show_section_number, number)})
