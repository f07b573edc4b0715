-- What administrators see and decide of laptops, and of what laptops brought and nobody could
-- store. The login that prepared the database may as well; it is nobody in it.

CREATE OR REPLACE FUNCTION giro_devices()
    RETURNS TABLE (
        id uuid, name text, owner text, login text, last_seen_at timestamptz, backlog integer,
        program text, schema_revision text, revoked_at timestamptz, repull_at timestamptz,
        wiped_at timestamptz, has_key boolean, quarantined bigint, created_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE insufficient_privilege USING MESSAGE = 'laptops are looked after by administrators';
    END IF;
    RETURN QUERY SELECT d.id, d.name::text, u.name::text, u.database_role::text, d.last_seen_at,
        d.backlog, d.program::text, d.schema_revision::text, d.revoked_at, d.repull_at, d.wiped_at,
        EXISTS (SELECT FROM public.device_keys k WHERE k.device_id = d.id),
        (SELECT count(*) FROM public.quarantined_facts q
            WHERE q.device_id = d.id AND q.resolved_at IS NULL),
        d.created_at
    FROM public.devices d
    LEFT JOIN public.users u ON u.id = d.user_id
    WHERE d.is_replica
    ORDER BY d.last_seen_at DESC NULLS LAST, d.id;
END $$;

-- One that said that its key is gone has nothing left to come back to: it is set up anew.
CREATE OR REPLACE FUNCTION giro_decide_device(device uuid, decision text) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE known public.devices%ROWTYPE;
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE insufficient_privilege USING MESSAGE = 'laptops are looked after by administrators';
    END IF;
    SELECT * INTO known FROM public.devices WHERE id = device AND is_replica FOR UPDATE;
    IF known.id IS NULL THEN
        RAISE EXCEPTION 'device_unknown' USING ERRCODE = 'GI001';
    END IF;
    CASE decision
        WHEN 'revoke' THEN
            UPDATE public.devices SET revoked_at = coalesce(revoked_at, clock_timestamp()),
                updated_at = clock_timestamp() WHERE id = device;
        WHEN 'allow' THEN
            IF known.wiped_at IS NOT NULL THEN
                RAISE EXCEPTION 'device_wiped' USING ERRCODE = 'GI001';
            END IF;
            UPDATE public.devices SET revoked_at = NULL, updated_at = clock_timestamp()
            WHERE id = device;
        WHEN 'repull' THEN
            UPDATE public.devices SET repull_at = clock_timestamp(), updated_at = clock_timestamp()
            WHERE id = device;
    END CASE;
END $$;

-- Numbered in the order of arrival, which never changes: what was decided stays on the list.
CREATE OR REPLACE FUNCTION giro_quarantine()
    RETURNS TABLE (
        number bigint, id uuid, entity text, entity_id uuid, device_id uuid, device text,
        owner text, device_seq bigint, reason text, payload jsonb, received_at timestamptz,
        resolved_at timestamptz, resolution text, resolved_by text, remark text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE insufficient_privilege USING MESSAGE = 'laptops are looked after by administrators';
    END IF;
    RETURN QUERY SELECT row_number() OVER (ORDER BY q.received_at, q.id), q.id, q.entity::text,
        q.entity_id, q.device_id, d.name::text, u.name::text, q.device_seq, q.reason::text,
        q.payload, q.received_at, q.resolved_at, q.resolution::text, r.name::text, q.remark::text
    FROM public.quarantined_facts q
    LEFT JOIN public.devices d ON d.id = q.device_id
    LEFT JOIN public.users u ON u.id = d.user_id
    LEFT JOIN public.users r ON r.id = q.resolved_by
    ORDER BY q.received_at, q.id;
END $$;

-- The row is kept whatever is decided.
CREATE OR REPLACE FUNCTION giro_discard_fact(fact uuid, why text) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE insufficient_privilege USING MESSAGE = 'laptops are looked after by administrators';
    END IF;
    IF trim(why) = '' THEN
        RAISE EXCEPTION 'quarantine_reason' USING ERRCODE = 'GI001';
    END IF;
    UPDATE public.quarantined_facts SET resolved_at = clock_timestamp(),
        resolution = 'discarded', resolved_by = public.giro_me(), remark = trim(why)
    WHERE id = fact AND resolved_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'quarantine_settled' USING ERRCODE = 'GI001';
    END IF;
END $$;

-- Whose it is and who saw the customer when is the administrator's to judge; what the database
-- itself wants of a row (its key, its parents, its words) holds here too, and so do deletions.
-- Returns why it cannot be stored, empty where it is.
CREATE OR REPLACE FUNCTION giro_store_fact(fact uuid) RETURNS text
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    kept public.quarantined_facts%ROWTYPE;
    named text;
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE insufficient_privilege USING MESSAGE = 'laptops are looked after by administrators';
    END IF;
    SELECT * INTO kept FROM public.quarantined_facts
    WHERE id = fact AND resolved_at IS NULL FOR UPDATE;
    IF kept.id IS NULL THEN
        RAISE EXCEPTION 'quarantine_settled' USING ERRCODE = 'GI001';
    END IF;
    -- A fact's table has these, and no other has them all.
    IF kept.entity !~ '^[a-z_]+$' OR kept.entity IN ('commands', 'quarantined_facts') THEN
        RETURN 'not_a_fact';
    END IF;
    IF 3 > (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = to_regclass(
                'public.' || quote_ident(kept.entity)) AND NOT a.attisdropped
                AND a.attname IN ('device_id', 'device_seq', 'content_sha256')) THEN
        RETURN 'not_a_fact';
    END IF;
    -- Nobody speaks in another's name, whoever lets the words in.
    IF kept.payload->>'device_id' IS DISTINCT FROM kept.device_id::text
            OR kept.payload->>'device_seq' IS DISTINCT FROM kept.device_seq::text
            OR EXISTS (SELECT FROM unnest(ARRAY['user_id', 'author_id', 'reviewer_id']) AS c(author)
                WHERE kept.payload ? author AND kept.payload->>author IS DISTINCT FROM (
                    SELECT d.user_id::text FROM public.devices d WHERE d.id = kept.device_id)) THEN
        RETURN 'another_name';
    END IF;
    IF EXISTS (SELECT FROM public.tombstones t
            WHERE t.entity = kept.entity AND t.entity_id = kept.entity_id) THEN
        RETURN 'deleted';
    END IF;
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO named
    FROM pg_attribute a
    WHERE a.attrelid = to_regclass('public.' || quote_ident(kept.entity)) AND a.attnum > 0
        AND NOT a.attisdropped AND a.attgenerated = '' AND kept.payload ? a.attname
        AND a.attname NOT IN ('row_version', 'feed_xid', 'stored_at');
    BEGIN
        PERFORM 1 FROM public.devices WHERE id = kept.device_id FOR UPDATE;
        EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s'
            ' FROM jsonb_populate_record(NULL::public.%1$I, $1)', kept.entity, named)
        USING kept.payload;
    EXCEPTION
        WHEN unique_violation THEN RETURN 'another_is_there';
        WHEN foreign_key_violation THEN RETURN 'parent_missing';
        WHEN integrity_constraint_violation OR data_exception OR program_limit_exceeded THEN
            RETURN 'unreadable';
    END;
    UPDATE public.quarantined_facts SET resolved_at = clock_timestamp(), resolution = 'stored',
        resolved_by = public.giro_me()
    WHERE id = fact;
    RETURN '';
END $$;
