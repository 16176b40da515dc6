"""The mappings that classes derive from, `dict` among them. Never imported."""


class _Dict:
    def __init__(self, *args, **kwargs):
        __contents__(self).update(*args, **kwargs)

    def __getitem__(self, key):
        return __contents__(self)[key]

    def __setitem__(self, key, value):
        __contents__(self)[key] = value

    def __delitem__(self, key):
        del __contents__(self)[key]

    def __contains__(self, key):
        return key in __contents__(self)

    def __iter__(self):
        return iter(__contents__(self))

    def __len__(self):
        return len(__contents__(self))

    def get(self, key, default=None):
        return __contents__(self).get(key, default)

    def setdefault(self, key, default=None):
        return __contents__(self).setdefault(key, default)

    def pop(self, key, *default):
        return __contents__(self).pop(key, *default)

    def update(self, *args, **kwargs):
        __contents__(self).update(*args, **kwargs)

    def keys(self):
        return __contents__(self).keys()

    def values(self):
        return __contents__(self).values()

    def items(self):
        return __contents__(self).items()

    def clear(self):
        __contents__(self).clear()

    def popitem(self):
        return __contents__(self).popitem()

    def copy(self):
        return __contents__(self).copy()


class UserDict(_Dict):
    """All its methods go by those behind `[]` and `in`, unlike dict's own."""

    def __init__(self, dict=None, /, **kwargs):
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    @property
    def data(self):
        return __contents__(self)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def pop(self, key, *default):
        if key not in self:
            return super().pop(key, *default)
        value = self[key]
        del self[key]
        return value

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]
