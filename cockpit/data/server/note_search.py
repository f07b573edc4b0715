"""The function of a team's server that searches notes."""

INDEX = "ix_contacts_note_words"
#: How many of the newest contacts are looked through at first for each match that is wanted, and
#: how many at most before the index of words is asked.
_WINDOW, _WIDEST = 16, 12_000
_MEANT = """{one}.occurred_at >= since AND {one}.occurred_at <= before
                    AND ({one}.occurred_at, {one}.id) < (before, before_id)
                    AND (whose IS NULL OR {one}.user_id = ANY(whose))"""
_SEARCH = f"""WHILE looked <= {_WIDEST} LOOP
                SELECT array_agg(m.id ORDER BY m.occurred_at DESC, m.id DESC),
                    array_agg(m.occurred_at ORDER BY m.occurred_at DESC, m.id DESC)
                    INTO keys, instants
                    FROM (
                        SELECT c.id, c.occurred_at FROM (
                            SELECT t.id, t.occurred_at, t.customer_id, t.note_words
                            FROM public.contacts t WHERE {_MEANT.format(one="t")}
                            ORDER BY t.occurred_at DESC, t.id DESC LIMIT looked
                        ) c
                        WHERE c.note_words @@ words{{sight}}
                        ORDER BY c.occurred_at DESC, c.id DESC LIMIT most
                    ) m;
                IF cardinality(keys) >= most THEN
                    RETURN QUERY SELECT * FROM unnest(keys, instants);
                    RETURN;
                END IF;
                looked := looked * most * 3 / 2 / nullif(cardinality(keys), 0);
            END LOOP;
            RETURN QUERY WITH matches AS MATERIALIZED (
                SELECT t.id, t.occurred_at, t.customer_id FROM public.contacts t
                WHERE t.note_words @@ words AND {_MEANT.format(one="t")}
            )
            SELECT c.id, c.occurred_at FROM matches c WHERE true{{sight}}
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

    The planner takes each beginning of a word for as common as any other (2% of all notes). So the
    function does not leave it the choice: it looks through the newest contacts, through more where
    those held some, which is the end of it where the words are common together; otherwise it asks
    the index of words, which has to look at all notes that hold them.
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
        keys uuid[];
        instants timestamptz[];
        looked bigint := CASE WHEN most < {_WIDEST} THEN least({_WINDOW} * most, {_WIDEST}) END;
    BEGIN
        IF public.giro_sees_all() THEN
            {_SEARCH.format(sight="")}
        ELSIF public.giro_knows_me() THEN
            {_SEARCH.format(sight=_SIGHT)}
        END IF;
    END $$"""
