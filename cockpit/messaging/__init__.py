"""What leaves the house: templates filled in a sandbox, e-mail, and its password's safe place."""
