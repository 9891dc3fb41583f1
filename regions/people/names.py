"""An account's name made from a person's: readable, without titles, and without the e-mail address."""

from accounts.models import User
from rakor.lib.personnames import bare_words

LONGEST = 40
CONNECTED = {"bin", "binti"}


class AccountNames:
    """Names for new accounts, none given twice; those taken are read once, however many are asked for."""

    def __init__(self):
        self.taken = {name.casefold() for name in User.objects.values_list("username", flat=True)}

    def name_for(self, person_name):
        """ "contoh.abdullah", or "contoh.abdullah2" where that is somebody else's."""
        words = [word for word in bare_words(person_name) if word not in CONNECTED]
        stem = ".".join(words)[:LONGEST].strip(".") or "pengguna"
        number, found = 1, stem
        while found in self.taken:
            number += 1
            found = f"{stem}{number}"
        self.taken.add(found)
        return found
