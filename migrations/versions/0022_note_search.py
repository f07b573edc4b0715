"""Search over the notes of contacts: an index of their words, without accents, on each engine.

A file has a full-text table beside the contacts, kept by triggers. Its rows carry a number of their
own that begins with the second of the contact: the file hands matches out in that order, newest
first, however many there are, and a VACUUM changes no such number. Whoever makes ``contacts`` anew
on a file (a batch migration) drops the triggers with it and has to make them again.

A server keeps the words of each note in a column, made without any extension, with an index over
it: a phrase, and a word that nearly each note holds, are looked for from note to note, which takes
100 times as long where the words have to be made of it each time. A function searches it: under row policies the index would not be used (``@@`` is not leakproof). Preparing a
team's server puts a function in its place that tells only of customers whom the login sees.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_BARE = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy"
#: The marks that FTS5 takes for a part of a letter.
_MARKS = (
    r"\0300\0301\0302\0303\0304\0306\0307\0308\0309\030A\030B\030C"
    r"\030F\0311\031B\0323\0324\0325\0326\0327\0328\032D\032E\0330\0331"
)
#: Nothing but small letters and digits is left of a note, so that the parser finds words alone.
_KEPT = (
    "GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(lower(translate(note,"
    f" U&'{_ACCENTED}{_MARKS}', '{_BARE}') COLLATE \"C\"), '[^a-z0-9]+', ' ', 'g'))) STORED"
)
#: FTS5 takes signs that are younger than its tables for letters; most of those are such pictures.
_PICTURES = "".join(map(chr, range(0x1F300, 0x1FB00)))
_SECOND = 16_777_216
_NEXT_KEY = f"""coalesce(
        (SELECT max(key) + 1 FROM contact_note_keys
            WHERE key >= unixepoch(new.occurred_at) * {_SECOND}
            AND key < (unixepoch(new.occurred_at) + 1) * {_SECOND}),
        unixepoch(new.occurred_at) * {_SECOND})"""
_PUT = f"""
    INSERT INTO contact_note_keys (key, contact_id)
        SELECT {_NEXT_KEY}, new.id WHERE new.note IS NOT NULL;
    INSERT INTO contact_notes (rowid, note)
        SELECT key, new.note FROM contact_note_keys WHERE contact_id = new.id;"""
_TAKE = """
    INSERT INTO contact_notes (contact_notes, rowid, note)
        SELECT 'delete', key, old.note FROM contact_note_keys WHERE contact_id = old.id;
    DELETE FROM contact_note_keys WHERE contact_id = old.id;"""
_IN_FILE = (
    "CREATE TABLE contact_note_keys (key INTEGER NOT NULL PRIMARY KEY,"
    " contact_id BLOB NOT NULL UNIQUE)",
    # No letter of another script or language is one here, as on a server: there is no surrogate in
    # any text, so that only the named signs are left.
    "CREATE VIRTUAL TABLE contact_notes USING fts5(note, content='', columnsize=0, prefix='1 2 3',"
    " tokenize=\"unicode61 remove_diacritics 2 categories 'Cs'"
    f" tokenchars '{_PLAIN}{_ACCENTED}' separators '{_PICTURES}'\")",
    # What is erased leaves no trace in the index.
    "INSERT INTO contact_notes (contact_notes, rank) VALUES ('secure-delete', 1)",
    f"""INSERT INTO contact_note_keys (key, contact_id)
        SELECT unixepoch(occurred_at) * {_SECOND} - 1
            + row_number() OVER (PARTITION BY unixepoch(occurred_at) ORDER BY id), id
        FROM contacts WHERE note IS NOT NULL""",
    """INSERT INTO contact_notes (rowid, note)
        SELECT k.key, c.note FROM contact_note_keys AS k JOIN contacts AS c ON c.id = k.contact_id
        ORDER BY k.key""",
    f"""CREATE TRIGGER tr_contacts_note_added AFTER INSERT ON contacts
        WHEN new.note IS NOT NULL BEGIN {_PUT} END""",
    f"""CREATE TRIGGER tr_contacts_note_changed AFTER UPDATE OF note, occurred_at, id ON contacts
        BEGIN {_TAKE} {_PUT} END""",
    f"""CREATE TRIGGER tr_contacts_note_removed AFTER DELETE ON contacts
        WHEN old.note IS NOT NULL BEGIN {_TAKE} END""",
)
#: What somebody read today is counted each time that a list is opened.
_READ = "ix_contact_reviews_reviewer_id_reviewed_at"
_SIGNATURE = "text, timestamptz, timestamptz, uuid, uuid[], integer"
#: The newest contacts are looked through first: the planner takes each beginning of a word for as
#: common as any other, and would choose wrongly between the index of time and that of words.
_FUNCTION = """CREATE FUNCTION giro_notes_matching(
        wanted text, since timestamptz, before timestamptz, before_id uuid, whose uuid[],
        most integer)
    RETURNS TABLE (contact_id uuid, occurred_at timestamptz)
    LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    words tsquery := wanted::tsquery;
    keys uuid[];
    instants timestamptz[];
BEGIN
    IF most <= 100000 THEN
        SELECT array_agg(m.id ORDER BY m.occurred_at DESC, m.id DESC),
            array_agg(m.occurred_at ORDER BY m.occurred_at DESC, m.id DESC)
            INTO keys, instants
            FROM (
                SELECT c.id, c.occurred_at FROM (
                    SELECT t.id, t.occurred_at, t.note_words FROM public.contacts t
                    WHERE t.occurred_at >= since AND t.occurred_at <= before
                        AND (t.occurred_at, t.id) < (before, before_id)
                        AND (whose IS NULL OR t.user_id = ANY(whose))
                    ORDER BY t.occurred_at DESC, t.id DESC LIMIT 16 * most
                ) c
                WHERE c.note_words @@ words
                ORDER BY c.occurred_at DESC, c.id DESC LIMIT most
            ) m;
        IF cardinality(keys) >= most THEN
            RETURN QUERY SELECT * FROM unnest(keys, instants);
            RETURN;
        END IF;
    END IF;
    RETURN QUERY WITH matches AS MATERIALIZED (
        SELECT t.id, t.occurred_at FROM public.contacts t
        WHERE t.note_words @@ words AND t.occurred_at >= since AND t.occurred_at <= before
            AND (t.occurred_at, t.id) < (before, before_id)
            AND (whose IS NULL OR t.user_id = ANY(whose))
    )
    SELECT c.id, c.occurred_at FROM matches c
    ORDER BY c.occurred_at DESC, c.id DESC LIMIT most;
END $$"""


def upgrade() -> None:
    op.create_index(_READ, "contact_reviews", ["reviewer_id", "reviewed_at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE contacts ADD COLUMN note_words tsvector {_KEPT}")
        op.execute("CREATE INDEX ix_contacts_note_words ON contacts USING gin (note_words)")
        op.execute(_FUNCTION)
    else:
        for statement in _IN_FILE:
            op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    op.drop_index(_READ, "contact_reviews")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION giro_notes_matching({_SIGNATURE})")
        op.execute("ALTER TABLE contacts DROP COLUMN note_words")
        return
    for trigger in ("added", "changed", "removed"):
        op.execute(f"DROP TRIGGER tr_contacts_note_{trigger}")
    op.execute("DROP TABLE contact_notes")
    op.execute("DROP TABLE contact_note_keys")
