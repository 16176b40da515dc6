"""What all models of transformers do: how they are loaded, what they take and give. Never imported.

https://huggingface.co/docs/transformers/main_classes/output
"""

import inspect

import torch
import torch.nn.functional as F
from torch import nn
from transformers._configurations import PretrainedConfig, _stored


class ModelOutput:
    """Fields by name, and those that are not None by their place."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __getattr__(self, name):
        return __some__(name)

    def __held(self):
        return {name: value for name, value in self.__dict__.items() if value is not None}

    def __getitem__(self, key):
        return self.__held()[key] if isinstance(key, str) else self.to_tuple()[key]

    def __contains__(self, key):
        return key in self.__held()

    def __iter__(self):
        return iter(self.__held())

    def __len__(self):
        return len(self.__held())

    def get(self, key, default=None):
        return self.__held().get(key, default)

    def keys(self):
        return self.__held().keys()

    def values(self):
        return self.__held().values()

    def items(self):
        return self.__held().items()

    def to_tuple(self):
        return tuple(self.__held().values())


_LOADING = (
    "attn_implementation", "cache_dir", "device_map", "dtype", "force_download", "from_flax", "from_tf", "generation_config",
    "ignore_mismatched_sizes", "load_in_4bit", "load_in_8bit", "local_files_only", "low_cpu_mem_usage", "max_memory", "mirror",
    "offload_folder", "offload_state_dict", "proxies", "quantization_config", "resume_download", "return_dict", "revision",
    "state_dict", "subfolder", "token", "torch_dtype", "trust_remote_code", "use_auth_token", "use_safetensors", "variant",
    "weights_only",
)
"""What says how a model is loaded, and not what it is."""


_OF_ALL = (
    "id2label", "intermediate_size", "label2id", "num_labels", "output_attentions", "output_hidden_states", "problem_type",
    "type_vocab_size",
)
"""Settings that configurations have, and that models may name as well."""


def _is_of(config_class, name):
    """Whether it is a setting of a configuration."""
    told = name in _OF_ALL or name in config_class._sizes
    return told or name in inspect.signature(config_class.__init__).parameters


def _for_model(cls, settings, config_class):
    """What the model's own `__init__` is given of the settings: those that are none of its configuration (None: of none)."""
    taken = inspect.signature(cls.__init__).parameters
    rest = any(parameter.kind == parameter.VAR_KEYWORD for parameter in taken.values())
    return {
        name: settings[name] for name in settings
        if (name in taken or rest) and name not in _LOADING and (config_class is None or not _is_of(config_class, name))
    }


class PreTrainedModel(nn.Module):
    config_class = PretrainedConfig
    base_model_prefix = ""

    def __init__(self, config, *inputs, **settings):
        super().__init__()
        self.config = config

    @property
    def base_model(self):
        return getattr(self, self.base_model_prefix, self)

    def post_init(self):
        return None

    def init_weights(self):
        return None

    def tie_weights(self):
        return None

    def gradient_checkpointing_enable(self, **settings):
        return None

    def gradient_checkpointing_disable(self):
        return None

    def enable_input_require_grads(self):
        return None

    def save_pretrained(self, *place, **settings):
        return None

    def resize_token_embeddings(self, new_num_tokens=None, *more, **settings):
        if new_num_tokens is not None:
            self.config.vocab_size = new_num_tokens
        return __some__("embeddings")

    def num_parameters(self, only_trainable=False, exclude_embeddings=False):
        return __size__("parameters")

    @classmethod
    def from_pretrained(cls, name, *inputs, config=None, output_loading_info=False, **settings):
        own = _for_model(cls, settings, cls.config_class if config is None else None)
        if config is None:
            others = {setting: settings[setting] for setting in settings if setting not in own}
            config = cls.config_class.from_pretrained(name, **others)
        model = cls(config, *inputs, **own) if isinstance(config, PretrainedConfig) else __some__("a stored model")
        return (model, __some__("what was loaded")) if output_loading_info else model

    @classmethod
    def _from_config(cls, config, **settings):
        return cls(config)


def _inside(name, told):
    """A part that is not told: whoever asks for it may change what `told` says, and whoever puts another there does."""

    def given(self):
        setattr(self, told, False)
        return __some__(name)

    def changed(self, value):
        setattr(self, told, False)

    return property(given, changed)


class _Told(PreTrainedModel):
    """A model of which the outside is told: what is inside is not."""

    _tells_layers = _tells_positions = _tells_pooled = True

    def __init__(self, config, *inputs, **settings):
        super().__init__(config)
        __more__(self)

    def generate(self, *inputs, **settings):
        return __some__("what a model has written")

    def _given(self, given, fields):
        """What the model gives: by its fields, or in their order."""
        chosen = given.get("return_dict")
        found = ModelOutput(**fields)
        return found if (self.config.return_dict if chosen is None else chosen) else found.to_tuple()

    def _details(self, given, state, layers):
        """What the layers give, where it is asked for."""
        states, attentions = given.get("output_hidden_states"), given.get("output_attentions")
        states = self.config.output_hidden_states if states is None else states
        attentions = self.config.output_attentions if attentions is None else attentions
        return {
            "hidden_states": self._states(state, layers) if states else None,
            "attentions": __some__("attentions") if attentions else None,
        }

    def _states(self, state, layers):
        return (state,) * (layers + 1) if self._tells_layers else __some__("hidden_states")


