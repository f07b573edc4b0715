"""Who may call which function of the database; what is not named here, nobody may call.

A new function may be called by everybody, so what the server's default grants is taken away.
"""

from collections.abc import Iterator, Mapping

from cockpit.data.facts import FACT_TABLES
from cockpit.data.server.roles import GATEKEEPER, GROUPS, OWNER, group_of
from cockpit.domain.access import ADMINISTRATORS, STAFF, WIDE

_ALL = frozenset(GROUPS)
_NOBODY: frozenset[str] = frozenset()
_INVITERS = frozenset({OWNER, *map(group_of, ADMINISTRATORS)})

#: The functions that the schema's owner has.
_OWNERS: Mapping[str, frozenset[str]] = {
    # Asked by the policies, as whom they are for.
    **dict.fromkeys(
        (
            "giro_me", "giro_my_people", "giro_lent", "giro_knows_me", "giro_sees_all",
            "giro_shares", "giro_answers_for_others", "giro_is_meant_by", "giro_nobodys_keys",
        ),
        _ALL,
    ),
    **dict.fromkeys(("giro_role", "giro_is_administrator"), _ALL | {GATEKEEPER}),
    "giro_oldest_program": _ALL,
    "giro_last_number": _ALL,
    # It tells of customers whom the login sees.
    "giro_notes_matching": _ALL,
    # It answers for others alone.
    "giro_presence": _ALL,
    # Each asks once more whom the login answers for.
    **dict.fromkeys(("giro_packs_lent", "giro_bring_back"), frozenset(map(group_of, STAFF))),
    # What was said to the login.
    **dict.fromkeys(("giro_told_contacts", "giro_told_keys"), _ALL),
    # Laptops are looked after by administrators; each asks once more who calls.
    **dict.fromkeys(
        (
            "giro_devices", "giro_decide_device", "giro_quarantine", "giro_discard_fact",
            "giro_store_fact", "giro_erase",
        ),
        frozenset(map(group_of, ADMINISTRATORS)),
    ),
    **dict.fromkeys(
        (
            "giro_fact_heads", "giro_facts", "giro_sync_upkeep", "giro_redactions",
            "giro_set_aside_numbers",
        ),
        frozenset(map(group_of, WIDE)),
    ),
    # Each asks by itself whose laptop it is.
    **dict.fromkeys(
        (
            "giro_sync_greet", "giro_sync_epoch", "giro_sync_carried", "giro_sync_digest",
            "giro_sync_push", "giro_sync_register", "giro_sync_wiped", "giro_sync_escrow",
            "giro_sync_attach", "giro_sync_key", "giro_sync_offered", "giro_sync_check_out",
            "giro_sync_check_in", "giro_sync_extend",
        ),
        _ALL,
    ),
    # Called by those alone.
    **dict.fromkeys(
        (
            "giro_sync_form", "giro_sync_last", "giro_sync_holders", "giro_sync_note",
            "giro_sync_serves", "giro_sync_hold", "giro_sync_sees", "giro_sync_row",
            "giro_sync_insert", "giro_sync_why", "giro_sync_is_tombstoned", "giro_sync_set_aside",
            "giro_sync_take", "giro_sync_verdict", "giro_sync_told", "giro_sync_answer",
            "giro_sync_decided", "giro_sync_formed", "giro_sync_differs", "giro_sync_change",
            "giro_sync_remove", "giro_sync_add", "giro_sync_beside", "giro_sync_news",
            "giro_sync_setting", "giro_sync_meet", "giro_sync_come",
            "giro_sync_stored", "giro_sync_put", "giro_sync_expect",
            "giro_pack_limit", "giro_pack_end",
            "giro_pack_plain", "giro_packable", "giro_packs_out", "giro_end_packs",
            "giro_answered_for",
            "giro_tell_notices", "giro_collides_with", "giro_sync_hold_agendas",
            "giro_sync_given_up", "giro_sync_recorded", "giro_attachment_limit",
            "giro_erasing_word", "giro_erasing_number",
            "giro_erasing_patterns", "giro_erasing_patterns_of", "giro_erased_text",
            "giro_erased_document", "giro_erased_columns", "giro_sorted_document",
            "giro_fact_hash", "giro_erasable", "giro_server_device", "giro_server_event",
            "giro_note_redactions", "giro_redact_row", "giro_bury_erased", "giro_erase_rows",
            "giro_erase_numbers", "giro_erase_contents", "giro_arriving_words",
        ),
        _NOBODY,
    ),
    # Called by the gatekeeper's functions alone.
    **dict.fromkeys(
        (
            "giro_may_admit", "giro_put_person", "giro_role_of", "giro_open_person",
            "giro_close_person",
        ),
        frozenset({GATEKEEPER}),
    ),
    # Called by triggers, for which nobody needs a grant.
    **dict.fromkeys(
        (
            "giro_renew_feed", "giro_note_owner_left", "giro_note_loan_ended", "giro_guard_claim",
            "giro_note_arrival", "giro_note_collision", "giro_sync_bury", "giro_sync_moved",
            "giro_sync_bury_any", "giro_sync_reread", "giro_sync_mark",
            "giro_refuse_packed", "giro_end_packs_of_owned", "giro_end_packs_of_gone",
            "giro_tell_collision",
            "giro_keep_erased", "giro_late_words",
        ),
        _NOBODY,
    ),
}  # fmt: skip
#: The gatekeeper's, who grants them (``gatekeeper.sql``).
_GATEKEEPERS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("giro_invite", "giro_revoke", "giro_end_sessions"), _INVITERS),
    "giro_accept": _ALL,
    **dict.fromkeys(("giro_is_own_login", "giro_check_verifier", "giro_note_reads"), _NOBODY),
}

#: Who may call a function, besides whose it is.
EXECUTION: Mapping[str, frozenset[str]] = {**_OWNERS, **_GATEKEEPERS}


def execution_statements() -> Iterator[str]:
    """Return what brings the grants on the owner's functions to what is declared."""
    everybody = ", ".join(("PUBLIC", GATEKEEPER, *GROUPS))
    for name, roles in _OWNERS.items():
        yield f"REVOKE ALL ON FUNCTION {name} FROM {everybody}"
        if roles:
            yield f"GRANT EXECUTE ON FUNCTION {name} TO {', '.join(sorted(roles))}"


def last_number() -> str:
    """Return what makes ``giro_last_number`` ask whose device it is.

    It locks the device until the transaction ends, so of somebody else's it would keep them from
    saving anything.
    """
    numbers = " UNION ALL ".join(
        f"SELECT max(device_seq) AS last FROM public.{table.name} WHERE device_id = device"
        for table in FACT_TABLES
    )
    return f"""CREATE OR REPLACE FUNCTION giro_last_number(device uuid) RETURNS bigint
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            PERFORM 1 FROM public.devices d WHERE d.id = device AND (d.user_id = public.giro_me()
                OR pg_has_role(session_user, '{OWNER}', 'MEMBER')) FOR UPDATE;
            IF NOT FOUND AND EXISTS (SELECT FROM public.devices d WHERE d.id = device) THEN
                RAISE insufficient_privilege USING MESSAGE = 'another user''s device';
            END IF;
            RETURN (SELECT coalesce(max(last), 0) FROM ({numbers}) AS numbers);
        END $$"""
