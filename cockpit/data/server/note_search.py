"""The function of a team's server that searches notes."""

from cockpit.data.note_words import WORDS

_SEARCH = f"""RETURN QUERY SELECT c.id, c.occurred_at FROM public.contacts c
            WHERE {WORDS.format(note="c.note")} @@ words
                AND c.occurred_at >= since AND c.occurred_at <= before
                AND (c.occurred_at, c.id) < (before, before_id)
                AND (whose IS NULL OR c.user_id = ANY(whose)){{sight}}
            ORDER BY c.occurred_at DESC, c.id DESC LIMIT most;"""
#: As the policy of customers says it.
_SIGHT = """
                AND EXISTS (SELECT 1 FROM public.customers k WHERE k.id = c.customer_id
                    AND ((k.owner_id IS NULL AND shares) OR k.owner_id = ANY(people)
                        OR k.id = ANY(lent)))"""


def notes_matching() -> str:
    """Return what makes ``giro_notes_matching`` tell of nobody whom the login does not see.

    Under policies the index of words would not be used, for its operator is not leakproof: so the
    function looks past them, and asks itself whose customers these are.
    """
    return f"""CREATE OR REPLACE FUNCTION giro_notes_matching(
        wanted text, since timestamptz, before timestamptz, before_id uuid, whose uuid[],
        most integer)
    RETURNS TABLE (contact_id uuid, occurred_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
    DECLARE
        people uuid[] := public.giro_my_people();
        lent uuid[] := public.giro_lent();
        shares boolean := public.giro_shares();
        words tsquery := wanted::tsquery;
    BEGIN
        IF public.giro_sees_all() THEN
            {_SEARCH.format(sight="")}
        ELSIF public.giro_knows_me() THEN
            {_SEARCH.format(sight=_SIGHT)}
        END IF;
    END $$"""
