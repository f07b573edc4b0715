"""What every use of the cipher says to it; importing this loads no database code."""

#: The cipher would write on the terminal what is wrong with a key or a page; a sentence tells it.
QUIET_CIPHER = "PRAGMA cipher_log_level = NONE"
