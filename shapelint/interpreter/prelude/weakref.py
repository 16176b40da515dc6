"""`weakref`: to refer to an object changes nothing of it. Never imported."""


class ref:
    def __init__(self, referent, callback=None):
        self._referent = referent

    def __call__(self):
        return self._referent if __flag__("alive") else None


def proxy(referent, callback=None):
    return referent
