"""What a layer keeps by name: who changes one of these dicts changes the layer. Never imported."""


class _Children(dict):
    """`layer._modules`."""

    def __init__(self, layer):
        self._layer = layer
        super().__init__(layer.__layers())

    def __setitem__(self, key, module):
        if __surely__(isinstance(key, str)):
            super().__setitem__(key, module)
            self._layer.add_module(key, module)
        else:
            __lost__(self._layer)

    def __delitem__(self, key):
        super().__delitem__(key)
        delattr(self._layer, key)

    def pop(self, key, *default):
        if key not in self:
            return super().pop(key, *default)
        module = self[key]
        del self[key]
        return module

    def popitem(self, last=True):
        key = list(self)[-1 if last else 0]
        return key, self.pop(key)

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, *args, **kwargs):
        for key, module in dict(*args, **kwargs).items():
            self[key] = module

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def move_to_end(self, key, last=True):
        __lost__(self._layer)


class _Attributes(dict):
    """`layer.__dict__`."""

    def __init__(self, layer, held):
        super().__init__()
        __contents__(self).update(held)
        self._layer = layer

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if __surely__(isinstance(key, str)):
            object.__setattr__(self._layer, key, value)
        else:
            __lost__(self._layer)

    def __delitem__(self, key):
        super().__delitem__(key)
        object.__delattr__(self._layer, key)

    def pop(self, key, *default):
        value = super().pop(key, *default)
        object.__delattr__(self._layer, key)
        return value

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        super().clear()
        __lost__(self._layer)


class _Tensors:
    """`layer._parameters`, `layer._buffers`."""

    def __init__(self, layer):
        self._layer = layer

    def __getitem__(self, key):
        return getattr(self._layer, key)

    def get(self, key, default=None):
        return getattr(self._layer, key, default)

    def __setitem__(self, key, tensor):
        if __surely__(isinstance(key, str)):
            setattr(self._layer, key, tensor)
        else:
            __lost__(self._layer)

    def __delitem__(self, key):
        delattr(self._layer, key)

    def pop(self, key, *default):
        tensor = getattr(self._layer, key, *default)
        delattr(self._layer, key)
        return tensor

    def update(self, *args, **kwargs):
        for key, tensor in dict(*args, **kwargs).items():
            self[key] = tensor

    def clear(self):
        __lost__(self._layer)

    def popitem(self):
        __lost__(self._layer)
        return __some__("popitem")

    def setdefault(self, key, default=None):
        __lost__(self._layer)
        return __some__("setdefault")

    def __getattr__(self, name):
        return __some__(name)


class _Hooks:
    """`layer._forward_hooks`, `layer._forward_pre_hooks`."""

    def __init__(self, layer, name):
        self._layer, self._name = layer, name

    def clear(self):
        setattr(self._layer, self._name, [])

    def __setitem__(self, key, hook):
        setattr(self._layer, self._name, __some__("hooks"))

    def __delitem__(self, key):
        setattr(self._layer, self._name, __some__("hooks"))

    def __getattr__(self, name):
        setattr(self._layer, self._name, __some__("hooks"))
        return __some__(name)
