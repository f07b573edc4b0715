-- A contact that a laptop brings, and a colleague's with the same customer of about the same time:
-- nobody could have held the customer for either. Both people and their supervisors are told,
-- without the customer's name. What an import brought is no call that anybody here just made.

CREATE OR REPLACE FUNCTION giro_note_collision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    hours integer;
    other record;
    made uuid;
BEGIN
    IF NOT EXISTS (SELECT FROM public.devices d WHERE d.id = NEW.device_id AND d.is_replica) THEN
        RETURN NULL;
    END IF;
    SELECT (s.value #>> '{}')::integer INTO hours FROM public.settings s
    WHERE s.scope = 'company' AND s.owner_id IS NULL AND s.key = 'field.collision_hours'
        AND s.value #>> '{}' ~ '^[0-9]{1,3}$';
    FOR other IN
        SELECT DISTINCT ON (c.user_id) c.id, c.user_id, c.occurred_at
        FROM public.contacts c
        WHERE c.customer_id = NEW.customer_id AND c.user_id <> NEW.user_id
            AND c.amends_id IS NULL
            AND c.occurred_at BETWEEN NEW.occurred_at - make_interval(hours => coalesce(hours, 24))
                AND NEW.occurred_at + make_interval(hours => coalesce(hours, 24))
            AND NOT EXISTS (SELECT FROM public.imports i WHERE i.id = c.device_id)
        ORDER BY c.user_id, greatest(c.occurred_at - NEW.occurred_at,
            NEW.occurred_at - c.occurred_at), c.id
    LOOP
        made := NULL;
        INSERT INTO public.contact_collisions (
            id, customer_id, contact_id, other_contact_id, noted_at)
        VALUES (gen_random_uuid(), NEW.customer_id, NEW.id, other.id, clock_timestamp())
        ON CONFLICT (contact_id, other_contact_id) DO NOTHING
        RETURNING id INTO made;
        CONTINUE WHEN made IS NULL;
        INSERT INTO public.notifications (
            id, user_id, kind, subject_id, payload, created_at, channel, state, dedup_key)
        SELECT gen_random_uuid(), u.id, 'collision', made, jsonb_build_object(
                'customer_id', NEW.customer_id, 'contact_id', NEW.id, 'other_contact_id', other.id,
                'minutes', round(abs(extract(epoch FROM other.occurred_at - NEW.occurred_at)) / 60)),
            clock_timestamp(), 'screen', 'sent', format('collision.%s.%s', made, u.id)
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
