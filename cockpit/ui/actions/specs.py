"""The whole declaration, area after area."""

from cockpit.ui.actions.call import CALL_ACTIONS
from cockpit.ui.actions.customer import CUSTOMER_ACTIONS
from cockpit.ui.actions.form import FORM_ACTIONS
from cockpit.ui.actions.list import LIST_ACTIONS
from cockpit.ui.actions.screens import SCREEN_ACTIONS
from cockpit.ui.actions.spec import ActionSpec
from cockpit.ui.actions.window import WINDOW_ACTIONS

ACTIONS: tuple[ActionSpec, ...] = (
    *CALL_ACTIONS,
    *WINDOW_ACTIONS,
    *LIST_ACTIONS,
    *CUSTOMER_ACTIONS,
    *FORM_ACTIONS,
    *SCREEN_ACTIONS,
)
