"""Models by name, entered by a decorator."""

MODELS = {}


def register(function):
    MODELS[function.__name__] = function
    return function


def enter(cls):
    MODELS[cls.__name__.lower()] = cls
    return cls


def make(name, **options):
    if name not in MODELS:
        raise ValueError(f"no model is called {name}")
    return MODELS[name](**options)
