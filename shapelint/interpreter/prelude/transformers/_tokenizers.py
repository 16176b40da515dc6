"""Tokenizers: how many texts there are and how long their rows are, if they are told. Never imported.

https://huggingface.co/docs/transformers/main_classes/tokenizer
"""

import torch
from transformers._configurations import _stored

_FAMILIES_OF_TYPES = ("Bert", "Albert", "Electra", "DebertaV2")
"""Whose tokenizers say which of two texts a token belongs to."""
_LONGEST_LIST = 512


class BatchEncoding:
    def __init__(self, data=None, *more, **settings):
        self.data = {} if data is None else data

    def __getattr__(self, name):
        return self.data[name] if name in self.data else __some__(name)

    def __getitem__(self, key):
        return self.data[key] if isinstance(key, str) else __some__("an encoding")

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def get(self, key, default=None):
        return self.data.get(key, default)

    def pop(self, key, *default):
        return self.data.pop(key, *default)

    def update(self, *others, **more):
        self.data.update(*others, **more)

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def to(self, device, **settings):
        return self

    def convert_to_tensors(self, *kind, **settings):
        return __some__("tensors")


def _number_of(texts, split, settings):
    """How many texts; None for a single one, which is no list."""
    if split or settings.get("return_overflowing_tokens") or settings.get("return_tensors") == "tf":
        return __size__("texts")
    if isinstance(texts, str):
        return None
    return len(texts) if isinstance(texts, (list, tuple)) else __size__("texts")


def _row(length, told):
    """The numbers of a text's tokens, as a list."""
    if told and length <= _LONGEST_LIST:
        return [__index__("token") for _ in range(length)]
    return __some__("tokens")


class PreTrainedTokenizerBase:
    _family = None
    model_input_names = __some__("model_input_names")

    def __init__(self, *files, **settings):
        __more__(self)

    @classmethod
    def from_pretrained(cls, name, *more, **settings):
        made = cls()
        if cls._family is None:
            stored = _stored(name)
            made._family = __some__("a family") if stored is None else stored[0]
        return made

    def __len__(self):
        return __size__("words")

    @property
    def vocab_size(self):
        return __size__("words")

    def __call__(
        self, text=None, text_pair=None, *more, padding=False, truncation=None, max_length=None, is_split_into_words=False, **settings
    ):
        return self._encoded(text, padding, truncation, max_length, is_split_into_words, settings)

    # A list is one text that is split already, for these that encode one.

    def encode_plus(
        self, text, text_pair=None, *more, padding=False, truncation=None, max_length=None, is_split_into_words=False, **settings
    ):
        return self._encoded(text, padding, truncation, max_length, is_split_into_words or not isinstance(text, str), settings)

    def batch_encode_plus(
        self, texts, *more, padding=False, truncation=None, max_length=None, is_split_into_words=False, **settings
    ):
        return self._encoded(texts, padding, truncation, max_length, is_split_into_words, settings)

    def encode(
        self, text, text_pair=None, *more, padding=False, truncation=None, max_length=None, is_split_into_words=False, **settings
    ):
        return self._encoded(text, padding, truncation, max_length, is_split_into_words or not isinstance(text, str), settings)["input_ids"]

    def _encoded(self, texts, padding, truncation, max_length, split, settings):
        """Rows as long as they are told to be: filled up, and cut off."""
        if settings.get("pad_to_max_length") and max_length is not None:
            padding, truncation = "max_length", True if truncation is None else truncation
        cut = truncation and truncation != "do_not_truncate" and settings.get("pad_to_multiple_of") is None
        told = padding == "max_length" and cut and max_length is not None
        length = max_length if told else __size__("tokens")
        number = _number_of(texts, split, settings)
        kind = settings.get("return_tensors")
        if kind == "pt":
            made = lambda: torch.empty((1 if number is None else number, length), dtype=torch.int64)
        elif kind is None and number is None:
            made = lambda: _row(length, told)
        elif kind is None and told and not isinstance(number, int):
            made = lambda: __some__("rows of tokens")
        elif kind is None and told and number * length <= _LONGEST_LIST:
            made = lambda: [_row(length, told) for _ in range(number)]
        else:
            made = lambda: __some__("rows of tokens")
        found = {"input_ids": made()}
        types = settings.get("return_token_type_ids")
        if self._family in _FAMILIES_OF_TYPES if types is None else types:
            found["token_type_ids"] = made()
        if settings.get("return_attention_mask", True) is not False:
            found["attention_mask"] = made()
        for name in ("special_tokens_mask", "length"):
            if settings.get("return_" + name):
                found[name] = __some__(name)
        if settings.get("return_offsets_mapping"):
            found["offset_mapping"] = __some__("offset_mapping")
        return BatchEncoding(found)

    def pad(self, *inputs, **settings):
        return __some__("inputs that are filled up")

    def save_pretrained(self, *place, **settings):
        return __some__("files")


class PreTrainedTokenizer(PreTrainedTokenizerBase):
    pass


class PreTrainedTokenizerFast(PreTrainedTokenizerBase):
    pass


class AutoTokenizer(PreTrainedTokenizerBase):
    pass


class BertTokenizer(PreTrainedTokenizer):
    _family = "Bert"


class AlbertTokenizer(PreTrainedTokenizer):
    _family = "Albert"


class ElectraTokenizer(PreTrainedTokenizer):
    _family = "Electra"


class DebertaV2Tokenizer(PreTrainedTokenizer):
    _family = "DebertaV2"


class RobertaTokenizer(PreTrainedTokenizer):
    _family = "Roberta"


class XLMRobertaTokenizer(PreTrainedTokenizer):
    _family = "XLMRoberta"


class DistilBertTokenizer(PreTrainedTokenizer):
    _family = "DistilBert"


class GPT2Tokenizer(PreTrainedTokenizer):
    _family = "GPT2"


class T5Tokenizer(PreTrainedTokenizer):
    _family = "T5"


AlbertTokenizerFast, BertTokenizerFast, DebertaV2TokenizerFast = AlbertTokenizer, BertTokenizer, DebertaV2Tokenizer
DistilBertTokenizerFast, ElectraTokenizerFast, GPT2TokenizerFast = DistilBertTokenizer, ElectraTokenizer, GPT2Tokenizer
RobertaTokenizerFast, T5TokenizerFast, XLMRobertaTokenizerFast = RobertaTokenizer, T5Tokenizer, XLMRobertaTokenizer


class ViTImageProcessor:
    """Pictures of the size that the stored model takes."""

    def __init__(self, *files, **settings):
        __more__(self)
        self._size = None

    @classmethod
    def from_pretrained(cls, name, *more, **settings):
        made = cls()
        stored = None if settings else _stored(name)
        made._size = stored[1].get("image_size") if stored is not None else None
        return made

    def __call__(self, images=None, *more, return_tensors=None, **settings):
        if return_tensors != "pt" or settings or more:
            return __some__("pictures")
        number = len(images) if isinstance(images, (list, tuple)) else __size__("pictures")
        size = self._size
        height, width = (__size__("height"), __size__("width")) if size is None else (size, size)
        return BatchEncoding({"pixel_values": torch.empty(number, 3, height, width)})


class AutoImageProcessor(ViTImageProcessor):
    """Those of models that are not told may take films, too, or give patches."""

    def __call__(self, images=None, *more, **settings):
        return __some__("pictures") if self._size is None else super().__call__(images, *more, **settings)


ViTFeatureExtractor = ViTImageProcessor
