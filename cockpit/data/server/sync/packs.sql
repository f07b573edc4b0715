-- Packs: customers of nobody whom somebody takes along for chosen days. Whoever is in one is not
-- offered or claimed at the office. A pack ends by the database's clock, whoever looks.

CREATE OR REPLACE FUNCTION giro_pack_limit(of_key text, otherwise integer) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN said ~ '^[0-9]{1,4}$' THEN said::integer ELSE otherwise END
    FROM (SELECT public.giro_sync_setting(of_key) #>> '{}' AS said) AS one
$$;

-- The end of a day so many days from now, where the company is.
CREATE OR REPLACE FUNCTION giro_pack_end(days integer) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT (date_trunc('day', clock_timestamp() AT TIME ZONE 'America/Sao_Paulo')
        + make_interval(days => least(days, 10000) + 1, mins => -1)) AT TIME ZONE 'America/Sao_Paulo'
$$;

CREATE OR REPLACE FUNCTION giro_pack_plain(written text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT translate(lower(trim(written)), 'áàâãäéèêëíìîïóòôõöúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')
$$;

-- Who may be taken along now: nobody's, and whom the office could be offered. Whoever is blocked,
-- wants no visit, rests, is in a running campaign, with a colleague, lent, or waits for a
-- colleague's own callback, stays. Asked of everybody, or of some; in some cities, each named with
-- its state, of one segment.
CREATE OR REPLACE FUNCTION giro_packable(among uuid[], cities text[], of_segment uuid)
    RETURNS TABLE (id uuid, city text, state text, segment_id uuid, at_risk bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT c.id, c.city, c.state, c.segment_id, coalesce(m.at_risk_cents, 0)
    FROM (
        SELECT * FROM public.customers one WHERE among IS NULL
            AND (cities IS NULL OR concat_ws(' - ', one.city, one.state) = ANY(cities))
            AND (of_segment IS NULL OR one.segment_id = of_segment)
        UNION ALL SELECT * FROM public.customers one WHERE one.id = ANY(among)
    ) AS c
    LEFT JOIN public.customer_metrics m ON m.customer_id = c.id
    WHERE c.owner_id IS NULL AND NOT c.is_blocked
        AND NOT EXISTS (SELECT FROM public.claims k WHERE k.customer_id = c.id
            AND k.state = 'active' AND k.lease_until > clock_timestamp())
        AND NOT EXISTS (SELECT FROM public.portfolio_entries p WHERE p.customer_id = c.id
            AND p.left_at IS NULL AND (p.expires_at IS NULL OR p.expires_at > clock_timestamp()))
        AND NOT EXISTS (SELECT FROM public.appointments a WHERE a.customer_id = c.id
            AND a.state = 'open' AND a.kind = 'my_callback' AND a.user_id <> public.giro_me()
            AND a.due_at > clock_timestamp() - interval '1 day')
        AND NOT EXISTS (SELECT FROM public.queue_holds h WHERE h.customer_id = c.id
            AND (h.until_at IS NULL OR h.until_at > clock_timestamp()))
        AND NOT EXISTS (SELECT FROM public.campaign_members g
            JOIN public.campaigns r ON r.id = g.campaign_id
            WHERE g.customer_id = c.id AND r.published_at IS NOT NULL AND r.ended_at IS NULL
                AND (clock_timestamp() AT TIME ZONE 'America/Sao_Paulo')::date
                    BETWEEN r.starts_on AND coalesce(r.ends_on, 'infinity'))
        -- Few ever forbade anything; what these said last counts.
        AND (c.id NOT IN (SELECT w.customer_id FROM public.contact_permissions w
                WHERE w.is_forbidden AND w.person_id IS NULL)
            OR (SELECT w.is_forbidden FROM public.contact_permissions w
                WHERE w.customer_id = c.id AND w.person_id IS NULL
                    AND (w.channel IS NULL OR w.channel = 'visit')
                ORDER BY w.stated_at DESC, w.id DESC LIMIT 1) IS NOT TRUE)
$$;

CREATE OR REPLACE FUNCTION giro_packs_out(of_user uuid) RETURNS SETOF public.portfolio_entries
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT p.* FROM public.portfolio_entries p WHERE p.user_id = of_user AND p.is_pack
        AND p.left_at IS NULL AND p.expires_at > clock_timestamp()
$$;

-- End packs, and tell whoever shows them.
CREATE OR REPLACE FUNCTION giro_end_packs(which uuid[]) RETURNS uuid[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    whose uuid[];
BEGIN
    WITH ended AS (
        UPDATE public.portfolio_entries p SET left_at = least(p.expires_at, clock_timestamp())
        WHERE p.id = ANY(which) AND p.left_at IS NULL RETURNING p.customer_id
    )
    SELECT coalesce(array_agg(customer_id), '{}') INTO whose FROM ended;
    PERFORM public.giro_sync_note(whose);
    RETURN whose;
END $$;

-- What may be taken: how many in which city and segment, how many one has, and the limits.
CREATE OR REPLACE FUNCTION giro_sync_offered(of_device uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    PERFORM public.giro_sync_hold(of_device);
    RETURN jsonb_build_object(
        'most', public.giro_pack_limit('field.pack_most', 50),
        'longest', public.giro_pack_limit('field.pack_days', 7),
        'held', (SELECT count(*) FROM public.giro_packs_out(public.giro_me())),
        'places', coalesce((SELECT jsonb_agg(to_jsonb(one) ORDER BY one.count DESC, one.city)
            FROM (SELECT coalesce(f.city, '') AS city, coalesce(f.state, '') AS state,
                    f.segment_id, coalesce(s.name, '') AS segment, count(*) AS count
                FROM public.giro_packable(NULL, NULL, NULL) f
                LEFT JOIN public.segments s ON s.id = f.segment_id
                GROUP BY 1, 2, 3, 4) AS one), '[]'));
END $$;

-- Take customers along. Two sellers never get the same one: who is being decided about is passed
-- by, and once locked each is looked at anew, by a statement that sees what just ended.
CREATE OR REPLACE FUNCTION giro_sync_check_out(
    of_device uuid, of_city text, of_segment uuid, many integer, days integer
) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    me uuid := public.giro_me();
    most integer := public.giro_pack_limit('field.pack_most', 50);
    longest integer := public.giro_pack_limit('field.pack_days', 7);
    until timestamptz := public.giro_pack_end(days);
    held bigint;
    cities text[];
    chosen uuid[];
    tried uuid[] := '{}';
    taken uuid[] := '{}';
BEGIN
    PERFORM public.giro_sync_hold(of_device);
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE invalid_transaction_state USING MESSAGE = 'an older snapshot decides nothing';
    END IF;
    -- One at a time, whichever laptop of theirs asks.
    PERFORM 1 FROM public.users u WHERE u.id = me FOR NO KEY UPDATE;
    SELECT count(*) INTO held FROM public.giro_packs_out(me);
    IF many IS NULL OR many < 1 OR held + many > most THEN
        RETURN jsonb_build_object('refused', 'pack_many', 'most', greatest(most - held, 0));
    ELSIF days IS NULL OR days < 1 OR days > longest THEN
        RETURN jsonb_build_object('refused', 'pack_days', 'most', longest);
    END IF;
    IF of_city IS NOT NULL THEN
        -- Its name alone, or with the state's, as it is shown: two states may have one of a name.
        cities := ARRAY(SELECT concat_ws(' - ', one.city, one.state)
            FROM (SELECT DISTINCT c.city, c.state FROM public.customers c) AS one
            WHERE public.giro_pack_plain(of_city) IN (public.giro_pack_plain(one.city),
                public.giro_pack_plain(concat_ws(' - ', one.city, one.state))));
    END IF;
    LOOP
        SELECT array_agg(one.id) INTO chosen FROM (
            SELECT c.id FROM public.giro_packable(NULL, cities, of_segment) f
            JOIN public.customers c ON c.id = f.id
            WHERE f.id <> ALL(tried)
            ORDER BY f.at_risk DESC, f.id LIMIT many - cardinality(taken)
            FOR NO KEY UPDATE OF c SKIP LOCKED
        ) AS one;
        EXIT WHEN chosen IS NULL;
        tried := tried || chosen;
        -- A window that slept may renew a claim whose lease is over: not of who goes along.
        UPDATE public.claims k SET state = 'expired', finished_at = clock_timestamp()
        WHERE k.customer_id = ANY(chosen) AND k.state = 'active'
            AND k.lease_until <= clock_timestamp();
        taken := taken || ARRAY(
            SELECT f.id FROM public.giro_packable(chosen, NULL, NULL) f);
        EXIT WHEN cardinality(taken) >= many;
    END LOOP;
    UPDATE public.portfolio_entries p SET left_at = p.expires_at
    WHERE p.customer_id = ANY(taken) AND p.left_at IS NULL;
    INSERT INTO public.portfolio_entries
        (id, user_id, customer_id, entered_at, expires_at, is_pack)
    SELECT gen_random_uuid(), me, one, clock_timestamp(), until, true FROM unnest(taken) AS one;
    PERFORM public.giro_sync_note(taken);
    RAISE LOG 'giro: % took % customers along until %', session_user, cardinality(taken), until;
    RETURN jsonb_build_object('customers', taken, 'until', until);
END $$;

-- Give customers back before their time; of nobody in particular, all of them.
CREATE OR REPLACE FUNCTION giro_sync_check_in(of_device uuid, whom uuid[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    ended uuid[];
BEGIN
    PERFORM public.giro_sync_hold(of_device);
    ended := public.giro_end_packs(ARRAY(SELECT p.id
        FROM public.giro_packs_out(public.giro_me()) p
        WHERE whom IS NULL OR p.customer_id = ANY(whom)));
    RAISE LOG 'giro: % gave % customers back', session_user, cardinality(ended);
    RETURN jsonb_build_object('customers', ended);
END $$;

-- Keep customers for longer: those with whom contacts were made meanwhile, and each once. The new
-- entry begins at the instant at which the former one ends, which is how an extension is known.
-- Locked first, as where one is taken along: whoever waited for somebody may find it over.
CREATE OR REPLACE FUNCTION giro_sync_extend(of_device uuid, whom uuid[], days integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    me uuid := public.giro_me();
    longest integer := public.giro_pack_limit('field.pack_days', 7);
    until timestamptz := public.giro_pack_end(days);
    present timestamptz;
    kept uuid[];
BEGIN
    PERFORM public.giro_sync_hold(of_device);
    IF days IS NULL OR days < 1 OR days > longest THEN
        RETURN jsonb_build_object('refused', 'pack_days', 'most', longest);
    END IF;
    PERFORM 1 FROM public.customers c
        WHERE c.id IN (SELECT o.customer_id FROM public.giro_packs_out(me) o)
            AND (whom IS NULL OR c.id = ANY(whom))
        ORDER BY c.id FOR NO KEY UPDATE;
    PERFORM 1 FROM public.portfolio_entries p
        WHERE p.user_id = me AND p.is_pack AND p.left_at IS NULL FOR UPDATE;
    present := clock_timestamp();
    WITH ended AS (
        UPDATE public.portfolio_entries p SET left_at = present
        WHERE p.id IN (SELECT o.id FROM public.giro_packs_out(me) o
                WHERE o.expires_at < until AND (whom IS NULL OR o.customer_id = ANY(whom)))
            AND EXISTS (SELECT FROM public.contacts c WHERE c.customer_id = p.customer_id
                AND c.user_id = me AND coalesce(c.stored_at, c.recorded_at) >= p.entered_at)
            AND NOT EXISTS (SELECT FROM public.portfolio_entries former
                WHERE former.customer_id = p.customer_id AND former.user_id = me
                    AND former.is_pack AND former.left_at = p.entered_at)
        RETURNING p.customer_id
    ), begun AS (
        INSERT INTO public.portfolio_entries
            (id, user_id, customer_id, entered_at, expires_at, is_pack)
        SELECT gen_random_uuid(), me, e.customer_id, present, until, true FROM ended e
        RETURNING customer_id
    )
    SELECT coalesce(array_agg(customer_id), '{}') INTO kept FROM begun;
    PERFORM public.giro_sync_note(kept);
    RAISE LOG 'giro: % keeps % customers until %', session_user, cardinality(kept), until;
    RETURN jsonb_build_object('customers', kept, 'until', until);
END $$;

-- Who is out with somebody else is claimed by nobody: the row is not stored, as where a colleague
-- was faster. Whoever claims and whoever takes along lock the customer first.
CREATE OR REPLACE FUNCTION giro_refuse_packed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF public.giro_me() IS NULL THEN
        RETURN NEW;
    END IF;
    PERFORM 1 FROM public.customers c WHERE c.id = NEW.customer_id FOR NO KEY UPDATE;
    RETURN CASE WHEN EXISTS (SELECT FROM public.portfolio_entries p
            WHERE p.customer_id = NEW.customer_id AND p.user_id <> NEW.user_id AND p.is_pack
                AND p.left_at IS NULL AND p.expires_at > clock_timestamp())
        THEN NULL ELSE NEW END;
END $$;

CREATE OR REPLACE TRIGGER tr_claims_packed BEFORE INSERT ON claims
    FOR EACH ROW EXECUTE FUNCTION giro_refuse_packed();

-- Who becomes somebody's is in no pack any more; what its seller wrote still counts.
CREATE OR REPLACE FUNCTION giro_end_packs_of_owned() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    -- An import gives owners to a hundred thousand, and few of them are in a pack.
    ended uuid[] := ARRAY(SELECT p.id FROM public.portfolio_entries p
        WHERE p.customer_id = NEW.id AND p.is_pack AND p.left_at IS NULL);
BEGIN
    IF cardinality(ended) > 0 THEN
        PERFORM public.giro_end_packs(ended);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tr_customers_packs_end AFTER UPDATE OF owner_id ON customers
    FOR EACH ROW WHEN (OLD.owner_id IS NULL AND NEW.owner_id IS NOT NULL)
    EXECUTE FUNCTION giro_end_packs_of_owned();

-- Whose last laptop is blocked or wiped, or who left, has nobody along any more.
CREATE OR REPLACE FUNCTION giro_end_packs_of_gone() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    whose uuid := CASE TG_TABLE_NAME WHEN 'users' THEN NEW.id ELSE (to_jsonb(NEW)->>'user_id')::uuid END;
BEGIN
    IF TG_TABLE_NAME = 'users' OR NOT EXISTS (SELECT FROM public.devices d
            WHERE d.user_id = whose AND d.is_replica AND d.revoked_at IS NULL
                AND d.wiped_at IS NULL) THEN
        PERFORM public.giro_end_packs(ARRAY(SELECT p.id FROM public.giro_packs_out(whose) p));
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tr_devices_packs_end AFTER UPDATE OF revoked_at, wiped_at ON devices
    FOR EACH ROW WHEN (NEW.is_replica AND (NEW.revoked_at IS NOT NULL OR NEW.wiped_at IS NOT NULL))
    EXECUTE FUNCTION giro_end_packs_of_gone();

CREATE OR REPLACE TRIGGER tr_users_packs_end AFTER UPDATE OF is_active ON users
    FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active)
    EXECUTE FUNCTION giro_end_packs_of_gone();
