-- How somebody's words are found and what is left of them. Nobody may call these but giro_erase and
-- giro_sync_take.

-- A word as a pattern that finds it with and without accents, in either case.
CREATE OR REPLACE FUNCTION giro_erasing_word(word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found text := regexp_replace(lower(translate(word,
        'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ',
        'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy')), '([!-/:-@\[-`{-~])', '\\\1', 'g');
    letters text;
BEGIN
    FOREACH letters IN ARRAY ARRAY['aàáâãäåÀÁÂÃÄÅ', 'cçÇ', 'eèéêëÈÉÊË', 'iìíîïÌÍÎÏ', 'nñÑ',
        'oòóôõöÒÓÔÕÖ', 'uùúûüÙÚÛÜ', 'yýÿÝ']
    LOOP
        -- A mark of its own may follow the letter.
        found := replace(found, left(letters, 1), '[' || letters || ']['
            || chr(768) || '-' || chr(879) || ']?');
    END LOOP;
    RETURN found;
END $$;

-- A number as a pattern, by its last digits, however it is written; NULL where it is too short.
CREATE OR REPLACE FUNCTION giro_erasing_number(number text, digits_at_least integer) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE WHEN length(digits) >= digits_at_least THEN '(?:\+?(?:[0-9][ ()./-]{0,3}){0,5})?'
        || regexp_replace(right(digits, digits_at_least), '(.)(?=.)', '\1[ ()./-]{0,3}', 'g')
        || '(?![0-9])' END
    FROM (SELECT regexp_replace(number, '[^0-9]', '', 'g') AS digits) AS one
$$;

-- What names somebody: ``certain`` beyond doubt, ``loose`` in what was written about their customer.
CREATE OR REPLACE FUNCTION giro_erasing_patterns(
    whole_names text[], single_words text[], addresses text[], numbers text[], documents text[],
    OUT certain text, OUT loose text
)
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH sure AS (
        -- A name may begin or end with a mark, as "Jr." does: neither is where a word ends.
        SELECT '(?<!\w)' || string_agg(public.giro_erasing_word(part), '\s+' ORDER BY place)
            || '(?!\w)' AS one
        FROM unnest(whole_names) WITH ORDINALITY AS n(name, nth),
            regexp_split_to_table(trim(name), '\s+') WITH ORDINALITY AS w(part, place)
        GROUP BY nth HAVING count(*) > 1
        UNION ALL SELECT '(?<![\w.+-])' || public.giro_erasing_word(one) || '(?!\w)'
        FROM unnest(addresses) AS one
        WHERE length(one) > 4
        UNION ALL SELECT public.giro_erasing_number(one, 8) FROM unnest(numbers) AS one
        UNION ALL SELECT public.giro_erasing_number(one, 11) FROM unnest(documents) AS one
    ), words AS (
        SELECT DISTINCT '(?<!\w)' || public.giro_erasing_word(part) || '(?!\w)' AS one
        FROM unnest(single_words) AS name, regexp_split_to_table(trim(name), '\s+') AS part
        WHERE length(part) > 2 AND lower(part) NOT IN ('dos', 'das', 'del', 'van', 'von')
    )
    SELECT (SELECT string_agg(one, '|') FROM sure),
        (SELECT string_agg(one, '|') FROM (SELECT one FROM sure UNION ALL SELECT one FROM words) AS a)
$$;

-- Keep a text but for what a pattern finds in it.
CREATE OR REPLACE FUNCTION giro_erased_text(said text, pattern text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT CASE WHEN pattern IS NULL THEN said
    ELSE regexp_replace(said, pattern, '[apagado]', 'gi') END $$;

-- Likewise a document; one that would be none any more is emptied.
CREATE OR REPLACE FUNCTION giro_erased_document(said jsonb, pattern text) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN public.giro_erased_text(said::text, pattern)::jsonb;
EXCEPTION WHEN invalid_text_representation THEN
    RETURN '{}';
END $$;

-- What a row says no more: the columns that change, with what is left of each.
CREATE OR REPLACE FUNCTION giro_erased_columns(
    form jsonb, said jsonb, is_whole boolean, pattern text
) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    changed jsonb := '{}';
    one text;
    blank jsonb;
    kept jsonb;
BEGIN
    FOR one, blank IN SELECT * FROM jsonb_each(form->'words') LOOP
        kept := CASE WHEN said->>one IS NULL THEN said->one WHEN is_whole THEN blank
            ELSE to_jsonb(public.giro_erased_text(said->>one, pattern)) END;
        IF kept IS DISTINCT FROM said->one THEN
            changed := changed || jsonb_build_object(one, kept);
        END IF;
    END LOOP;
    FOR one, blank IN SELECT * FROM jsonb_each(form->'documents') LOOP
        kept := CASE WHEN said->>one IS NULL THEN said->one WHEN is_whole THEN blank
            ELSE public.giro_erased_document(said->one, pattern) END;
        IF kept IS DISTINCT FROM said->one THEN
            changed := changed || jsonb_build_object(one, kept);
        END IF;
    END LOOP;
    IF is_whole THEN
        FOR one, blank IN SELECT * FROM jsonb_each(form->'own') LOOP
            IF blank IS DISTINCT FROM said->one THEN
                changed := changed || jsonb_build_object(one, blank);
            END IF;
        END LOOP;
    END IF;
    RETURN changed;
END $$;

-- A document as it is hashed: names in their order, no blanks.
CREATE OR REPLACE FUNCTION giro_sorted_document(said jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    RETURN CASE jsonb_typeof(said)
        WHEN 'object' THEN '{' || coalesce((SELECT string_agg(
            to_json(k)::text || ':' || public.giro_sorted_document(v), ',' ORDER BY k COLLATE "C")
            FROM jsonb_each(said) AS e(k, v)), '') || '}'
        WHEN 'array' THEN '[' || coalesce((SELECT string_agg(
            public.giro_sorted_document(v), ',' ORDER BY place)
            FROM jsonb_array_elements(said) WITH ORDINALITY AS e(v, place)), '') || ']'
        ELSE said::text END;
END $$;
