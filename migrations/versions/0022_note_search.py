"""Search over the notes of contacts: an index of their words, without accents, on each engine.

A file has a full-text table beside the contacts, kept by triggers. Its rows carry a number of their
own that begins with the second of the contact: the file hands matches out in that order, newest
first, however many there are, and a VACUUM changes no such number. Whoever makes ``contacts`` anew
on a file (a batch migration) drops the triggers with it and has to make them again.

A server has an index over the words of the note, spelt without any extension, and a function that
searches it: under row policies the index would not be used (``@@`` is not leakproof). Preparing a
team's server puts a function in its place that tells only of customers whom the login sees.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_BARE = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy"
_MARKS = r"\0300\0301\0302\0303\0304\0308\030A\0327"
#: Nothing but small letters and digits is left of a note, so that the parser finds words alone.
_WORDS = (
    "to_tsvector('simple'::regconfig, regexp_replace(lower(translate({note},"
    f" U&'{_ACCENTED}{_MARKS}', '{_BARE}') COLLATE \"C\"), '[^a-z0-9]+', ' ', 'g'))"
)
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
    "CREATE VIRTUAL TABLE contact_notes USING fts5(note, content='', columnsize=0, prefix='1 2 3',"
    " tokenize=\"unicode61 remove_diacritics 2 separators 'ªº'\")",
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
_SIGNATURE = "text, timestamptz, timestamptz, uuid, uuid[], integer"
_FUNCTION = f"""CREATE FUNCTION giro_notes_matching(
        wanted text, since timestamptz, before timestamptz, before_id uuid, whose uuid[],
        most integer)
    RETURNS TABLE (contact_id uuid, occurred_at timestamptz)
    LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    RETURN QUERY SELECT c.id, c.occurred_at FROM public.contacts c
        WHERE {_WORDS.format(note="c.note")} @@ wanted::tsquery
            AND c.occurred_at >= since AND c.occurred_at <= before
            AND (c.occurred_at, c.id) < (before, before_id)
            AND (whose IS NULL OR c.user_id = ANY(whose))
        ORDER BY c.occurred_at DESC, c.id DESC LIMIT most;
END $$"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        words = _WORDS.format(note="note")
        op.execute(f"CREATE INDEX ix_contacts_note_words ON contacts USING gin (({words}))")
        op.execute(_FUNCTION)
    else:
        for statement in _IN_FILE:
            op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION giro_notes_matching({_SIGNATURE})")
        op.execute("DROP INDEX ix_contacts_note_words")
        return
    for trigger in ("added", "changed", "removed"):
        op.execute(f"DROP TRIGGER tr_contacts_note_{trigger}")
    op.execute("DROP TABLE contact_notes")
    op.execute("DROP TABLE contact_note_keys")
