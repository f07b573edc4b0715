-- Erasing somebody: one person at a customer, or a customer who is a person. Their words go, and the
-- words of others that name them; rows, dates and sums stay. Late words of theirs are emptied as they
-- arrive (giro_sync_take); what names them is not written back by anybody (giro_keep_erased).

-- Take the words out of one row; of a fact, return its hashes before and after. NULL where nothing
-- changed.
CREATE OR REPLACE FUNCTION giro_redact_row(
    of_entity text, form jsonb, said jsonb, is_whole boolean, pattern text
) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    changed jsonb := public.giro_erased_columns(form, said, is_whole, pattern);
    named text;
    hash text;
BEGIN
    IF changed <> '{}' THEN
        SELECT string_agg(quote_ident(k), ', ' ORDER BY k) INTO named
            FROM jsonb_object_keys(changed) AS k;
        EXECUTE format('UPDATE public.%1$I SET (%2$s) = (SELECT %2$s FROM'
            ' jsonb_populate_record(NULL::public.%1$I, $1)) WHERE %3$I = $2',
            of_entity, named, form->>'key') USING changed, (said->>(form->>'key'))::uuid;
    END IF;
    IF NOT (form->>'is_fact')::boolean THEN
        RETURN nullif(changed, '{}');
    ELSIF changed = '{}' AND NOT is_whole AND said::text NOT LIKE '%[apagado]%' THEN
        RETURN NULL;
    END IF;
    -- A server that was set back may have got the words without the event that explains them.
    hash := public.giro_fact_hash(of_entity, said || changed);
    IF changed = '{}' AND (hash = said->>'content_sha256' OR EXISTS (
        SELECT 1 FROM public.audit_events a
        WHERE a.action = 'facts_redacted' AND a.device_id = public.giro_server_device()
            AND a.detail->'facts' @> jsonb_build_array(jsonb_build_object(
                'row', said->>'id', 'is', hash)))) THEN
        RETURN NULL;
    END IF;
    RETURN jsonb_build_object('entity', of_entity, 'row', said->>'id',
        'was', said->>'content_sha256', 'is', hash);
END $$;

-- What names the person, out of their own rows as they stand.
CREATE OR REPLACE FUNCTION giro_erasing_patterns_of(
    of_entity text, of_key uuid, OUT certain text, OUT loose text
)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    names text[];
    mails text[];
    numbers text[];
    documents text[];
BEGIN
    SELECT array_agg(p.name) FILTER (WHERE p.name NOT LIKE '[%'), array_agg(p.email)
        INTO names, mails FROM public.contact_persons p
        WHERE of_key = CASE of_entity WHEN 'customers' THEN p.customer_id ELSE p.id END;
    SELECT array_agg(coalesce(n.e164, n.raw)) || array_agg(n.whatsapp_e164) INTO numbers
        FROM public.phones n
        WHERE of_key = CASE of_entity WHEN 'customers' THEN n.customer_id ELSE n.person_id END;
    IF of_entity = 'customers' THEN
        SELECT names || array_remove(ARRAY[c.legal_name, c.trade_name], '[apagado]'),
            ARRAY[c.tax_id] INTO names, documents FROM public.customers c WHERE c.id = of_key;
    END IF;
    SELECT * INTO certain, loose FROM public.giro_erasing_patterns(
        names, names, mails, numbers, documents);
END $$;

