-- What a laptop sends: facts, which are stored once, and commands, each of which is decided once.
-- ``giro_sync_form`` tells what is declared of a table. Nobody may call these but ``giro_sync_push``,
-- which holds the laptop's row.

-- Whether the login has to do with a customer: now, or at any time, as what was said then counts.
CREATE OR REPLACE FUNCTION giro_sync_sees(whom uuid, is_once boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT whom = ANY(public.giro_lent())
        OR EXISTS (SELECT 1 FROM public.customers c
            WHERE c.id = whom AND c.owner_id = public.giro_me())
        OR is_once AND (
            EXISTS (SELECT 1 FROM public.customer_departures d
                WHERE d.customer_id = whom AND d.user_id = public.giro_me())
            OR EXISTS (SELECT 1 FROM public.portfolio_entries p
                WHERE p.customer_id = whom AND p.user_id = public.giro_me()))
$$;

-- A row as it is, locked: whose it is, whether the login reads it at all, and may change it.
CREATE OR REPLACE FUNCTION giro_sync_row(
    of_entity text, form jsonb, of_key uuid,
    OUT present jsonb, OUT customer uuid, OUT is_seen boolean, OUT is_kept boolean
)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    EXECUTE format('SELECT to_jsonb(%1$I), %3$s, %4$s, %5$s FROM public.%1$I'
        ' WHERE %1$I.%2$I = $1 FOR UPDATE OF %1$I',
        of_entity, form->>'key', form->>'customer', form->>'seen', form->>'kept')
        INTO present, customer, is_seen, is_kept USING of_key;
    is_seen := present IS NOT NULL AND is_seen
        AND (customer IS NULL OR public.giro_sync_sees(customer, false));
END $$;

-- Add a row of a laptop's with the columns that it names, and return whose it is.
CREATE OR REPLACE FUNCTION giro_sync_insert(of_entity text, form jsonb, said jsonb) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    named text;
    whose uuid;
    is_allowed boolean;
BEGIN
    IF NOT (form->'columns') ?& ARRAY(SELECT jsonb_object_keys(said - '{row_version,feed_xid}'::text[]))
    THEN
        RAISE invalid_parameter_value USING MESSAGE = 'unknown column';
    END IF;
    IF form->>'up' = 'FACTS' THEN
        SELECT put.whose, put.is_allowed INTO whose, is_allowed
            FROM public.giro_sync_put(of_entity, said) AS put;
    ELSE
        SELECT string_agg(quote_ident(one), ', ' ORDER BY one) INTO named
            FROM jsonb_object_keys(said - '{row_version,feed_xid}'::text[]) AS one;
        EXECUTE format('INSERT INTO public.%1$I (%2$s) SELECT %2$s'
            ' FROM jsonb_populate_record(NULL::public.%1$I, $1) RETURNING %3$s, %4$s',
            of_entity, named, form->>'customer', form->>'added')
            INTO whose, is_allowed USING said;
    END IF;
    IF is_allowed IS NOT TRUE OR NOT (whose IS NULL OR public.giro_sync_sees(whose, true)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'not yours';
    END IF;
    RETURN whose;
END $$;

-- Why a row cannot be stored, by the database's own code.
CREATE OR REPLACE FUNCTION giro_sync_why(state text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE state WHEN '42501' THEN 'not_yours' WHEN '23503' THEN 'parent_missing'
        WHEN '23505' THEN 'not_unique'
        ELSE CASE left(state, 2) WHEN '23' THEN 'breaks_rule' ELSE 'unreadable' END END
$$;

CREATE OR REPLACE FUNCTION giro_sync_is_tombstoned(of_entity text, of_key uuid)
    RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT 1 FROM public.tombstones t WHERE t.entity = of_entity
        AND t.entity_id = of_key AND t.reason IS DISTINCT FROM 'moved')
$$;

-- Set a fact aside. Of what was erased nothing comes back, not even here.
CREATE OR REPLACE FUNCTION giro_sync_set_aside(
    of_device uuid, entry jsonb, expected text, why text
) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    said jsonb := entry->'row';
    of_key uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    IF said->>'id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
        of_key := (said->>'id')::uuid;
    END IF;
    BEGIN
        said := said || coalesce(public.giro_arriving_words(entry->>'entity', said), '{}');
    EXCEPTION WHEN data_exception THEN
        NULL;  -- it names nobody by a key
    END;
    INSERT INTO public.quarantined_facts (id, entity, entity_id, device_id, device_seq,
        expected_sha256, received_sha256, reason, payload, received_at, resolved_at, resolution)
    SELECT gen_random_uuid(), left(coalesce(entry->>'entity', ''), 60), of_key, of_device,
        (entry->>'number')::bigint, expected, left(coalesce(said->>'content_sha256', ''), 64), why,
        CASE WHEN why = 'erased' THEN jsonb_build_object('id', of_key) ELSE coalesce(said, '{}') END,
        clock_timestamp(),
        -- Of somebody erased there is nothing to decide.
        CASE WHEN why = 'erased' THEN clock_timestamp() END,
        CASE WHEN why = 'erased' THEN 'discarded' END
    WHERE NOT EXISTS (SELECT 1 FROM public.quarantined_facts q WHERE q.device_id = of_device
        AND q.device_seq = (entry->>'number')::bigint AND q.entity_id = of_key
        AND q.received_sha256 = left(coalesce(said->>'content_sha256', ''), 64));
    RETURN jsonb_build_object('answer', CASE WHEN entry->>'entity' = 'commands'
        THEN 'rejected' ELSE 'quarantined' END, 'reason', why);
END $$;

-- Store one fact or command and say what became of it; null where another laptop has its number.
CREATE OR REPLACE FUNCTION giro_sync_take(of_device uuid, entry jsonb, last bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    of_entity text := entry->>'entity';
    said jsonb := entry->'row';
    form jsonb := public.giro_sync_form(of_entity);
    of_key uuid;
    stored text;
    whose uuid;
    why text;
    erased jsonb;
BEGIN
    IF form IS NULL OR form->>'up' <> 'FACTS' THEN
        RETURN public.giro_sync_set_aside(of_device, entry, NULL, 'unknown_entity');
    END IF;
    of_key := (said->>'id')::uuid;
    stored := public.giro_sync_stored(of_entity, of_key);
    IF stored = said->>'content_sha256' THEN
        RETURN CASE of_entity WHEN 'commands' THEN public.giro_sync_told(said)
            ELSE '{"answer": "known"}' END;
    ELSIF stored IS NOT NULL THEN
        RETURN public.giro_sync_set_aside(of_device, entry, stored, 'content_differs');
    END IF;
    IF (entry->>'number')::bigint <= last AND of_key <> ANY(
        public.giro_sync_holders(of_device, (entry->>'number')::bigint)) THEN
        RETURN NULL;
    END IF;
    IF (said->>'device_id')::uuid IS DISTINCT FROM of_device
        OR said->'device_seq' IS DISTINCT FROM entry->'number' THEN
        why := 'not_yours';
    ELSIF (entry->>'number')::bigint < 1 THEN
        why := 'breaks_rule';  -- it would stand before what is sealed
    ELSIF EXISTS (SELECT 1 FROM public.tombstones t WHERE t.reason = 'erased'
        AND (t.entity, t.entity_id) IN ((of_entity, of_key),
            (said->>'entity', CASE of_entity WHEN 'commands' THEN (said->>'entity_id')::uuid END)))
    THEN
        why := 'erased';
    ELSIF public.giro_sync_is_tombstoned(of_entity, of_key) THEN
        why := 'gone';
    ELSIF of_entity = 'attachments' AND (said->>'size')::bigint > public.giro_attachment_limit()
        -- Or what somebody pasted by mistake: it is kept, and looked at no closer.
        OR pg_column_size(entry) > 4194304 THEN
        why := 'too_large';
    END IF;
    IF why IN ('erased', 'too_large') AND of_entity = 'commands' THEN
        -- The laptop lets go of its own words at once, for the row as it is.
        RETURN public.giro_sync_told(said)
            || public.giro_sync_set_aside(of_device, entry, NULL, why);
    ELSIF why IS NOT NULL THEN
        RETURN public.giro_sync_set_aside(of_device, entry, NULL, why);
    END IF;
    erased := public.giro_arriving_words(of_entity, said);
    whose := public.giro_sync_insert(of_entity, form, said || coalesce(erased, '{}'));
    IF erased <> '{}' THEN
        PERFORM public.giro_note_redactions(of_entity, of_key, jsonb_build_array(
            jsonb_build_object('entity', of_entity, 'row', of_key, 'was', said->>'content_sha256',
                'is', public.giro_fact_hash(of_entity, said || erased))), NULL);
    END IF;
    IF of_entity = 'commands' AND entry->'given_up' = 'true' THEN
        RETURN public.giro_sync_given_up(said);
    ELSIF of_entity = 'commands' THEN
        RETURN public.giro_sync_answer(said);
    END IF;
    RETURN jsonb_build_object('answer', 'stored', 'customer', whose);
EXCEPTION WHEN integrity_constraint_violation OR data_exception OR insufficient_privilege
    -- A note of a million words, say, which no index takes.
    OR program_limit_exceeded THEN
    RETURN public.giro_sync_set_aside(of_device, entry, NULL, public.giro_sync_why(SQLSTATE));
END $$;

-- Lock the customers whose next contact changes, in one order, as whoever sets one at the office does:
-- a customer has one, and neither shall find the other's in its place.
CREATE OR REPLACE FUNCTION giro_sync_hold_agendas(entries jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH said AS MATERIALIZED (
        SELECT one->'row' AS row FROM jsonb_array_elements(entries) AS one
        WHERE one->>'entity' = 'commands' AND one->'row'->>'entity' = 'appointments'
    ), named AS MATERIALIZED (
        SELECT key::uuid FROM (SELECT row->>'entity_id' AS key FROM said
            UNION SELECT row->'value'->>'customer_id' FROM said) AS keys
        WHERE key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    )
    SELECT 1 FROM public.customers c WHERE c.id = ANY(ARRAY(
        SELECT key FROM named UNION SELECT a.customer_id FROM public.appointments a
            WHERE a.id = ANY(ARRAY(SELECT key FROM named))))
    ORDER BY c.id FOR NO KEY UPDATE
$$;

-- Store what a laptop sends, in its order, and answer each; it ends before a number that the server
-- has of another row: then this laptop's file is a copy.
CREATE OR REPLACE FUNCTION giro_sync_push(of_device uuid, entries jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    entry jsonb;
    answer jsonb;
    answers jsonb[] := '{}';
    touched uuid[] := '{}';
    last bigint;
BEGIN
    IF jsonb_array_length(entries) > 500 THEN
        RAISE program_limit_exceeded USING MESSAGE = 'at most 500 entries at once';
    END IF;
    PERFORM public.giro_sync_hold(of_device);
    PERFORM public.giro_sync_hold_agendas(entries);
    last := public.giro_sync_last(of_device);
    FOR entry IN SELECT one FROM jsonb_array_elements(entries) AS one LOOP
        answer := public.giro_sync_take(of_device, entry, last);
        EXIT WHEN answer IS NULL;
        touched := touched || (answer->>'customer')::uuid;
        last := greatest(last, (entry->>'number')::bigint);
        answers := answers || jsonb_build_object('number', entry->'number',
            'answer', answer->'answer', 'reason', coalesce(answer->>'reason', ''),
            'row', answer->'row');
    END LOOP;
    PERFORM public.giro_sync_note(touched);
    RETURN to_jsonb(answers);
END $$;