class _Cache:
    """What a model has seen, to be given back to it."""

    def __init__(self):
        __more__(self)


def _sizes_of(model, input_ids, inputs_embeds):
    """The number of texts, and of the tokens of each."""
    if inputs_embeds is not None:
        return inputs_embeds.shape[0], inputs_embeds.shape[1]
    fits = __require__(
        len(input_ids.shape) == 2, "model-input", "{} takes numbers of tokens as (batch, length), but got {}",
        type(model).__name__, input_ids,
    )
    return input_ids.shape if fits else (__size__("batch"), __size__("length"))


class _TextModel(_Told):
    """Texts of (batch, length) to states of (batch, length, hidden_size)."""

    pooled = False
    positions = True
    embeddings = _inside("embeddings", "_tells_positions")
    encoder = _inside("encoder", "_tells_layers")
    transformer = _inside("transformer", "_tells_layers")
    pooler = _inside("pooler", "_tells_pooled")

    def get_input_embeddings(self):
        width = getattr(self.config, "embedding_size", self.config.hidden_size)
        return nn.Embedding(self.config.vocab_size, width) if __surely__(width == self.config.hidden_size) else __some__("embeddings")

    def __init__(self, config, add_pooling_layer=True, **settings):
        super().__init__(config)
        if __surely__(config.hidden_size % config.num_attention_heads != 0):
            __fails__("heads-divide", "hidden_size {} is not divisible by {} heads", config.hidden_size, config.num_attention_heads)
        self._pools = self.pooled and add_pooling_layer

    def forward(
        self, input_ids=None, attention_mask=None, token_type_ids=None, position_ids=None, inputs_embeds=None, **given
    ):
        batch, length = _sizes_of(self, input_ids, inputs_embeds)
        if self.positions and self._tells_positions and position_ids is None:
            __require__(
                length <= self.config.max_position_embeddings, "model-input",
                "{} has positions for {} tokens, but got {}", type(self).__name__, self.config.max_position_embeddings, length,
            )
        state = torch.empty(batch, length, self.config.hidden_size)
        pooled = {"pooler_output": self._summary(batch) if self._pools else None} if self.pooled else {}
        details = self._details(given, state, self.config.num_hidden_layers)
        return self._given(given, {"last_hidden_state": state, **pooled, **details})

    def _summary(self, batch):
        return torch.empty(batch, self.config.hidden_size) if self._tells_pooled else __some__("pooler_output")


class _Decoder(_TextModel):
    """What it has seen may be given back to it: how many tokens there are in all is not told then. It takes a single
    text, too, and several choices of each."""

    h = _inside("h", "_tells_layers")

    def __init__(self, config, **settings):
        super().__init__(config)
        self.wte = nn.Embedding(config.vocab_size, config.hidden_size)
        self.wpe = nn.Embedding(config.max_position_embeddings, config.hidden_size)

    def forward(self, input_ids=None, past_key_values=None, *more, inputs_embeds=None, **given):
        if inputs_embeds is None and len(input_ids.shape) != 2:
            lead, length = input_ids.shape[:-1], input_ids.shape[-1]
        else:
            batch, length = _sizes_of(self, input_ids, inputs_embeds)
            lead = (batch,)
        if past_key_values is None and not more and given.get("position_ids") is None:
            __require__(
                length <= self.wpe.num_embeddings, "model-input",
                "{} has positions for {} tokens, but got {}", type(self).__name__, self.wpe.num_embeddings, length,
            )
        state = torch.empty((*lead, length, self.config.hidden_size))
        details = self._details(given, state, self.config.num_hidden_layers)
        return self._given(given, {"last_hidden_state": state, "past_key_values": _Cache(), **details})


def _pair(size):
    return tuple(size) if isinstance(size, (tuple, list)) else (size, size)


