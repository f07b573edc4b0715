-- Deciding about a laptop's changes of shared rows. A change is whole or not at all: where each of
-- its columns still says what it said on the laptop, or says the wished value already.

CREATE OR REPLACE FUNCTION giro_sync_verdict(result text, why text, present jsonb, whose uuid)
    RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object('answer', result, 'reason', why, 'row', present, 'customer', whose)
$$;

-- What was decided about a command that comes again; of what was refused the row as it is now.
CREATE OR REPLACE FUNCTION giro_sync_told(said jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    told public.command_outcomes;
    form jsonb := public.giro_sync_form(said->>'entity');
    found record;
BEGIN
    SELECT * INTO told FROM public.command_outcomes o WHERE o.command_id = (said->>'id')::uuid;
    IF told.result = 'applied' OR form IS NULL OR form->>'up' = 'FACTS' THEN
        RETURN public.giro_sync_verdict(coalesce(told.result, 'rejected'), told.reason, NULL, NULL);
    END IF;
    found := public.giro_sync_row(said->>'entity', form, (said->>'entity_id')::uuid);
    RETURN public.giro_sync_verdict(coalesce(told.result, 'rejected'), told.reason,
        CASE WHEN found.is_seen THEN found.present END, NULL);
END $$;

-- Store the one outcome of a command, and return it.
CREATE OR REPLACE FUNCTION giro_sync_recorded(said jsonb, verdict jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    INSERT INTO public.command_outcomes (id, command_id, result, reason, server_value, decided_at)
    VALUES (gen_random_uuid(), (said->>'id')::uuid, verdict->>'answer', verdict->>'reason',
        nullif(verdict->'row', 'null'), clock_timestamp());
    RETURN verdict;
END $$;

-- Decide about a command that is stored.
CREATE OR REPLACE FUNCTION giro_sync_answer(said jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN public.giro_sync_recorded(said, public.giro_sync_decided(said));
END $$;

-- Store a command that its user gave up when it was refused once: this server lost the answer.
CREATE OR REPLACE FUNCTION giro_sync_given_up(said jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    form jsonb := public.giro_sync_form(said->>'entity');
    found record;
BEGIN
    IF form IS NULL OR form->>'up' = 'FACTS' THEN
        RETURN public.giro_sync_recorded(said,
            public.giro_sync_verdict('rejected', 'unknown_entity', NULL, NULL));
    END IF;
    found := public.giro_sync_row(said->>'entity', form, (said->>'entity_id')::uuid);
    RETURN public.giro_sync_recorded(said, public.giro_sync_verdict('conflict', 'changed',
        CASE WHEN found.is_seen THEN found.present END, NULL));
END $$;

CREATE OR REPLACE FUNCTION giro_sync_decided(said jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    of_entity text := said->>'entity';
    of_key uuid := (said->>'entity_id')::uuid;
    form jsonb := public.giro_sync_form(of_entity);
    may jsonb;
    found record;
BEGIN
    IF form IS NULL OR form->>'up' = 'FACTS' THEN
        RETURN public.giro_sync_verdict('rejected', 'unknown_entity', NULL, NULL);
    END IF;
    may := form->'roles'->public.giro_role();
    found := public.giro_sync_row(of_entity, form, of_key);
    BEGIN
        RETURN CASE said->>'verb'
            WHEN 'add' THEN public.giro_sync_add(said, form, may, found)
            WHEN 'change' THEN public.giro_sync_change(said, form, may, found)
            ELSE public.giro_sync_remove(said, form, may, found) END;
    EXCEPTION WHEN integrity_constraint_violation OR data_exception OR insufficient_privilege
        OR program_limit_exceeded THEN
        RETURN public.giro_sync_verdict('rejected', public.giro_sync_why(SQLSTATE),
            CASE WHEN found.is_seen THEN found.present END, NULL);
    END;
END $$;

-- A document with a table's columns, in the forms that the table's own rows have.
CREATE OR REPLACE FUNCTION giro_sync_formed(of_entity text, document jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    formed jsonb;
BEGIN
    EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::public.%I, $1))', of_entity)
        INTO formed USING coalesce(nullif(document, 'null'), '{}');
    RETURN formed;
END $$;

-- Whether a row says something else than a document, in the columns that count.
CREATE OR REPLACE FUNCTION giro_sync_differs(
    present jsonb, one jsonb, other jsonb, named jsonb, form jsonb
) RETURNS boolean
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (SELECT 1 FROM jsonb_object_keys(named) AS k
        WHERE NOT (form->'unasked') ? k AND present->k IS DISTINCT FROM one->k
            AND present->k IS DISTINCT FROM other->k)
$$;

CREATE OR REPLACE FUNCTION giro_sync_change(said jsonb, form jsonb, may jsonb, found record)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    of_entity text := said->>'entity';
    value jsonb := (said->'value') - '{row_version,feed_xid}'::text[];
    base jsonb := public.giro_sync_formed(of_entity, said->'base');
    wish jsonb := public.giro_sync_formed(of_entity, said->'value');
    named text;
    whose uuid;
    is_kept boolean;
BEGIN
    IF found.present IS NULL THEN
        RETURN public.giro_sync_verdict('conflict', 'gone', NULL, NULL);
    ELSIF NOT found.is_seen OR found.is_kept IS NOT TRUE
        OR NOT (may->'change') ?& ARRAY(SELECT jsonb_object_keys(value)) THEN
        RAISE insufficient_privilege;
    ELSIF public.giro_sync_differs(found.present, base, wish, value, form) THEN
        RETURN public.giro_sync_verdict('conflict', 'changed', found.present, NULL);
    ELSIF NOT public.giro_sync_differs(found.present, wish, wish, value, form) THEN
        RETURN public.giro_sync_verdict('applied', NULL, NULL, NULL);
    END IF;
    SELECT string_agg(quote_ident(k), ', ' ORDER BY k) INTO named FROM jsonb_object_keys(value) AS k;
    EXECUTE format('UPDATE public.%1$I SET (%2$s) = (SELECT %2$s FROM'
        ' jsonb_populate_record(NULL::public.%1$I, $1)) WHERE %1$I.%3$I = $2 RETURNING %4$s, %5$s',
        of_entity, named, form->>'key', form->>'customer', form->>'kept')
        INTO whose, is_kept USING value, (said->>'entity_id')::uuid;
    IF is_kept IS NOT TRUE OR NOT (whose IS NULL OR public.giro_sync_sees(whose, false)) THEN
        RAISE insufficient_privilege;
    ELSIF of_entity = 'contact_persons' AND (wish->>'is_primary')::boolean THEN
        -- One is asked for first: the later word holds.
        UPDATE public.contact_persons p SET is_primary = false, updated_at = clock_timestamp()
            WHERE p.customer_id = whose AND p.is_primary AND p.id <> (said->>'entity_id')::uuid;
    END IF;
    RETURN public.giro_sync_verdict('applied', NULL, NULL, whose);
END $$;

CREATE OR REPLACE FUNCTION giro_sync_remove(said jsonb, form jsonb, may jsonb, found record)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    of_entity text := said->>'entity';
    base jsonb := public.giro_sync_formed(of_entity, said->'base');
BEGIN
    IF found.present IS NULL THEN
        RETURN public.giro_sync_verdict('applied', NULL, NULL, NULL);
    ELSIF NOT found.is_seen OR found.is_kept IS NOT TRUE OR NOT (may->>'remove')::boolean THEN
        RAISE insufficient_privilege;
    ELSIF public.giro_sync_differs(
        found.present, base, base, coalesce(nullif(said->'base', 'null'), '{}'), form) THEN
        RETURN public.giro_sync_verdict('conflict', 'changed', found.present, NULL);
    END IF;
    EXECUTE format('DELETE FROM public.%I WHERE %I = $1', of_entity, form->>'key')
        USING (said->>'entity_id')::uuid;
    RETURN public.giro_sync_verdict('applied', NULL, NULL, found.customer);
END $$;

CREATE OR REPLACE FUNCTION giro_sync_add(said jsonb, form jsonb, may jsonb, found record)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    of_entity text := said->>'entity';
    of_key uuid := (said->>'entity_id')::uuid;
    wish jsonb := public.giro_sync_formed(of_entity, said->'value');
    stored jsonb;
    whose uuid;
BEGIN
    IF NOT (may->>'add')::boolean OR (wish->>(form->>'key'))::uuid IS DISTINCT FROM of_key THEN
        RAISE insufficient_privilege;
    ELSIF found.present IS NOT NULL AND of_entity = 'queue_holds' THEN
        -- A rest is one row of a customer's: the later word holds.
        -- By its place: found alone is plpgsql's own, a truth value.
        RETURN public.giro_sync_change(jsonb_set(said, '{base}', found.present), form,
            jsonb_build_object('change', form->'columns'), $4);
    ELSIF found.present IS NOT NULL THEN
        IF found.is_seen AND NOT public.giro_sync_differs(
            found.present, wish, wish, said->'value', form) THEN
            RETURN public.giro_sync_verdict('applied', NULL, NULL, NULL);
        END IF;
        RETURN public.giro_sync_verdict('conflict', 'taken',
            CASE WHEN found.is_seen THEN found.present END, NULL);
    ELSIF form->>'key' = 'id'
        AND public.giro_sync_is_tombstoned(of_entity, of_key) THEN
        RETURN public.giro_sync_verdict('rejected', 'gone', NULL, NULL);
    END IF;
    BEGIN
        whose := public.giro_sync_insert(of_entity, form, said->'value');
        RETURN public.giro_sync_verdict('applied', NULL, NULL, whose);
    EXCEPTION WHEN unique_violation THEN
        stored := public.giro_sync_beside(of_entity, said->'value');
        IF stored IS NULL THEN
            RAISE;
        ELSIF stored = '{}' THEN
            RETURN public.giro_sync_verdict('conflict', 'told_already', NULL, NULL);
        END IF;
    END;
    whose := public.giro_sync_insert(of_entity, form, stored);
    stored := (public.giro_sync_row(of_entity, form, of_key)).present;
    RETURN public.giro_sync_verdict('conflict', 'place_taken', stored, whose);
END $$;

-- The form in which a row stands beside the one that has its place, so that what refers to it finds
-- it; null where there is none, empty where it need not be there at all.
CREATE OR REPLACE FUNCTION giro_sync_beside(of_entity text, said jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    other uuid;
    free timestamptz := (said->>'due_at')::timestamptz;
BEGIN
    CASE of_entity
    WHEN 'notifications' THEN
        RETURN '{}';
    WHEN 'objection_kinds' THEN
        RETURN said || jsonb_build_object(
            'code', left(said->>'code', 50) || '_' || right(said->>'id', 8));
    WHEN 'appointments' THEN
        SELECT a.id INTO other FROM public.appointments a
            WHERE a.customer_id = (said->>'customer_id')::uuid AND a.state = 'open';
        RETURN said || jsonb_build_object('state', 'replaced', 'replaced_by_id', other,
            'closed_at', clock_timestamp());
    WHEN 'reminders' THEN
        LOOP
            free := free + interval '1 microsecond';
            EXIT WHEN NOT EXISTS (SELECT 1 FROM public.reminders r WHERE r.due_at = free
                AND r.customer_id = (said->>'customer_id')::uuid);
        END LOOP;
        RETURN said || jsonb_build_object('due_at', free, 'state', 'cancelled');
    ELSE
        RETURN NULL;
    END CASE;
END $$;
