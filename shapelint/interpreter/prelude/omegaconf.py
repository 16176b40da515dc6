"""`omegaconf`: nested settings, read by attribute or by key. Never imported."""

import yaml


class DictConfig:
    def __init__(self, content=None, **options):
        for name in content or {}:
            setattr(self, name, _wrapped(content[name]))

    def __getitem__(self, name):
        return getattr(self, name)

    def __setitem__(self, name, value):
        setattr(self, name, value)

    def __contains__(self, name):
        return name in self.__dict__

    def __len__(self):
        return len(self.__dict__)

    def __iter__(self):
        return iter(list(self.__dict__))

    def get(self, name, default=None):
        return self.__dict__.get(name, default)

    def keys(self):
        return self.__dict__.keys()

    def values(self):
        return self.__dict__.values()

    def items(self):
        return self.__dict__.items()

    def pop(self, name, default=None):
        return self.__dict__.pop(name, default)

    def update(self, other):
        for name in other:
            setattr(self, name, other[name])

    def copy(self):
        return DictConfig(_plain(self))


class ListConfig:
    pass


class OmegaConf:
    @staticmethod
    def load(file):
        return _wrapped(yaml.safe_load(open(file) if isinstance(file, str) else file))

    @staticmethod
    def create(content=None, **options):
        if isinstance(content, str):
            content = yaml.safe_load(content)
        return _wrapped({} if content is None else content)

    @staticmethod
    def structured(content, **options):
        return content() if isinstance(content, type) else content

    @staticmethod
    def from_cli(arguments=None):
        return __some__("the command line")

    @staticmethod
    def merge(*configs):
        if not all(isinstance(config, (dict, DictConfig)) for config in configs):
            return __some__("merged settings")
        merged = {}
        for config in configs:
            merged = _over(merged, _plain(config))
        return _wrapped(merged)

    @staticmethod
    def to_container(config, **options):
        return _plain(config)

    @staticmethod
    def to_yaml(config, **options):
        return __some__("text")

    @staticmethod
    def set_struct(config, flag):
        return None

    @staticmethod
    def set_readonly(config, flag):
        return None

    @staticmethod
    def resolve(config):
        return None

    @staticmethod
    def is_config(value):
        return isinstance(value, DictConfig)


def _wrapped(value):
    if isinstance(value, dict):
        return DictConfig(value)
    if isinstance(value, (list, tuple)):
        return [_wrapped(item) for item in value]
    if isinstance(value, str) and "${" in value:
        return __some__("an interpolated setting")
    return value


def _plain(value):
    if isinstance(value, DictConfig):
        return {name: _plain(item) for name, item in value.__dict__.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _over(one, other):
    merged = dict(one)
    for name in other:
        both = isinstance(merged.get(name), dict) and isinstance(other[name], dict)
        merged[name] = _over(merged[name], other[name]) if both else other[name]
    return merged
