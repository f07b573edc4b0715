"""The words of a note in a server's SQL, as ``cockpit.domain.note_search`` takes them.

The index of the migration 0022 is on this very expression, and is used only where it is spelt so.
"""

_ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_BARE = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy"
_MARKS = r"\0300\0301\0302\0303\0304\0308\030A\0327"

#: SQL of the words of ``{note}``; nothing but small letters and digits is left of it, so that the
#: parser finds words alone.
WORDS = (
    "to_tsvector('simple'::regconfig, regexp_replace(lower(translate({note},"
    f" U&'{_ACCENTED}{_MARKS}', '{_BARE}') COLLATE \"C\"), '[^a-z0-9]+', ' ', 'g'))"
)
