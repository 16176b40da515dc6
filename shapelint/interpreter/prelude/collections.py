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


class Counter(_Dict):
    def __init__(self, iterable=None, /, **kwargs):
        self.update(iterable, **kwargs)

    def __getitem__(self, key):
        return __contents__(self).get(key, 0)

    def update(self, iterable=None, /, **kwargs):
        self._add(iterable, 1)
        self._add(kwargs, 1)

    def subtract(self, iterable=None, /, **kwargs):
        self._add(iterable, -1)
        self._add(kwargs, -1)

    def _add(self, given, sign):
        if hasattr(given, "items"):
            for key, count in given.items():
                self[key] = self[key] + sign * count
        elif given is not None:
            for key in given:
                self[key] = self[key] + sign

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda pair: pair[1], reverse=True)[:n]

    def elements(self):
        return iter([key for key, count in self.items() for _ in range(count)])

    def total(self):
        return sum(self.values())


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def _whole(self):
        whole = {}
        for mapping in reversed(self.maps):
            whole.update(mapping)
        return whole

    def __iter__(self):
        return iter(self._whole())

    def __len__(self):
        return len(self._whole())

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return self._whole().keys()

    def values(self):
        return [self[key] for key in self._whole()]

    def items(self):
        return [(key, self[key]) for key in self._whole()]

    def update(self, *args, **kwargs):
        self.maps[0].update(*args, **kwargs)

    def new_child(self, m=None, **kwargs):
        own = {} if m is None else m
        own.update(kwargs)
        return self.__class__(own, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])