class _Pictures(_Told):
    """An Image is Worth 16x16 Words, https://arxiv.org/abs/2010.11929: pictures to states of (batch, patches + 1, hidden_size)."""

    embeddings = _inside("embeddings", "_tells_positions")
    encoder = _inside("encoder", "_tells_layers")
    pooler = _inside("pooler", "_tells_pooled")

    def __init__(self, config, add_pooling_layer=True, **settings):
        super().__init__(config)
        self._pools = add_pooling_layer

    def forward(self, pixel_values=None, *more, interpolate_pos_encoding=None, **given):
        sizes, config = pixel_values.shape, self.config
        __require__(
            len(sizes) == 4, "model-input", "{} takes pictures as (batch, channels, height, width), but got {}",
            type(self).__name__, pixel_values,
        )
        batch, channels, height, width = sizes
        if self._tells_positions:
            self._check(channels, height, width, pixel_values, interpolate_pos_encoding)
        rows, columns = _pair(config.patch_size)
        patches = (height // rows) * (width // columns)
        state = torch.empty(batch, patches + 1, config.hidden_size)
        pooled = None
        if self._pools:
            pooled = torch.empty(batch, config.hidden_size) if self._tells_pooled else __some__("pooler_output")
        details = self._details(given, state, config.num_hidden_layers)
        return self._given(given, {"last_hidden_state": state, "pooler_output": pooled, **details})

    def _check(self, channels, height, width, pictures, interpolated):
        config = self.config
        __require__(channels == config.num_channels, "model-input", "the model is for {} channels, but got {}", config.num_channels, pictures)
        if not interpolated:
            for size, wanted in zip((height, width), _pair(config.image_size)):
                __require__(
                    size == wanted, "model-input", "the model is for pictures of {} x {}, but got {}", *_pair(config.image_size), pictures
                )


class _WithHead(_Told):
    """A model and a head over what it gives."""

    base = None
    labelled = True

    def __init__(self, config, *inputs, **settings):
        super().__init__(config)
        self.num_labels = config.num_labels
        setattr(self, self.base_model_prefix, self.base(config))
        self.make_head(config)

    def make_head(self, config):
        self.dropout = nn.Dropout(0.1)
        self.classifier = nn.Linear(config.hidden_size, config.num_labels)

    def forward(self, *inputs, labels=None, **given):
        inner = getattr(self, self.base_model_prefix)
        outputs = inner(*inputs, **{**given, "return_dict": True})
        logits = self.logits(outputs)
        if given.get("logits_to_keep") is not None or given.get("num_logits_to_keep") is not None:
            logits = __some__("the scores that are kept")
        loss = None if labels is None else self.loss(logits, labels)
        cache = {"past_key_values": outputs.past_key_values} if "past_key_values" in outputs else {}
        details = {"hidden_states": outputs.hidden_states, "attentions": outputs.attentions}
        return self._given(given, {"loss": loss, "logits": logits, **cache, **details})

    def loss(self, logits, labels):
        return F.cross_entropy(logits.view(-1, self.num_labels), labels.view(-1))


class _OfWholes(_WithHead):
    """A row of scores for each text, or each picture: its labels may be numbers, too, or several at once."""

    def loss(self, logits, labels):
        if self.config.problem_type is not None:
            return __some__("the loss of a problem of that type", logits, labels)
        if self.num_labels == 1:
            return F.mse_loss(logits.squeeze(), labels.squeeze().to(logits.dtype))
        if labels.dtype in (torch.long, torch.int):
            return F.cross_entropy(logits.view(-1, self.num_labels), labels.view(-1))
        return F.binary_cross_entropy_with_logits(logits, labels)


class _OfTexts(_OfWholes):
    """`…ForSequenceClassification`: a row of scores for each text."""

    def logits(self, outputs):
        return self.classifier(self.dropout(outputs.pooler_output))


class _OfTokens(_WithHead):
    """`…ForTokenClassification`: a row of scores for each token."""

    def logits(self, outputs):
        return self.classifier(self.dropout(outputs.last_hidden_state))


class _OfWords(_WithHead):
    """`…ForMaskedLM`, `…LMHeadModel`: a score for each word of the vocabulary."""

    def make_head(self, config):
        pass

    def logits(self, outputs):
        return torch.empty((*outputs.last_hidden_state.shape[:-1], self.config.vocab_size))

    def loss(self, logits, labels):
        return F.cross_entropy(logits.view(-1, self.config.vocab_size), labels.reshape(-1))


class _OfAnswers(_Told):
    """`…ForQuestionAnswering`: where the answer starts and ends."""

    base = None

    def __init__(self, config, *inputs, **settings):
        super().__init__(config)
        setattr(self, self.base_model_prefix, self.base(config))
        self.qa_outputs = nn.Linear(config.hidden_size, 2)

    def forward(self, *inputs, start_positions=None, end_positions=None, **given):
        outputs = getattr(self, self.base_model_prefix)(*inputs, **{**given, "return_dict": True})
        start, end = self.qa_outputs(outputs.last_hidden_state).split(1, dim=-1)
        loss = None if start_positions is None or end_positions is None else torch.empty(())
        fields = {"loss": loss, "start_logits": start.squeeze(-1), "end_logits": end.squeeze(-1)}
        details = {"hidden_states": outputs.hidden_states, "attentions": outputs.attentions}
        return self._given(given, {**fields, **details})


class _OutOfFirst(nn.Module):
    """A head of two layers over the first token."""

    def __init__(self, config):
        super().__init__()
        self.dense = nn.Linear(config.hidden_size, config.hidden_size)
        self.dropout = nn.Dropout(0.1)
        self.out_proj = nn.Linear(config.hidden_size, config.num_labels)

    def forward(self, features, **more):
        x = self.dropout(features[:, 0, :])
        return self.out_proj(self.dropout(torch.tanh(self.dense(x))))


class _OfTextsByFirst(_OfTexts):
    def make_head(self, config):
        self.classifier = _OutOfFirst(config)

    def logits(self, outputs):
        return self.classifier(outputs.last_hidden_state)
