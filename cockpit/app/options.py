"""The command line as the program's parts read it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cockpit.app.privacy_options import PrivacyOptions
from cockpit.domain.audit import SealMark
from cockpit.domain.export_columns import EXPORTED_KINDS
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Cut
from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import ImportKind, LifecycleStatus, Role


@dataclass(frozen=True, slots=True)
class CycleOptions:
    """What the user asked of ``cycle``.

    Attributes:
        action: Which of its commands.
        policy_action: Which command of ``cycle policy``.
        orders: File of orders that takes the place of the database.
        output: File that takes the place of the terminal.
        model: What is fitted.
        unit: Whether a fit counts in days or in weeks.
        until: The last day that a fit sees; None is the last one known.
        is_refit: Whether the parameters are fitted though it is not due.
        is_per_gap: Whether each interval counts the same, instead of each customer.
        changes: What a policy is to have differently, as pairs (field, value).
        company: Code or name of the company whose rule is meant.
        segment: Name of the segment whose rule is meant.
        note: Why a policy is published.
    """

    action: str = ""
    policy_action: str = ""
    orders: Path | None = None
    output: Path | None = None
    model: str = "k_grid"
    unit: str = "days"
    until: date | None = None
    is_refit: bool = False
    is_per_gap: bool = False
    changes: tuple[tuple[str, str | float], ...] = ()
    company: str | None = None
    segment: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user asked of ``import``, its files aside.

    Attributes:
        is_trial: Whether nothing is to be written.
        mapping: File that says what the columns mean.
        kind: What the files hold, whatever they look like; empty finds it out.
        is_json: Whether the result is one JSON document.
        problems: File for the lines that could not be taken as they are.
        is_history: Whether the imports made so far are to be listed.
        undo: Which import is to be undone: its identity, the end of it, or ``last``.
        is_beside: Whether a window asks on standard input and hears on standard output.
    """

    is_trial: bool = False
    mapping: Path | None = None
    kind: str = ""
    is_json: bool = False
    problems: Path | None = None
    is_history: bool = False
    undo: str = ""
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the user asked of ``export``.

    Attributes:
        export_folder: Where the files go.
        export_kinds: The tables.
        export_format: What kind of file they are written into.
        is_replacing: Whether files that are there already may go.
        is_keeping_closed: Whether numbers and addresses of closed channels go out as well.
    """

    export_folder: Path = Path()
    export_kinds: tuple[ImportKind, ...] = EXPORTED_KINDS
    export_format: str = "csv"
    is_replacing: bool = False
    is_keeping_closed: bool = False


@dataclass(frozen=True, slots=True)
class NotifyOptions:
    """What the user asked of ``notify``.

    Attributes:
        notice_kind: The one kind that is wanted; empty means all.
        is_preview: Whether nothing is to be stored or sent.
        preview_folder: Where a preview's letters go.
    """

    notice_kind: str = ""
    is_preview: bool = False
    preview_folder: Path | None = None


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """What the user asked of ``agenda``.

    Attributes:
        agenda_action: Which of its commands.
        calendar_file: The file that is written or read.
        whose_login: Whose next contacts go out; empty is the user's own.
        is_everybody: Whether everybody's do.
        first_day: The first day that goes out.
        last_day: The last one.
        is_private: Whether names and notes stay here.
        with_cancelled: Whether cancelled next contacts go out as such.
        is_overwriting: Whether a file that is there already may go.
        is_applying: Whether a file is taken in; else is told what it would do.
        with_replaced: Whether open next contacts are replaced by a file's new ones.
        assigned: Whom events are about: their numbers, and clients' codes.
    """

    agenda_action: str = ""
    calendar_file: Path = Path()
    whose_login: str = ""
    is_everybody: bool = False
    first_day: date | None = None
    last_day: date | None = None
    is_private: bool = False
    with_cancelled: bool = False
    is_overwriting: bool = False
    is_applying: bool = False
    with_replaced: bool = False
    assigned: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClosingOptions:
    """What the user asked of ``closing``.

    Attributes:
        closing_action: Which of its commands.
        closing_month: Which month is closed or checked.
        closing_until: The last month that is closed with it.
        within_days: Within how many days of a contact an order counts; None leaves it.
        closing_day: On which day of the next month one is closed by itself; None leaves it.
        is_never_closed: Whether that is not to be.
        is_closing_json: Whether the result is one JSON document.
    """

    closing_action: str = ""
    closing_month: Period | None = None
    closing_until: Period | None = None
    within_days: int | None = None
    closing_day: int | None = None
    is_never_closed: bool = False
    is_closing_json: bool = False


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What the user asked of ``audit``.

    Attributes:
        audit_action: Which of its commands.
        audit_since: The first day.
        audit_until: The last day.
        audit_login: Whose events; empty is everybody's.
        audit_deed: Of which kind; empty is all.
        audit_customer: About the customer of this code; empty is all.
        audit_limit: At most so many.
        kept_seal: A seal kept elsewhere.
        is_audit_json: Whether the result is one JSON document.
    """

    audit_action: str = ""
    audit_since: date | None = None
    audit_until: date | None = None
    audit_login: str = ""
    audit_deed: str = ""
    audit_customer: str = ""
    audit_limit: int = 500
    kept_seal: SealMark | None = None
    is_audit_json: bool = False


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the user asked of ``report``.

    Attributes:
        report_name: Which report, or ``schedule``.
        report_first: The first day; None is the first one of the month.
        report_last: The last day; None is the last one of the first day's month, or today.
        report_cut: By what it is divided; empty is the whole.
        report_comparison: With what it is compared; empty is nothing.
        report_only: Whom it is about: cuts, and names of each.
        report_format: What is written; empty follows from the file's name.
        report_file: The file; None is the terminal.
        is_report_replacing: Whether a file that is there already may go.
        schedule_action: Which command of ``report schedule``.
        scheduled_report: Which report is to come by e-mail.
        report_every: How often.
        report_span: About which days.
        report_hour: From which hour of the day on.
        schedule_number: Which of the list.
    """

    report_name: str = ""
    report_first: date | None = None
    report_last: date | None = None
    report_cut: str = ""
    report_comparison: str = ""
    report_only: tuple[tuple[Cut, tuple[str, ...]], ...] = ()
    report_format: str = ""
    report_file: Path | None = None
    is_report_replacing: bool = False
    schedule_action: str = ""
    scheduled_report: str = ""
    report_every: str = "monthly"
    report_span: str = "month_before"
    report_hour: int = 8
    schedule_number: int = 0


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """What the user asked of ``server``.

    Attributes:
        server_action: Which of its commands.
        login: Whose login on the server is meant.
        person_name: The name by which colleagues know them.
        role: What they may do; empty keeps what they have.
        team: The name of their team; empty means none, or the one that they have.
        public_host: Where others find the server, if not by the name used here.
        invitation: The line of an invitation; empty asks for it.
        is_own_password: Whether the person chooses a password instead of leaving it to a keyring.
        source: The embedded file that moves to the server.
        is_move_trial: Whether the move is done, compared and undone.
        file_administrator: Who of the file becomes the server's first administrator.
        standby: Where reports read; ``off`` where the server itself answers them.
        doorbell: Whether programs tell each other at once that something changed: on or off.
        is_once: Whether the upkeep ends after one round.
        is_server_json: Whether the result is one JSON document.
        device_action: What is done with laptops: list them, or revoke, allow, repull, key of one.
        device: Its name, or the first letters of its key.
        quarantine_action: What is done with what was set aside: list, show, store or discard.
        quarantine_number: Its number on the list; 0 names none.
        quarantine_reason: Why it is discarded.
        packs_action: What is done with packs: list them, or end a seller's.
        packs_seller: The seller's login or name.
    """

    server_action: str = ""
    login: str = ""
    person_name: str = ""
    role: str = ""
    team: str = ""
    public_host: str = ""
    invitation: str = ""
    is_own_password: bool = False
    source: Path | None = None
    is_move_trial: bool = False
    file_administrator: str = ""
    standby: str = ""
    doorbell: str = ""
    is_once: bool = False
    is_server_json: bool = False
    device_action: str = "list"
    device: str = ""
    quarantine_action: str = "list"
    quarantine_number: int = 0
    quarantine_reason: str = ""
    packs_action: str = "list"
    packs_seller: str = ""


@dataclass(frozen=True, slots=True)
class ProfileOptions:
    """What the user asked of ``profile``.

    Attributes:
        profile_action: Which of its commands.
        profile_login: The short name of whom it is about.
        profile_name: How they are shown; empty is the short name.
        profile_role: What they may do.
    """

    profile_action: str = ""
    profile_login: str = ""
    profile_name: str = ""
    profile_role: Role = Role.OPERATOR


@dataclass(frozen=True, slots=True)
class FieldOptions:
    """What the user asked of ``field`` and of ``sync``.

    Attributes:
        field_action: Which command of ``field``.
        has_passphrase: Whether the key lies under a passphrase though there is a keyring.
        lives_days: After so many days without contact the key is forgotten; 0 as the server says.
        discard: How many things that were not sent may go with the file; ``all`` where nobody can
            see how many there are.
        is_sure: Whether nobody is asked before.
        sync_action: What ``sync`` shows; empty synchronises.
        rescue_from: The file out of which words are saved; None is this computer's.
        rescue_document: What they are saved into, or brought to the server from.
        mine: Of which conflict of the list one's own change is asked for once more; 0 of none.
        theirs: Of which the server's is kept; 0 of none.
        is_sync_once: Whether it is done once, which is what it does anyway.
        is_field_json: Whether the result is one JSON document.
        pack_action: What ``field pack`` does.
        pack_city: Of which city; empty for all of them.
        pack_segment: Of which segment, by its name; empty for all of them.
        pack_many: How many customers at most.
        pack_days: For how many days; 0 is as long as the company allows.
    """

    field_action: str = ""
    has_passphrase: bool = False
    lives_days: int = 0
    discard: str = ""
    is_sure: bool = False
    sync_action: str = ""
    rescue_from: Path | None = None
    rescue_document: Path | None = None
    mine: int = 0
    theirs: int = 0
    is_sync_once: bool = False
    is_field_json: bool = False
    pack_action: str = "list"
    pack_city: str = ""
    pack_segment: str = ""
    pack_many: int = 20
    pack_days: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for.

    Attributes:
        command: Name of the command; empty opens the cockpit.
        language: The language of the terminal; of the window as well where it is chosen.
        is_language_chosen: Whether ``--language`` was given; else the window keeps its own.
        database: ``--database``, else ``GIRO_DATABASE_URL``; None is the embedded file.
        is_insecure: Whether a server may be spoken to without a verified certificate.
        password: The server's or the profile's, as a window told it to this program; else it is
            looked for.
        profile: Who is at the program, where several share a file; None asks.
        as_of: The day that counts as today; None is the real one.
        is_field: Whether this computer is a laptop in the field, and its own file is meant.
    """

    command: str = ""
    language: Language = Language.PORTUGUESE
    is_language_chosen: bool = False
    is_demo: bool = False
    database: str | None = None
    is_insecure: bool = False
    password: str | None = field(default=None, repr=False)
    profile: str | None = None
    as_of: date | None = None
    is_field: bool = False
    format: str = "table"
    limit: int | None = None
    statuses: tuple[LifecycleStatus, ...] = ()
    files: tuple[Path, ...] = ()
    screen: str = ""
    theme: str = "light"
    size: tuple[int, int] = (1366, 768)
    cycle: CycleOptions = field(default_factory=CycleOptions)
    importing: ImportOptions = field(default_factory=ImportOptions)
    exporting: ExportOptions = field(default_factory=ExportOptions)
    notifying: NotifyOptions = field(default_factory=NotifyOptions)
    agenda: AgendaOptions = field(default_factory=AgendaOptions)
    audit: AuditOptions = field(default_factory=AuditOptions)
    closing: ClosingOptions = field(default_factory=ClosingOptions)
    profiles: ProfileOptions = field(default_factory=ProfileOptions)
    reporting: ReportOptions = field(default_factory=ReportOptions)
    server: ServerOptions = field(default_factory=ServerOptions)
    fielding: FieldOptions = field(default_factory=FieldOptions)
    privacy: PrivacyOptions = field(default_factory=PrivacyOptions)
