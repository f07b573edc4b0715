"""The rules as they are painted for the documents: each kind with something that is being tried."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.rules import Document, RuleKind
from cockpit.ui.actions import ActionId
from cockpit.ui.rules.screen import RulesScreen

Settle = Callable[[], None]
_TRIED_BUDGET = 30


def _screen(desk: Desk, settle: Settle, kind: RuleKind) -> RulesScreen:
    desk.window.action(ActionId.RULES).trigger()
    settle()
    screen = desk.window.rules.screen
    assert screen is not None  # noqa: S101 - it has just been opened
    screen.show_kind(kind)
    settle()
    return screen


def _cycle(desk: Desk, settle: Settle) -> QWidget:
    """Try a rule that would change something."""
    cycle = _screen(desk, settle, RuleKind.CYCLE).cycle
    assert cycle is not None  # noqa: S101 - it is in sight
    cycle.form.budget.number.setValue(_TRIED_BUDGET)
    cycle.simulate()
    settle()
    return desk.window


def _change(kind: RuleKind, content: Document) -> None:
    """Change something of a kind, as somebody would who tries it."""
    match kind:
        case RuleKind.CADENCE:
            content["follow_ups"][1]["wait_minutes"] = 6 * 24 * 60
            content["rest_days"] = 21
        case RuleKind.WINDOWS:
            content.update(opens="09:30", closes="17:00")
        case RuleKind.OFFERS:
            content["discount_bp"] = 300
        case RuleKind.OUTCOMES:
            row = next(one for one in content["outcomes"] if one["code"] == "no_answer")
            row["wait_minutes"] = 90
        case RuleKind.OBJECTIONS if content["objections"]:
            content["objections"][0]["is_active"] = False
        case RuleKind.TEMPLATES:
            row = content["templates"][0]
            row["body"] = f"Bom dia, {{{{ primeiro_nome }}}}!\n{row['body']}"
        case _:
            content["reactivation_days"] = 45


def _kind(desk: Desk, settle: Settle, kind: RuleKind) -> QWidget:
    """Publish one version, and try the next."""
    screen = _screen(desk, settle, kind)
    editor = screen.editors[kind]
    for is_published in (True, False):
        draft = editor.draft()
        assert draft is not None and editor.form is not None  # noqa: S101, PT018 - it was read
        _change(kind, draft.content)
        if is_published:
            if kind is RuleKind.CADENCE:
                draft.content["rest_days"] = 18
            rules = desk.ctx.rules()
            noted = type(draft)(kind, draft.subject, draft.version, draft.content, "Teste de março")
            version = rules.publish(noted)
            first = next(one for one in rules.read(kind).history if one.version == 1)
            if kind is not RuleKind.CADENCE and version.version > 1:
                rules.roll_back(kind, first.version_id, "Voltou ao que era")
            screen.reload()
            settle()
            continue
        editor.form.show_document(draft.content)
        editor.form.changed.emit()
        editor.simulate()
        settle()
    settle()
    return desk.window


RULE_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    "cycle_policy": _cycle,
    **{
        f"rules_{kind.value}": partial(_kind, kind=kind)
        for kind in RuleKind
        if kind is not RuleKind.CYCLE
    },
}
