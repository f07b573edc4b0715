-- What the policies ask of the login. Owned by the schema's owner, with whose rights they run:
-- asking who somebody is does not ask the policies again. Nobody can set session_user.

CREATE OR REPLACE FUNCTION giro_me() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT u.id FROM public.users u WHERE u.database_role = session_user AND u.is_active
$$;

CREATE OR REPLACE FUNCTION giro_role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT u.role FROM public.users u WHERE u.database_role = session_user AND u.is_active
$$;

-- Whoever supervises teams answers for their members.
CREATE OR REPLACE FUNCTION giro_my_people() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT CASE WHEN me.role = 'supervisor' THEN me.id || ARRAY(
            SELECT p.id FROM public.users p WHERE p.id <> me.id AND p.team_id IN (
                SELECT t.id FROM public.teams t WHERE t.supervisor_id = me.id))
        ELSE ARRAY[me.id] END
    FROM public.users me
    WHERE me.database_role = session_user AND me.is_active
$$;

-- The customers who were lent to the login for a time. Asked past the policies: whoever lends must
-- see the customer, so the policies of lending ask those of customers.
CREATE OR REPLACE FUNCTION giro_lent() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce(array_agg(lent.customer_id), '{}')
    FROM public.portfolio_entries lent
    JOIN public.users me ON me.id = lent.user_id
    WHERE me.database_role = session_user AND me.is_active AND lent.left_at IS NULL
        AND (lent.expires_at IS NULL OR lent.expires_at > clock_timestamp())
$$;

CREATE OR REPLACE FUNCTION giro_knows_me() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT public.giro_me() IS NOT NULL $$;

-- A group of the server may have members who are others in this database: the row decides.
CREATE OR REPLACE FUNCTION giro_sees_all() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT coalesce(public.giro_role() IN ('manager', 'administrator'), false) $$;

-- The customers of nobody are everybody's who calls from the office.
CREATE OR REPLACE FUNCTION giro_shares() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT coalesce(public.giro_role() <> 'external_seller', false) $$;

CREATE OR REPLACE FUNCTION giro_answers_for_others() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT coalesce(public.giro_role() IN ('supervisor', 'manager', 'administrator'), false) $$;

CREATE OR REPLACE FUNCTION giro_is_administrator() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT coalesce(public.giro_role() = 'administrator', false) $$;

-- A note for nobody by name is for everybody.
CREATE OR REPLACE FUNCTION giro_is_meant_by(post_it uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT 1 FROM public.users me
        WHERE me.database_role = session_user AND me.is_active AND (
            NOT EXISTS (SELECT 1 FROM public.post_it_recipients r WHERE r.post_it_id = post_it)
            OR EXISTS (
                SELECT 1 FROM public.post_it_recipients r
                WHERE r.post_it_id = post_it AND (r.user_id = me.id OR r.team_id = me.team_id))))
$$;

-- The keys under which changes are noted that concern everybody, nobody, or nothing.
CREATE OR REPLACE FUNCTION giro_nobodys_keys() RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT ARRAY[
        '00000000-0000-0000-0000-000000000000',
        'ffffffff-ffff-ffff-ffff-ffffffffffff',
        'ffffffff-ffff-ffff-ffff-fffffffffffe']::uuid[]
$$;

