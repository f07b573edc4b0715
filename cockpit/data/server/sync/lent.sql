-- Packs as those see them who answer for the sellers: who has whom along, and bringing them back.

-- Those of some people for whom the login answers: a supervisor for their teams, managers and
-- administrators for everybody, and whoever owns the server's database likewise.
CREATE OR REPLACE FUNCTION giro_answered_for(people uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce(array_agg(one), '{}') FROM unnest(people) AS one
    WHERE public.giro_sees_all() OR public.giro_may_admit()
        OR (public.giro_answers_for_others() AND one = ANY(public.giro_my_people()))
$$;

-- Everybody who is in a pack now. The seller's laptops say when they were heard of last, and how much
-- they had to send then: who brings back wants to know whether words are still under way.
CREATE OR REPLACE FUNCTION giro_packs_lent()
    RETURNS TABLE (
        user_id uuid, seller text, login text, customer_id uuid, name text, city text, state text,
        until timestamptz, is_contacted boolean, seen_at timestamptz, backlog bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH lent AS (
        SELECT p.* FROM public.portfolio_entries p
        WHERE p.is_pack AND p.left_at IS NULL AND p.expires_at > clock_timestamp()
    ), sellers AS (
        SELECT u.id, u.name, u.database_role, max(d.last_seen_at) AS seen_at,
            coalesce(sum(d.backlog), 0) AS backlog
        FROM public.users u
        LEFT JOIN public.devices d ON d.user_id = u.id AND d.is_replica
            AND d.revoked_at IS NULL AND d.wiped_at IS NULL
        WHERE u.id = ANY(public.giro_answered_for(ARRAY(SELECT DISTINCT l.user_id FROM lent l)))
        GROUP BY u.id
    )
    SELECT s.id, s.name::text, coalesce(s.database_role, '')::text, c.id,
        coalesce(nullif(c.trade_name, ''), c.legal_name)::text, coalesce(c.city, '')::text,
        coalesce(c.state, '')::text, l.expires_at,
        EXISTS (SELECT FROM public.contacts t WHERE t.customer_id = c.id AND t.user_id = s.id
            AND coalesce(t.stored_at, t.recorded_at) >= l.entered_at),
        s.seen_at, s.backlog
    FROM lent l
    JOIN sellers s ON s.id = l.user_id
    JOIN public.customers c ON c.id = l.customer_id
    ORDER BY s.name, s.id, l.expires_at, 6, 5, c.id
$$;

-- Bring customers of a seller's pack back to the shared list; of nobody in particular, all of them.
-- The laptop hears of it at its next contact, and what was written about them counts all the same.
-- Locked first, so that a pack which is made longer at this moment is found as it is afterwards.
CREATE OR REPLACE FUNCTION giro_bring_back(of_user uuid, whom uuid[]) RETURNS uuid[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    ended uuid[];
BEGIN
    IF cardinality(public.giro_answered_for(ARRAY[of_user])) = 0 THEN
        RAISE EXCEPTION 'pack_not_yours' USING ERRCODE = 'GI001';
    END IF;
    PERFORM 1 FROM public.customers c
        WHERE c.id IN (SELECT o.customer_id FROM public.giro_packs_out(of_user) o)
            AND (whom IS NULL OR c.id = ANY(whom))
        ORDER BY c.id FOR NO KEY UPDATE;
    ended := public.giro_end_packs(ARRAY(SELECT p.id FROM public.giro_packs_out(of_user) p
        WHERE whom IS NULL OR p.customer_id = ANY(whom)));
    RAISE LOG 'giro: % brought % customers of % back', session_user, cardinality(ended), of_user;
    RETURN ended;
END $$;