-- That somebody is erased stays known for good, and their numbers with them.
CREATE OR REPLACE FUNCTION giro_bury_erased(of_entity text, keys uuid[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    INSERT INTO public.tombstones AS noted (id, entity, entity_id, deleted_at, reason)
    SELECT gen_random_uuid(), of_entity, one, clock_timestamp(), 'erased'
    FROM unnest(keys) AS one ORDER BY one
    ON CONFLICT (entity, entity_id) DO UPDATE SET reason = 'erased',
        deleted_at = excluded.deleted_at
$$;

-- Go through the rows of a customer, and through those that name nobody by a key.
CREATE OR REPLACE FUNCTION giro_erase_rows(
    whose uuid, person uuid, buried uuid[], certain text, loose text
) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    of_entity text;
    form jsonb;
    row record;
    told jsonb;
    counts jsonb := '{}';
    facts jsonb := '[]';
    visited uuid[] := buried;
BEGIN
    FOR of_entity, form IN SELECT * FROM jsonb_each(public.giro_erasable()) AS f
        ORDER BY (f.value->>'place')::int
    LOOP
        FOR row IN EXECUTE format('SELECT to_jsonb(%1$I) AS said, %2$s AS is_whole, %3$s AS is_near'
            ' FROM public.%1$I WHERE %4$s', of_entity, form->>'whole', form->>'near',
            form->>'where') USING whose, person, visited, certain
        LOOP
            told := public.giro_redact_row(of_entity, form, row.said, row.is_whole,
                CASE WHEN row.is_near THEN loose ELSE certain END);
            IF (form->>'is_visited')::boolean THEN
                visited := visited || (row.said->>(form->>'key'))::uuid;
            END IF;
            CONTINUE WHEN told IS NULL;
            counts := counts || jsonb_build_object(of_entity, 1 + coalesce((counts->of_entity)::int, 0));
            facts := facts || CASE WHEN (form->>'is_fact')::boolean THEN jsonb_build_array(told)
                ELSE '[]' END;
        END LOOP;
    END LOOP;
    RETURN jsonb_build_object('rows', counts, 'facts', facts);
END $$;

-- Numbers go, and out of what the customer is searched by.
CREATE OR REPLACE FUNCTION giro_erase_numbers(whose uuid, keys uuid[]) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    digits text;
    count integer;
BEGIN
    FOR digits IN SELECT DISTINCT one FROM public.phones n, unnest(ARRAY[
            regexp_replace(n.raw, '[^0-9]', '', 'g'), regexp_replace(n.e164, '[^0-9]', '', 'g'),
            regexp_replace(n.e164, '^\+55|[^0-9]', '', 'g'),
            regexp_replace(n.whatsapp_e164, '^\+55|[^0-9]', '', 'g')]) AS one
        WHERE n.id = ANY(keys) AND length(one) > 7 ORDER BY one DESC
    LOOP
        UPDATE public.customers c SET search_text = replace(c.search_text, digits, '')
        WHERE c.id = whose AND c.search_text LIKE '%' || digits || '%';
    END LOOP;
    DELETE FROM public.phones n WHERE n.id = ANY(keys);
    GET DIAGNOSTICS count = ROW_COUNT;
    PERFORM public.giro_bury_erased('phones', keys);
    RETURN count;
END $$;

-- Contents of attachments that have no name any more; laptops let go of theirs by themselves.
CREATE OR REPLACE FUNCTION giro_erase_contents(whose uuid) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    count integer;
BEGIN
    DELETE FROM public.attachment_contents c USING public.attachments a
    WHERE a.id = c.attachment_id AND a.customer_id = whose AND a.name = '[apagado]';
    GET DIAGNOSTICS count = ROW_COUNT;
    RETURN count;
END $$;

-- Erase somebody, and return what that took; see above. Done again it takes what came meanwhile.
CREATE OR REPLACE FUNCTION giro_erase(of_entity text, of_key uuid) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    whose uuid;
    persons uuid[];
    numbers uuid[];
    found record;
    done jsonb;
    counts jsonb;
BEGIN
    IF NOT public.giro_may_admit() THEN
        RAISE insufficient_privilege USING MESSAGE = 'people are erased by administrators';
    END IF;
    -- Who is writing about them is waited for; who begins now, sees that they are erased.
    SELECT CASE of_entity WHEN 'customers' THEN c.id END INTO whose
        FROM public.customers c WHERE c.id = of_key FOR UPDATE;
    PERFORM 1 FROM public.contact_persons p WHERE of_key = CASE of_entity
        WHEN 'customers' THEN p.customer_id ELSE p.id END ORDER BY p.id FOR UPDATE;
    SELECT array_agg(p.id), coalesce(whose, (array_agg(p.customer_id))[1]) INTO persons, whose
        FROM public.contact_persons p
        WHERE of_key = CASE of_entity WHEN 'customers' THEN p.customer_id ELSE p.id END;
    IF whose IS NULL THEN
        RAISE EXCEPTION 'erase_nobody' USING ERRCODE = 'GI001';
    END IF;
    SELECT array_agg(n.id) INTO numbers FROM public.phones n WHERE of_key = CASE of_entity
        WHEN 'customers' THEN n.customer_id ELSE n.person_id END;
    found := public.giro_erasing_patterns_of(of_entity, of_key);
    PERFORM public.giro_bury_erased('contact_persons', persons);
    IF of_entity = 'customers' THEN
        PERFORM public.giro_bury_erased('customers', ARRAY[of_key]);
    END IF;
    done := public.giro_erase_rows(whose, CASE of_entity WHEN 'customers' THEN NULL ELSE of_key END,
        ARRAY[of_key] || persons || numbers, found.certain, found.loose);
    UPDATE public.quarantined_facts SET resolved_at = clock_timestamp(), resolution = 'discarded',
        resolved_by = public.giro_me(), reason = 'erased'
    WHERE payload = '{}' AND resolved_at IS NULL;
    counts := done->'rows' || jsonb_build_object(
        'phones', public.giro_erase_numbers(whose, coalesce(numbers, '{}')),
        'attachment_contents', public.giro_erase_contents(whose));
    counts := (SELECT coalesce(jsonb_object_agg(k, v), '{}') FROM jsonb_each(counts) AS c(k, v)
        WHERE v <> '0');
    PERFORM public.giro_server_event('person_erased', of_entity, of_key,
        jsonb_build_object('rows', counts), public.giro_me());
    PERFORM public.giro_note_redactions(of_entity, of_key, done->'facts', public.giro_me());
    PERFORM public.giro_sync_note(ARRAY[whose]);
    RETURN jsonb_build_object('rows', counts, 'facts', jsonb_array_length(done->'facts'));
END $$;

-- What a fact that arrives says of somebody erased is not stored: NULL where it is about nobody such.
-- Whoever erases them meanwhile waits for this transaction, or this one sees it.
CREATE OR REPLACE FUNCTION giro_arriving_words(of_entity text, said jsonb) RETURNS jsonb
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    form jsonb;
    whose uuid := (said->>'customer_id')::uuid;
    person uuid := (said->>'person_id')::uuid;
BEGIN
    IF of_entity IN ('commands', 'audit_events') THEN
        RETURN NULL;
    ELSIF of_entity = 'attachments' THEN
        SELECT c.person_id INTO person FROM public.contacts c
            WHERE c.id = (said->>'contact_id')::uuid;
    ELSIF of_entity = 'objection_events' THEN
        SELECT o.customer_id INTO whose FROM public.objections o
            WHERE o.id = (said->>'objection_id')::uuid;
    END IF;
    PERFORM 1 FROM public.customers c WHERE c.id = whose FOR KEY SHARE;
    PERFORM 1 FROM public.contact_persons p WHERE p.id = person FOR KEY SHARE;
    IF NOT EXISTS (SELECT 1 FROM public.tombstones t WHERE t.reason = 'erased'
        AND (t.entity, t.entity_id) IN (('customers', whose), ('contact_persons', person))) THEN
        RETURN NULL;
    END IF;
    form := public.giro_erasable()->of_entity;
    RETURN CASE WHEN (form->>'is_fact')::boolean
        THEN public.giro_erased_columns(form, said, true, NULL) END;
END $$;

-- A form that was open while somebody was erased is saved, without their words.
CREATE OR REPLACE FUNCTION giro_late_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC'
AS $$
DECLARE
    changed jsonb := public.giro_arriving_words(TG_TABLE_NAME, to_jsonb(NEW));
BEGIN
    IF changed IS NULL OR changed = '{}' THEN
        RETURN NEW;
    END IF;
    NEW := jsonb_populate_record(NEW, changed);
    PERFORM public.giro_note_redactions(TG_TABLE_NAME, NEW.id, jsonb_build_array(
        jsonb_build_object('entity', TG_TABLE_NAME, 'row', NEW.id, 'was', NEW.content_sha256,
            'is', public.giro_fact_hash(TG_TABLE_NAME, to_jsonb(NEW)))), NULL);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER tr_contacts_late_words BEFORE INSERT ON contacts
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION giro_late_words();
CREATE OR REPLACE TRIGGER tr_sent_messages_late_words BEFORE INSERT ON sent_messages
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION giro_late_words();
CREATE OR REPLACE TRIGGER tr_contact_permissions_late_words BEFORE INSERT ON contact_permissions
    FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION giro_late_words();

-- Neither an import nor a form that was open brings back what was erased.
CREATE OR REPLACE FUNCTION giro_keep_erased() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    form jsonb := public.giro_erasable()->TG_TABLE_NAME;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.tombstones t WHERE t.entity = TG_TABLE_NAME
        AND t.entity_id = OLD.id AND t.reason = 'erased') THEN
        RETURN NEW;
    END IF;
    RETURN jsonb_populate_record(NEW,
        public.giro_erased_columns(form, to_jsonb(NEW), true, NULL));
END $$;

CREATE OR REPLACE TRIGGER tr_customers_stays_erased BEFORE UPDATE ON customers
    FOR EACH ROW WHEN (OLD.legal_name = '[apagado]') EXECUTE FUNCTION giro_keep_erased();
CREATE OR REPLACE TRIGGER tr_contact_persons_stays_erased BEFORE UPDATE ON contact_persons
    FOR EACH ROW WHEN (OLD.name = '[apagado]') EXECUTE FUNCTION giro_keep_erased();
