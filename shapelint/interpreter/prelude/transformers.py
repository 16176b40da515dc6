"""`transformers`: its classes for configurations and models of one's own. Never imported."""

from torch import nn


class PretrainedConfig:
    def __init__(self, **settings):
        for name in settings:
            setattr(self, name, settings[name])

    @classmethod
    def from_pretrained(cls, name, **settings):
        return __some__("a stored configuration")

    @classmethod
    def from_dict(cls, settings, **more):
        return cls(**{**settings, **more})

    def to_dict(self):
        return dict(self.__dict__)


PreTrainedConfig = PretrainedConfig


class PreTrainedModel(nn.Module):
    def __init__(self, config, *inputs, **settings):
        super().__init__()
        self.config = config

    def post_init(self):
        return None

    def init_weights(self):
        return None

    def gradient_checkpointing_enable(self, **settings):
        return None

    @classmethod
    def from_pretrained(cls, name, **settings):
        return __some__("a stored model")

    @classmethod
    def _from_config(cls, config, **settings):
        return cls(config)
