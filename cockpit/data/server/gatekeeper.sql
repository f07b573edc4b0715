-- Who comes in. These run with the rights of the gatekeeper, who may make logins and nothing else,
-- and touch only logins that this database made: a server's roles are shared by its databases, and
-- a role's comment, which only the gatekeeper can write, says whose it is.
-- Passwords come as SCRAM verifiers, so no statement that anybody logs holds one.

CREATE OR REPLACE FUNCTION giro_is_own_login(person_login text) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT coalesce((
        SELECT shobj_description(oid, 'pg_authid') = 'giro: ' || current_database()
        FROM pg_roles WHERE rolname = person_login), false)
$$;

CREATE OR REPLACE FUNCTION giro_check_verifier(verifier text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION 'no_verifier' USING ERRCODE = 'GI001';
    END IF;
END $$;

-- What administrators ask is in the server's log: they see everybody, and psql writes no trail. The
-- values that programs send stay out of it. A server whose owner may not set this says so (doctor).
CREATE OR REPLACE FUNCTION giro_note_reads(person_login text, is_noted boolean) RETURNS void
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF is_noted THEN
        EXECUTE format('ALTER ROLE %I SET log_statement = %L', person_login, 'all');
        EXECUTE format('ALTER ROLE %I SET log_parameter_max_length = 0', person_login);
    ELSE
        EXECUTE format('ALTER ROLE %I RESET log_statement', person_login);
        EXECUTE format('ALTER ROLE %I RESET log_parameter_max_length', person_login);
    END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;

CREATE OR REPLACE FUNCTION giro_invite(
    person uuid, person_login text, person_name text, person_role text, team uuid, team_name text,
    verifier text, until timestamptz
) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE old name;
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE EXCEPTION 'not_administrator' USING ERRCODE = 'GI001';
    END IF;
    IF person_login !~ '^[a-z][a-z0-9._-]{0,39}$' OR person_login ~ '^(giro|pg)_'
        OR person_login = 'public' THEN
        RAISE EXCEPTION 'bad_login' USING ERRCODE = 'GI001';
    END IF;
    -- They would be nobody until they accept, and the last one could invite nobody any more.
    IF person_login = session_user THEN
        RAISE EXCEPTION 'invites_self' USING ERRCODE = 'GI001';
    END IF;
    PERFORM public.giro_check_verifier(verifier);
    PERFORM pg_advisory_xact_lock(hashtextextended(person_login, 0));
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = person_login) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', person_login);
        EXECUTE format(
            'COMMENT ON ROLE %I IS %L', person_login, 'giro: ' || current_database());
    ELSIF NOT public.giro_is_own_login(person_login) THEN
        RAISE EXCEPTION 'login_taken' USING ERRCODE = 'GI001';
    END IF;
    PERFORM public.giro_put_person(
        person, person_login, person_name, person_role, team, team_name);
    person_role := public.giro_role_of(person_login);
    FOR old IN SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
        WHERE m.member = quote_ident(person_login)::regrole AND g.rolname ~ '^giro_'
            AND g.rolname <> 'giro_' || person_role LOOP
        EXECUTE format('REVOKE %I FROM %I', old, person_login);
    END LOOP;
    EXECUTE format('GRANT %I TO %I', 'giro_' || person_role, person_login);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), person_login);
    EXECUTE format(
        'ALTER ROLE %I LOGIN PASSWORD %L VALID UNTIL %L', person_login, verifier, until);
    PERFORM public.giro_note_reads(person_login, person_role = 'administrator');
END $$;

-- An open invitation is a login whose password ends some day.
CREATE OR REPLACE FUNCTION giro_accept(verifier text) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM public.giro_check_verifier(verifier);
    PERFORM pg_advisory_xact_lock(hashtextextended(session_user, 0));
    IF NOT public.giro_is_own_login(session_user) OR NOT EXISTS (
        SELECT FROM pg_roles WHERE rolname = session_user
        AND isfinite(rolvaliduntil) AND rolvaliduntil > clock_timestamp()) THEN
        RAISE EXCEPTION 'no_invitation' USING ERRCODE = 'GI001';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL %L', session_user, verifier, 'infinity');
    PERFORM public.giro_open_person(session_user);
END $$;

CREATE OR REPLACE FUNCTION giro_revoke(person_login text) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE EXCEPTION 'not_administrator' USING ERRCODE = 'GI001';
    END IF;
    IF person_login = session_user THEN
        RAISE EXCEPTION 'revokes_self' USING ERRCODE = 'GI001';
    END IF;
    IF NOT public.giro_is_own_login(person_login) THEN
        RAISE EXCEPTION 'unknown_login' USING ERRCODE = 'GI001';
    END IF;
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', person_login);
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM %I', current_database(), person_login);
    PERFORM public.giro_close_person(person_login);
END $$;

-- After the commit of what closes a login, or it would be back before.
CREATE OR REPLACE FUNCTION giro_end_sessions(person_login text) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE ended integer;
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE EXCEPTION 'not_administrator' USING ERRCODE = 'GI001';
    END IF;
    IF NOT public.giro_is_own_login(person_login) THEN
        RAISE EXCEPTION 'unknown_login' USING ERRCODE = 'GI001';
    END IF;
    -- Sessions are ended by whoever has their login's rights, for so long.
    EXECUTE format('GRANT %I TO giro_gatekeeper WITH INHERIT TRUE, SET FALSE', person_login);
    SELECT count(pg_terminate_backend(pid)) INTO ended FROM pg_stat_activity
        WHERE usename = person_login AND pid <> pg_backend_pid();
    EXECUTE format(
        'REVOKE %I FROM giro_gatekeeper GRANTED BY giro_gatekeeper', person_login);
    RETURN ended;
END $$;

REVOKE ALL ON FUNCTION
    giro_is_own_login(text), giro_check_verifier(text), giro_accept(text), giro_revoke(text),
    giro_end_sessions(text), giro_note_reads(text, boolean),
    giro_invite(uuid, text, text, text, uuid, text, text, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    giro_revoke(text), giro_end_sessions(text),
    giro_invite(uuid, text, text, text, uuid, text, text, timestamptz)
TO giro_owner, giro_administrator;
GRANT EXECUTE ON FUNCTION giro_accept(text)
TO giro_operator, giro_external_seller, giro_supervisor, giro_manager, giro_administrator;

-- Whoever was invited before administrators' reads were logged.
DO $$ BEGIN
    PERFORM public.giro_note_reads(person.rolname, true)
    FROM pg_catalog.pg_auth_members held JOIN pg_catalog.pg_roles person ON person.oid = held.member
    WHERE held.roleid = 'giro_administrator'::regrole
        AND public.giro_is_own_login(person.rolname);
END $$;
