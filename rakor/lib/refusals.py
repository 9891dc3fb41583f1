"""What is raised when something written cannot be read: a code for programs, a sentence for people."""

from rakor.lib.text import excerpt


class Refused(ValueError):
    """What stands there cannot be read; ``message`` says what was read, why not, and what to write.

    The sentence is made in the language of the moment, so it can be stored or sent to another process.
    """

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self):
        return type(self), (self.code, self.message)


def refused(code: str, message: str, read: str, /, **params) -> Refused:
    """A refusal whose sentence quotes what was read as ``%(read)s``, shortened, invisible signs shown."""
    return Refused(code, message % {"read": excerpt(read), **params})
