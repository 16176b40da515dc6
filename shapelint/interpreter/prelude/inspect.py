"""`inspect`, as far as programs ask what a function takes. Never imported."""


class _empty:
    pass


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __init__(self, name, kind, default=_empty):
        self.name = name
        self.kind = kind
        self.default = default


class Signature:
    empty = _empty

    def __init__(self, parameters):
        self.parameters = {parameter.name: parameter for parameter in parameters}


class FullArgSpec:
    def __init__(self, parameters):
        self.args = [p.name for p in parameters if p.kind < 2]
        self.varargs = next((p.name for p in parameters if p.kind == 2), None)
        self.varkw = next((p.name for p in parameters if p.kind == 4), None)
        self.kwonlyargs = [p.name for p in parameters if p.kind == 3]
        self.defaults = tuple(
            p.default for p in parameters if p.kind < 2 and p.default is not _empty
        )


def signature(callable, **options):
    return Signature([Parameter(*parts) for parts in __takes__(callable, False)])


def getfullargspec(func):
    return FullArgSpec([Parameter(*parts) for parts in __takes__(func, True)])


def isclass(object):
    return isinstance(object, type)
