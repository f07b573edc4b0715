-- What laptops ask of the server beside sending and reading. Owned by the schema's owner, with whose
-- rights they run; each asks by itself whose laptop it is. Nobody can set session_user.

-- Another epoch voids what a laptop knows of the server's transactions: another cluster, a database
-- restored to an earlier instant, or one filled anew out of a dump.
CREATE OR REPLACE FUNCTION giro_sync_epoch() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()),
        (SELECT timeline_id FROM pg_control_checkpoint()),
        (SELECT oid FROM pg_database WHERE datname = current_database()),
        (SELECT value #>> '{}' FROM public.settings
            WHERE scope = 'company' AND owner_id IS NULL AND key = 'server.epoch'))
$$;

-- Made once for a database's life; a dump carries it along, and the rest of the epoch tells.
INSERT INTO settings (id, scope, key, value, created_at, updated_at)
SELECT gen_random_uuid(), 'company', 'server.epoch', to_jsonb(gen_random_uuid()::text),
    clock_timestamp(), clock_timestamp()
WHERE NOT EXISTS (SELECT 1 FROM settings WHERE scope = 'company' AND key = 'server.epoch');

CREATE OR REPLACE FUNCTION giro_sync_carried() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT coalesce(array_agg(one.id), '{}') FROM (
        SELECT c.id FROM public.customers c WHERE c.owner_id = (SELECT public.giro_me())
        UNION SELECT c.id FROM public.customers c WHERE c.id = ANY(public.giro_lent())
    ) AS one
$$;

CREATE OR REPLACE FUNCTION giro_sync_digest() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT md5(concat_ws(' ', count(*), sum(uuid_hash_extended(one, 0)),
        sum(uuid_hash_extended(one, 1)))) FROM unnest(public.giro_sync_carried()) AS one
$$;

CREATE OR REPLACE FUNCTION giro_sync_register(device uuid, name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    me uuid := public.giro_me();
BEGIN
    IF me IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'nobody of this team';
    ELSIF device = public.giro_server_device() THEN
        RAISE insufficient_privilege USING MESSAGE = 'the server itself';
    END IF;
    PERFORM public.giro_sync_expect();
    INSERT INTO public.devices AS known
        (id, user_id, name, is_replica, last_seen_at, created_at, updated_at)
    -- Lists of laptops are read in terminals too.
    VALUES (device, me, left(regexp_replace(giro_sync_register.name, '[[:cntrl:]]+', ' ', 'g'), 100),
        true, clock_timestamp(), clock_timestamp(), clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, is_replica = true,
        last_seen_at = excluded.last_seen_at, updated_at = excluded.updated_at
        WHERE known.user_id = me AND known.revoked_at IS NULL;
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'another user''s laptop, or a revoked one';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION giro_sync_wiped(device uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    UPDATE public.devices AS told SET wiped_at = clock_timestamp(),
        last_seen_at = clock_timestamp()
    WHERE told.id = device AND told.user_id = public.giro_me() AND told.is_replica
$$;

CREATE OR REPLACE FUNCTION giro_sync_escrow(device uuid, key bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    PERFORM public.giro_sync_hold(device);
    IF octet_length(key) IS DISTINCT FROM 32 THEN
        RAISE invalid_parameter_value USING MESSAGE = 'a key has 32 bytes';
    END IF;
    INSERT INTO public.device_keys (device_id, key, stored_at)
    VALUES (device, key, clock_timestamp())
    ON CONFLICT (device_id) DO UPDATE SET key = excluded.key, stored_at = excluded.stored_at;
END $$;

-- How large an attachment may be (bytes): as the company says, where that is a number that is possible.
CREATE OR REPLACE FUNCTION giro_attachment_limit() RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    said text := public.giro_sync_setting('attachments.limit_bytes') #>> '{}';
BEGIN
    RETURN CASE WHEN said ~ '^[1-9][0-9]{0,17}$' THEN least(said::bigint, 41943040)
        ELSE 10485760 END;
END $$;

-- A piece of a photograph or a file that belongs to a contact of the login's own; returns why it is not
-- taken, empty where it is there now.
DROP FUNCTION IF EXISTS giro_sync_attach(uuid, int, bytea);
CREATE FUNCTION giro_sync_attach(attachment uuid, part int, content bytea) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    whole public.attachments;
    others bigint;
BEGIN
    SELECT * INTO whole FROM public.attachments a
        WHERE a.id = attachment AND a.user_id = public.giro_me() FOR UPDATE;
    IF NOT FOUND THEN
        RETURN 'not_yours';
    END IF;
    -- Of somebody who was erased meanwhile: taken, and not kept.
    IF whole.name = '[apagado]' THEN
        RETURN '';
    END IF;
    SELECT coalesce(sum(octet_length(c.content)), 0) INTO others
        FROM public.attachment_contents c
        WHERE c.attachment_id = attachment AND c.part <> giro_sync_attach.part;
    IF (giro_sync_attach.part BETWEEN 0 AND (whole.size - 1) / 262144) IS NOT TRUE
        OR (octet_length(giro_sync_attach.content) BETWEEN 1 AND 262144) IS NOT TRUE
        OR others + octet_length(giro_sync_attach.content) > whole.size THEN
        RETURN 'does_not_fit';
    END IF;
    INSERT INTO public.attachment_contents (id, attachment_id, part, content, sent_at)
    VALUES (gen_random_uuid(), attachment, giro_sync_attach.part, giro_sync_attach.content,
        clock_timestamp())
    ON CONFLICT (attachment_id, part) DO NOTHING;
    RETURN '';
END $$;

-- Lock the login's own laptop until the transaction ends: one message of it at a time.
CREATE OR REPLACE FUNCTION giro_sync_hold(device uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    PERFORM 1 FROM public.devices d WHERE d.id = device AND d.user_id = public.giro_me()
        AND d.is_replica AND d.revoked_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'no laptop of this login';
    END IF;
END $$;

-- The copy of a file's key, for its user while the laptop is not revoked, and for administrators.
-- Each asking is a line of the server's own log, which nobody takes back with a transaction.
CREATE OR REPLACE FUNCTION giro_sync_key(of_device uuid) RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    kept bytea;
BEGIN
    IF NOT public.giro_may_admit() THEN
        PERFORM public.giro_sync_hold(of_device);
    END IF;
    RAISE LOG 'giro: % asked for the key of laptop %', session_user, of_device;
    SELECT k.key INTO kept FROM public.device_keys k WHERE k.device_id = of_device;
    RETURN kept;
END $$;
