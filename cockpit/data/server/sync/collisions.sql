-- A contact that a laptop brings, and a colleague's with the same customer of about the same time:
-- nobody could have held the customer for either. Both people and their supervisors are told,
-- without the customer's name, once for two people, a customer and a day. What an import brought is
-- no call that anybody here just made.

-- However many contacts a customer has at that time, the fifty nearest on either side are looked at.
CREATE OR REPLACE FUNCTION giro_collides_with(made public.contacts)
    RETURNS TABLE (id uuid, user_id uuid, occurred_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    far interval := make_interval(hours => coalesce((SELECT (s.value #>> '{}')::integer
        FROM public.settings s
        WHERE s.scope = 'company' AND s.owner_id IS NULL AND s.key = 'field.collision_hours'
            AND s.value #>> '{}' ~ '^[0-9]{1,3}$'), 24));
BEGIN
    RETURN QUERY WITH near AS (
        (SELECT c.* FROM public.contacts c
            WHERE c.customer_id = made.customer_id
                AND c.occurred_at BETWEEN made.occurred_at - far AND made.occurred_at
            ORDER BY c.occurred_at DESC LIMIT 50)
        UNION ALL
        (SELECT c.* FROM public.contacts c
            WHERE c.customer_id = made.customer_id
                AND c.occurred_at > made.occurred_at AND c.occurred_at <= made.occurred_at + far
            ORDER BY c.occurred_at LIMIT 50)
    )
    SELECT DISTINCT ON (n.user_id) n.id, n.user_id, n.occurred_at FROM near n
    WHERE n.user_id <> made.user_id AND n.amends_id IS NULL
        AND NOT EXISTS (SELECT FROM public.imports i WHERE i.id = n.device_id)
    ORDER BY n.user_id, greatest(n.occurred_at - made.occurred_at,
        made.occurred_at - n.occurred_at), n.id;
END $$;

CREATE OR REPLACE FUNCTION giro_note_collision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    other record;
    made uuid;
    about text;
BEGIN
    IF NOT EXISTS (SELECT FROM public.devices d WHERE d.id = NEW.device_id AND d.is_replica) THEN
        RETURN NULL;
    END IF;
    FOR other IN SELECT * FROM public.giro_collides_with(NEW) LOOP
        made := NULL;
        INSERT INTO public.contact_collisions (
            id, customer_id, contact_id, other_contact_id, noted_at)
        VALUES (gen_random_uuid(), NEW.customer_id, NEW.id, other.id, clock_timestamp())
        ON CONFLICT (contact_id, other_contact_id) DO NOTHING
        RETURNING id INTO made;
        CONTINUE WHEN made IS NULL;
        about := md5(concat_ws('.', NEW.customer_id, least(NEW.user_id, other.user_id),
            greatest(NEW.user_id, other.user_id),
            (least(NEW.occurred_at, other.occurred_at) AT TIME ZONE 'America/Sao_Paulo')::date));
        INSERT INTO public.notifications (
            id, user_id, kind, subject_id, payload, created_at, channel, state, dedup_key)
        SELECT gen_random_uuid(), u.id, 'collision', made, jsonb_build_object(
                'customer_id', NEW.customer_id,
                'talks', jsonb_build_array(
                    jsonb_build_object('contact_id', NEW.id, 'user_id', NEW.user_id,
                        'at', NEW.occurred_at),
                    jsonb_build_object('contact_id', other.id, 'user_id', other.user_id,
                        'at', other.occurred_at))),
            clock_timestamp(), 'screen', 'sent', format('collision.%s.%s', about, u.id)
        FROM public.users u
        WHERE u.is_active AND (u.id IN (NEW.user_id, other.user_id) OR u.id IN (
            SELECT t.supervisor_id FROM public.teams t JOIN public.users p ON p.team_id = t.id
            WHERE p.id IN (NEW.user_id, other.user_id)))
        ON CONFLICT (dedup_key) DO NOTHING;
    END LOOP;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tr_contacts_collision AFTER INSERT ON contacts
    FOR EACH ROW WHEN (NEW.amends_id IS NULL) EXECUTE FUNCTION giro_note_collision();

-- Open windows look again by themselves. At the commit, after the laptop's own changes are noted:
-- rows of changes are locked in the order of their keys, and nobody's comes last.
CREATE OR REPLACE FUNCTION giro_tell_collision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM public.giro_tell_notices(NEW.customer_id);
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS tr_contact_collisions_told ON contact_collisions;
CREATE CONSTRAINT TRIGGER tr_contact_collisions_told AFTER INSERT ON contact_collisions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION giro_tell_collision();
