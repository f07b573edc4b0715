-- A laptop says who it is and how far it has come; the answer says whether there is anything to do.
-- Asked every minute by laptops that have nothing to do: one round trip, and a write a minute.

CREATE OR REPLACE FUNCTION giro_sync_setting(of_key text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT s.value FROM public.settings s
    WHERE s.scope = 'company' AND s.owner_id IS NULL AND s.key = of_key
$$;

-- Store what a laptop says of itself; not each time, where nothing is new about it.
CREATE OR REPLACE FUNCTION giro_sync_meet(known public.devices, said jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    UPDATE public.devices AS met SET
        last_seen_at = clock_timestamp(), backlog = (said->>'backlog')::int,
        "cursor" = (said->>'cursor')::bigint, program = left(said->>'program', 60),
        schema_revision = left(said->>'schema', 60),
        -- It was told, and read since: whatever a laptop reads after it was told, is everything.
        repull_at = CASE WHEN met.last_seen_at > met.repull_at
            AND met."cursor" IS DISTINCT FROM (said->>'cursor')::bigint THEN NULL
            ELSE met.repull_at END
    WHERE met.id = known.id AND (met.repull_at IS NOT NULL
        OR met.last_seen_at IS NULL OR met.last_seen_at < clock_timestamp() - interval '1 minute'
        OR (met.backlog, met."cursor", met.program, met.schema_revision) IS DISTINCT FROM (
            (said->>'backlog')::int, (said->>'cursor')::bigint, left(said->>'program', 60),
            left(said->>'schema', 60)))
$$;

-- How far a laptop has come that there are no news for; null where there are. Whose window grew
-- long begins its next one here, as if it had read: else each asking looks through all of it.
CREATE OR REPLACE FUNCTION giro_sync_come(known public.devices, said jsonb, epoch text)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    since bigint := (said->>'cursor')::bigint;
    come bigint;
BEGIN
    IF since = 0 OR epoch <> said->>'epoch' OR said->>'carried' <> public.giro_sync_digest() THEN
        RETURN NULL;
    END IF;
    come := public.giro_sync_news(since);
    IF come IS NULL THEN
        RETURN NULL;
    ELSIF come - since < 1000 OR known.repull_at IS NOT NULL THEN
        RETURN since;
    END IF;
    UPDATE public.devices AS met SET "cursor" = come WHERE met.id = known.id;
    RETURN come;
END $$;

CREATE OR REPLACE FUNCTION giro_sync_greet(of_device uuid, said jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    known public.devices;
    says text := 'unknown';
    epoch text := public.giro_sync_epoch();
    oldest bigint := coalesce((SELECT (one #>> '{}')::bigint
        FROM public.giro_sync_setting('server.tombstones_from') AS one
        WHERE one #>> '{}' ~ '^[0-9]{1,18}$'), 0);
    last bigint := 0;
    come bigint;
BEGIN
    SELECT * INTO known FROM public.devices d
        WHERE d.id = of_device AND d.is_replica AND d.user_id = public.giro_me();
    IF FOUND THEN
        says := CASE WHEN known.revoked_at IS NOT NULL THEN 'revoked'
            ELSE public.giro_sync_serves(said->>'schema') END;
        -- A file that stands where it stood the last time has the numbers that it had.
        IF says <> 'revoked' AND ((said->>'cursor')::bigint = 0
            OR (said->>'cursor')::bigint <> known."cursor" OR (said->>'backlog')::int <> 0
            OR epoch IS DISTINCT FROM said->>'epoch') THEN
            last := public.giro_sync_last(of_device);
        END IF;
        PERFORM public.giro_sync_meet(known, said);
        SELECT * INTO known FROM public.devices d WHERE d.id = of_device;
    END IF;
    -- A restored server counts its transactions anew: what is to come tells nothing.
    IF oldest > pg_snapshot_xmax(pg_current_snapshot())::text::bigint THEN
        oldest := 0;
    END IF;
    IF says = 'welcome' AND (said->>'cursor')::bigint >= oldest THEN
        come := public.giro_sync_come(known, said, epoch);
    END IF;
    RETURN jsonb_build_object('says', says, 'epoch', epoch, 'present', clock_timestamp(),
        'schema', (SELECT version_num FROM public.alembic_version),
        'last_number', last,
        'is_repull', known.repull_at IS NOT NULL,
        'oldest_cursor', oldest,
        'has_news', says = 'welcome' AND come IS NULL,
        'cursor', coalesce(come, 0),
        'lives_days', public.giro_pack_limit('field.lives_days', 30));
END $$;
