-- What time does to loans, packs, deletions and marks: done by the keeper, each hour.

-- Loans and packs whose time is over end. Deletions of more than 180 days ago are forgotten; the
-- first cursor that missed none of them is noted, for the greeting: who stands before it reads
-- everything anew. Numbers of a database that this one was restored from mean nothing here.
CREATE OR REPLACE FUNCTION giro_sync_upkeep() RETURNS TABLE (ended bigint, forgotten bigint)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    present bigint := pg_current_xact_id()::text::bigint;
    known bigint;
    last bigint;
BEGIN
    IF NOT public.giro_sees_all() THEN
        RAISE insufficient_privilege USING MESSAGE = 'the keeper is a manager or administrator';
    END IF;
    UPDATE public.portfolio_entries SET left_at = expires_at
    WHERE left_at IS NULL AND expires_at <= clock_timestamp();
    GET DIAGNOSTICS ended = ROW_COUNT;
    -- Of what has ended each table's last mark tells as much as all of them; what is to come is of
    -- the database that this one was restored from.
    DELETE FROM public.feed_marks AS mark USING (
        SELECT f.entity, max(f.feed_xid) FILTER (WHERE f.feed_xid
            < pg_snapshot_xmin(pg_current_snapshot())::text::bigint) AS last
        FROM public.feed_marks f GROUP BY f.entity) AS kept
    WHERE mark.entity = kept.entity AND (mark.feed_xid < kept.last
        OR mark.feed_xid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint);
    WITH gone AS (
        -- Who was erased stays so, whoever comes back when.
        DELETE FROM public.tombstones WHERE deleted_at < clock_timestamp() - interval '180 days'
            AND reason IS DISTINCT FROM 'erased'
        RETURNING feed_xid
    )
    SELECT count(*), max(feed_xid) FILTER (WHERE feed_xid < present) INTO forgotten, last FROM gone;
    SELECT (s.value #>> '{}')::bigint INTO known FROM public.settings s
    WHERE s.scope = 'company' AND s.owner_id IS NULL AND s.key = 'server.tombstones_from'
        AND s.value #>> '{}' ~ '^[0-9]{1,18}$';
    last := greatest(last + 1, CASE WHEN known <= present THEN known END);
    IF last IS NOT NULL AND last IS DISTINCT FROM known THEN
        INSERT INTO public.settings (id, scope, key, value, created_at, updated_at)
        VALUES (gen_random_uuid(), 'company', 'server.tombstones_from', to_jsonb(last),
            clock_timestamp(), clock_timestamp())
        ON CONFLICT (scope, key) WHERE owner_id IS NULL
        DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at;
    ELSIF last IS NULL AND known IS NOT NULL THEN
        DELETE FROM public.settings
        WHERE scope = 'company' AND owner_id IS NULL AND key = 'server.tombstones_from';
    END IF;
    RETURN NEXT;
END $$;
