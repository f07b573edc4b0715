"""What went wrong in the background, as the user is told of it."""

import resources
from cockpit.domain.errors import GiroError
from cockpit.domain.formats import Language


def sentence_of(error: Exception, language: Language) -> str:
    """Return what the user can do about an error.

    A fault of the program is raised again: the crash dialog takes it from there.
    """
    if not isinstance(error, GiroError):
        raise error
    return resources.text(error.message, language)
