-- What the server itself writes into the trail: that somebody was erased, and which sealed facts say
-- less since. Such a fact keeps its old hash, which the seals hold; the event names that and the new
-- one, so that a check tells what was erased from what was tampered with.

-- The device under which the server's own events are numbered.
CREATE OR REPLACE FUNCTION giro_server_device() RETURNS uuid
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT '00000000-0000-7000-8000-00000000e5a5'::uuid $$;

CREATE OR REPLACE FUNCTION giro_server_event(
    what text, of_entity text, of_key uuid, more jsonb, who uuid
) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    device uuid := public.giro_server_device();
    present timestamptz := clock_timestamp();
    said jsonb;
BEGIN
    INSERT INTO public.devices (id, name, is_replica, created_at, updated_at)
    VALUES (device, 'servidor', false, present, present) ON CONFLICT (id) DO NOTHING;
    PERFORM 1 FROM public.devices d WHERE d.id = device FOR UPDATE;
    said := jsonb_build_object('id', gen_random_uuid(), 'user_id', who, 'action', what,
        'entity', of_entity, 'entity_id', of_key, 'detail', more, 'occurred_at', present,
        'previous_sha256', (SELECT a.content_sha256 FROM public.audit_events a
            WHERE a.device_id = device ORDER BY a.device_seq DESC LIMIT 1),
        'device_id', device, 'device_seq', public.giro_sync_last(device) + 1,
        'recorded_at', present);
    said := said || jsonb_build_object('content_sha256',
        public.giro_fact_hash('audit_events', said));
    INSERT INTO public.audit_events (id, user_id, action, entity, entity_id, detail, occurred_at,
        previous_sha256, device_id, device_seq, content_sha256, recorded_at)
    SELECT id, user_id, action, entity, entity_id, detail, occurred_at, previous_sha256, device_id,
        device_seq, content_sha256, recorded_at
    FROM jsonb_populate_record(NULL::public.audit_events, said);
END $$;

-- Tell of facts that say less now; some hundred an event.
CREATE OR REPLACE FUNCTION giro_note_redactions(
    of_entity text, of_key uuid, facts jsonb, who uuid
) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    part jsonb;
BEGIN
    FOR part IN SELECT jsonb_agg(one ORDER BY place) FROM jsonb_array_elements(facts)
        WITH ORDINALITY AS f(one, place) GROUP BY (place - 1) / 200 ORDER BY min(place)
    LOOP
        PERFORM public.giro_server_event('facts_redacted', of_entity, of_key,
            jsonb_build_object('facts', part), who);
    END LOOP;
END $$;

-- Every fact that says less, with the hash that it had and the hash of what it says now; of one that
-- was redacted twice the later event holds.
CREATE OR REPLACE FUNCTION giro_redactions()
    RETURNS TABLE (entity text, row_id uuid, was text, became text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF NOT public.giro_sees_all() THEN
        RAISE insufficient_privilege USING MESSAGE = 'facts are read by managers';
    END IF;
    RETURN QUERY SELECT DISTINCT ON (1, 2) f->>'entity', (f->>'row')::uuid, f->>'was', f->>'is'
    FROM public.audit_events a, jsonb_array_elements(a.detail->'facts') AS f
    WHERE a.action = 'facts_redacted' AND a.device_id = public.giro_server_device()
    ORDER BY 1, 2, a.device_seq DESC;
END $$;

-- The numbers of facts that a laptop brought and that were set aside: holes that are explained.
-- ``is_stored``: an administrator let the fact in later.
CREATE OR REPLACE FUNCTION giro_set_aside_numbers()
    RETURNS TABLE (device uuid, number bigint, is_stored boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT public.giro_sees_all() THEN
        RAISE insufficient_privilege USING MESSAGE = 'facts are read by managers';
    END IF;
    RETURN QUERY SELECT q.device_id, q.device_seq, bool_or(coalesce(q.resolution = 'stored', false))
    FROM public.quarantined_facts q WHERE q.reason <> 'content_differs' GROUP BY 1, 2;
END $$;
