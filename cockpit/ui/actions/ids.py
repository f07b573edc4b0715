"""The names of the window's own actions."""

from enum import StrEnum


class ActionId(StrEnum):
    """The window's own actions."""

    NEXT_CALL = "next_call"
    SKIP = "skip"
    SNOOZE = "snooze"
    PUT_BACK = "put_back"
    UNDO = "undo"
    STOP_WORK = "stop_work"
    CALL_ANYWAY = "call_anyway"
    LEDGER = "ledger"
    PALETTE = "palette"
    SEARCH = "search"
    NEXT_CUSTOMER = "next_customer"
    PREVIOUS_CUSTOMER = "previous_customer"
    NEXT_GROUP = "next_group"
    PREVIOUS_GROUP = "previous_group"
    BACK_TO_LIST = "back_to_list"
    CONTACT_FORM = "contact_form"
    PITCH_CARD = "pitch_card"
    DIAL = "dial"
    CHOOSE_PHONE = "choose_phone"
    COPY_PHONE = "copy_phone"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    WISHES = "wishes"
    NEXT_SECTION = "next_section"
    PREVIOUS_SECTION = "previous_section"
    CALLING_ORDER = "calling_order"
    COLUMNS = "columns"
    FILTER = "filter"
    VIEWS = "views"
    SAVE_VIEW = "save_view"
    BULK = "bulk"
    EXPORT = "export"
    AGENDA = "agenda"
    NEXT_CONTACT = "next_contact"
    REMINDERS = "reminders"
    QUIET = "quiet"
    NOTICES = "notices"
    NOTICE_SETTINGS = "notice_settings"
    DRAFTS = "drafts"
    BREAK = "break"
    DAY = "day"
    WORKING_TIME = "working_time"
    POST_ITS = "post_its"
    NEW_POST_IT = "new_post_it"
    MORNING = "morning"
    WALL = "wall"
    REVIEW = "review"
    INDICATORS = "indicators"
    CAMPAIGNS = "campaigns"
    FIELD = "field"
    PACKS = "packs"
    CYCLE = "cycle"
    RULES = "rules"
    IMPORT = "import"
    REFRESH = "refresh"
    SERVER = "server"
    SYNC = "sync"
    SYNC_NOW = "sync_now"
    JOIN = "join"
    TAKE_ALONG = "take_along"
    TEMPLATES = "templates"
    DAYS_OFF = "days_off"
    CLOSING = "closing"
    AUDIT = "audit"
    LAPTOPS = "laptops"
    LENT = "lent"
    SETTINGS = "settings"
    THEME = "theme"
    LANGUAGE = "language"
    SHORTCUTS = "shortcuts"
    QUIT = "quit"


#: What is done at the list and its customer; asleep while another screen hides them.
DESK_ACTIONS = (
    ActionId.NEXT_CALL,
    ActionId.SKIP,
    ActionId.SNOOZE,
    ActionId.PUT_BACK,
    ActionId.UNDO,
    ActionId.STOP_WORK,
    ActionId.CALL_ANYWAY,
    ActionId.SEARCH,
    ActionId.NEXT_CUSTOMER,
    ActionId.PREVIOUS_CUSTOMER,
    ActionId.NEXT_GROUP,
    ActionId.PREVIOUS_GROUP,
    ActionId.CONTACT_FORM,
    ActionId.PITCH_CARD,
    ActionId.DIAL,
    ActionId.CHOOSE_PHONE,
    ActionId.COPY_PHONE,
    ActionId.WHATSAPP,
    ActionId.EMAIL,
    ActionId.WISHES,
    ActionId.NEXT_SECTION,
    ActionId.PREVIOUS_SECTION,
    ActionId.CALLING_ORDER,
    ActionId.COLUMNS,
    ActionId.FILTER,
    ActionId.VIEWS,
    ActionId.SAVE_VIEW,
    ActionId.BULK,
    ActionId.EXPORT,
)
