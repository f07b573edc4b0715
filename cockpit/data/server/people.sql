-- The people of a database: rows that the schema's owner writes for the gatekeeper, who may make
-- logins but reads and writes no table.

CREATE OR REPLACE FUNCTION giro_may_admit() RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT public.giro_is_administrator() OR pg_has_role(session_user, 'giro_owner', 'MEMBER')
$$;

-- Whoever an import named keeps their key, and so their portfolio.
CREATE OR REPLACE FUNCTION giro_put_person(
    person uuid, person_login text, person_name text, person_role text, team uuid, team_name text
) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known public.users%ROWTYPE;
    chosen_team uuid;
BEGIN
    IF team_name <> '' THEN
        INSERT INTO public.teams (id, name, created_at, updated_at)
        VALUES (team, team_name, clock_timestamp(), clock_timestamp())
        ON CONFLICT (name) DO NOTHING;
        SELECT id INTO chosen_team FROM public.teams WHERE name = team_name;
    END IF;
    SELECT * INTO known FROM public.users
    WHERE database_role = person_login
        OR database_role IS NULL AND (login = person_login
            OR login LIKE 'erp:%' AND lower(trim(name)) = lower(trim(person_name)))
    ORDER BY database_role NULLS LAST, login LIKE 'erp:%' LIMIT 1;
    IF known.id IS NULL THEN
        IF person_name = '' OR person_role = '' THEN
            RAISE EXCEPTION 'person_incomplete' USING ERRCODE = 'GI001';
        END IF;
        INSERT INTO public.users (id, login, name, role, team_id, database_role, is_active,
            language, created_at, updated_at)
        VALUES (person, person_login, person_name, person_role, chosen_team, person_login, false,
            'pt_BR', clock_timestamp(), clock_timestamp());
    ELSE
        UPDATE public.users SET login = person_login, database_role = person_login,
            is_active = false, updated_at = clock_timestamp(),
            name = coalesce(nullif(person_name, ''), name),
            role = coalesce(nullif(person_role, ''), role),
            team_id = coalesce(chosen_team, team_id)
        WHERE id = known.id;
    END IF;
    IF chosen_team IS NOT NULL AND person_role = 'supervisor' THEN
        UPDATE public.teams SET updated_at = clock_timestamp(), supervisor_id = (
            SELECT id FROM public.users WHERE database_role = person_login)
        WHERE id = chosen_team AND supervisor_id IS NULL;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION giro_role_of(person_login text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT role FROM public.users WHERE database_role = person_login $$;

CREATE OR REPLACE FUNCTION giro_open_person(person_login text) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
    UPDATE public.users SET is_active = true, updated_at = clock_timestamp()
    WHERE database_role = person_login
$$;

-- Claims lapse at once: anybody's next step gives such ones back.
CREATE OR REPLACE FUNCTION giro_close_person(person_login text) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE closed uuid;
BEGIN
    UPDATE public.users SET is_active = false, updated_at = clock_timestamp()
    WHERE database_role = person_login RETURNING id INTO closed;
    UPDATE public.claims SET lease_until = clock_timestamp()
    WHERE user_id = closed AND state = 'active' AND lease_until > clock_timestamp();
    RETURN closed IS NOT NULL;
END $$;

REVOKE ALL ON FUNCTION
    giro_put_person(uuid, text, text, text, uuid, text), giro_role_of(text),
    giro_open_person(text), giro_close_person(text)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    giro_put_person(uuid, text, text, text, uuid, text), giro_role_of(text),
    giro_open_person(text), giro_close_person(text)
TO giro_gatekeeper;