-- The login's own contacts of which somebody thinks something, while their customers are out of its
-- sight: what was said to it stays its own to read and to answer, and nothing else of the customer.
CREATE OR REPLACE FUNCTION giro_told_contacts()
    RETURNS TABLE (
        id uuid, customer_id uuid, customer text, occurred_at timestamptz, outcome_id uuid,
        note text, user_id uuid, is_corrected boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT c.id, c.customer_id, coalesce(nullif(k.trade_name, ''), k.legal_name), c.occurred_at,
        c.outcome_id, coalesce(c.note, ''), c.user_id,
        EXISTS (SELECT 1 FROM public.contacts later WHERE later.amends_id = c.id)
    FROM public.contacts c
    JOIN public.customers k ON k.id = c.customer_id
    WHERE c.user_id = public.giro_me() AND NOT public.giro_sees_all()
        AND EXISTS (SELECT 1 FROM public.contact_reviews r WHERE r.contact_id = c.id)
        AND NOT coalesce((k.owner_id IS NULL AND public.giro_shares())
            OR k.owner_id = ANY(public.giro_my_people()) OR k.id = ANY(public.giro_lent()), false)
$$;

CREATE OR REPLACE FUNCTION giro_told_keys() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT coalesce(array_agg(t.id), '{}') FROM public.giro_told_contacts() t $$;

-- What those whom the login answers for do at this moment, and whom they hold since when. Working
-- time is its operator's alone: nothing else of it can be asked here. Silence as in domain/.
CREATE OR REPLACE FUNCTION giro_presence()
    RETURNS TABLE (
        user_id uuid, is_at_work boolean, is_paused boolean, customer_id uuid,
        claimed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH alive AS (
        SELECT s.user_id, bool_or(b.id IS NOT NULL) AS is_paused
        FROM public.work_sessions s
        LEFT JOIN public.breaks b ON b.work_session_id = s.id AND b.ended_at IS NULL
        WHERE s.ended_at IS NULL AND s.started_at > clock_timestamp() - interval '1 day'
            AND coalesce(s.seen_at, s.started_at) >= clock_timestamp() - CASE
                WHEN b.id IS NULL THEN interval '5 minutes' ELSE interval '2 hours' END
        GROUP BY s.user_id
    ), held AS (
        SELECT DISTINCT ON (c.user_id) c.user_id, c.customer_id, c.claimed_at
        FROM public.claims c
        WHERE c.state = 'active' AND c.lease_until > clock_timestamp()
        ORDER BY c.user_id, c.claimed_at DESC, c.id DESC
    )
    SELECT u.id, a.user_id IS NOT NULL, coalesce(a.is_paused, false), h.customer_id, h.claimed_at
    FROM public.users u
    LEFT JOIN alive a ON a.user_id = u.id
    LEFT JOIN held h ON h.user_id = u.id
    WHERE u.is_active AND (a.user_id IS NOT NULL OR h.user_id IS NOT NULL)
        AND public.giro_answers_for_others()
        AND (public.giro_sees_all() OR u.id = ANY(public.giro_my_people()))
$$;

-- Who leaves somebody's sight is named to them once more: their programs read nothing about the
-- customer any more, the change itself included, and would keep them on the list.
CREATE OR REPLACE FUNCTION giro_note_owner_left() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO public.customer_departures AS noted (customer_id, user_id)
    VALUES (OLD.id, coalesce(OLD.owner_id, '00000000-0000-0000-0000-000000000000'))
    ON CONFLICT (customer_id, user_id) DO UPDATE SET row_version = noted.row_version;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tr_customers_owner_left AFTER UPDATE OF owner_id ON customers
    FOR EACH ROW WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id)
    EXECUTE FUNCTION giro_note_owner_left();

CREATE OR REPLACE FUNCTION giro_note_loan_ended() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO public.customer_departures AS noted (customer_id, user_id)
    VALUES (OLD.customer_id, OLD.user_id)
    ON CONFLICT (customer_id, user_id) DO UPDATE SET row_version = noted.row_version;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tr_portfolio_entries_loan_ended
    AFTER UPDATE OF left_at OR DELETE ON portfolio_entries
    FOR EACH ROW EXECUTE FUNCTION giro_note_loan_ended();

-- A claim's fence and lease are what decides between two who hold a customer, so nobody of the team
-- chooses them: the next number, and no lease that outlives its program for long. Who moves a file
-- here is nobody of the team, and keeps the numbers that are there.
CREATE OR REPLACE FUNCTION giro_guard_claim() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF public.giro_me() IS NOT NULL THEN
        NEW.lease_until := least(NEW.lease_until, clock_timestamp() + interval '10 minutes');
        IF TG_OP = 'INSERT' THEN
            NEW.fence := 1 + coalesce((SELECT max(one.fence) FROM public.claims one
                WHERE one.customer_id = NEW.customer_id), 0);
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER tr_claims_guarded BEFORE INSERT OR UPDATE OF lease_until ON claims
    FOR EACH ROW EXECUTE FUNCTION giro_guard_claim();

-- When a contact arrived decides what was known of a closed month, so nobody of the team says it:
-- it is this moment by the server's clock, whenever it was made and on whatever computer. Who moves
-- a file here, as the schema's owner, keeps what the file says.
CREATE OR REPLACE FUNCTION giro_note_arrival() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT pg_has_role(session_user, 'giro_owner', 'MEMBER') THEN
        NEW.stored_at := clock_timestamp();
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER tr_contacts_arrival BEFORE INSERT ON contacts
    FOR EACH ROW EXECUTE FUNCTION giro_note_arrival();
