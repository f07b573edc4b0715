"""Reading and setting what the company decides for laptops in the field."""

from dataclasses import dataclass

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.field_settings import SETTINGS, FieldSettings
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.ports import CurrentUser, Database, ReadUnit


@dataclass(frozen=True, slots=True)
class FieldSettingsService:
    """On the team's server; laptops get the numbers at their next contact."""

    database: Database
    clock: Clock
    user: CurrentUser

    def read(self) -> FieldSettings:
        """Return what holds now."""
        with self.database.read() as unit:
            return _stored(unit)

    def save(self, settings: FieldSettings) -> None:
        """Store what is set otherwise than before.

        Raises:
            BadInputError: A number is not possible.
            ForbiddenError: The user may not change the company's settings.
        """
        if not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("field_settings_not_allowed")
        if name := settings.outside():
            one = SETTINGS[name]
            raise BadInputError(
                "field_settings_range", name=one.key, least=one.least, most=one.most
            )
        with self.database.write() as unit:
            changed = settings.changed_from(_stored(unit))
            for key, value in changed.items():
                unit.settings.put(SettingScope.COMPANY, None, key, value)
                deed = Deed(AuditAction.SETTING_CHANGED, "settings", None, {"name": key})
                unit.audit.record(deed, user=self.user, at=self.clock.now())
            unit.changed(*((Topic.SETTINGS,) if changed else ()), customer_ids=[])


def _stored(unit: ReadUnit) -> FieldSettings:
    keys = [one.key for one in SETTINGS.values()]
    return FieldSettings.of(
        {key: unit.settings.get(SettingScope.COMPANY, None, key) for key in keys}
    )
