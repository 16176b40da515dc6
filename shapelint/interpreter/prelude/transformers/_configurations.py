"""Configurations: the sizes that a model is made of, by their defaults or by the name of a stored model. Never imported.

https://huggingface.co/docs/transformers/main_classes/configuration
"""

_OWNERS = ("google-bert/", "FacebookAI/", "distilbert/", "openai-community/", "google-t5/", "albert/")
"""Who stores the models that had no owner in their names once."""


def _text(family, width, layers, heads, vocabulary, **more):
    return family, {
        "hidden_size": width, "num_hidden_layers": layers, "num_attention_heads": heads, "vocab_size": vocabulary, **more,
    }


def _pictures(family, width, layers, heads, image=224, patch=16):
    return family, {
        "hidden_size": width, "num_hidden_layers": layers, "num_attention_heads": heads, "image_size": image, "patch_size": patch,
    }


_STORED = {
    "bert-base-uncased": _text("Bert", 768, 12, 12, 30522),
    "bert-base-cased": _text("Bert", 768, 12, 12, 28996),
    "bert-base-chinese": _text("Bert", 768, 12, 12, 21128),
    "bert-base-multilingual-cased": _text("Bert", 768, 12, 12, 119547),
    "bert-base-multilingual-uncased": _text("Bert", 768, 12, 12, 105879),
    "bert-large-uncased": _text("Bert", 1024, 24, 16, 30522),
    "bert-large-cased": _text("Bert", 1024, 24, 16, 28996),
    "bert-large-uncased-whole-word-masking": _text("Bert", 1024, 24, 16, 30522),
    "prajjwal1/bert-tiny": _text("Bert", 128, 2, 2, 30522),
    "prajjwal1/bert-mini": _text("Bert", 256, 4, 4, 30522),
    "prajjwal1/bert-small": _text("Bert", 512, 4, 8, 30522),
    "prajjwal1/bert-medium": _text("Bert", 512, 8, 8, 30522),
    "emilyalsentzer/Bio_ClinicalBERT": _text("Bert", 768, 12, 12, 28996),
    "allenai/scibert_scivocab_uncased": _text("Bert", 768, 12, 12, 31090),
    "ProsusAI/finbert": _text("Bert", 768, 12, 12, 30522, num_labels=3),
    "hfl/chinese-bert-wwm-ext": _text("Bert", 768, 12, 12, 21128),
    "hfl/chinese-roberta-wwm-ext": _text("Bert", 768, 12, 12, 21128),
    "hfl/chinese-roberta-wwm-ext-large": _text("Bert", 1024, 24, 16, 21128),
    "sentence-transformers/all-MiniLM-L6-v2": _text("Bert", 384, 6, 12, 30522),
    "sentence-transformers/all-MiniLM-L12-v2": _text("Bert", 384, 12, 12, 30522),
    "BAAI/bge-small-en-v1.5": _text("Bert", 384, 12, 12, 30522),
    "BAAI/bge-base-en-v1.5": _text("Bert", 768, 12, 12, 30522),
    "BAAI/bge-large-en-v1.5": _text("Bert", 1024, 24, 16, 30522),
    "roberta-base": _text("Roberta", 768, 12, 12, 50265),
    "roberta-large": _text("Roberta", 1024, 24, 16, 50265),
    "distilroberta-base": _text("Roberta", 768, 6, 12, 50265),
    "microsoft/codebert-base": _text("Roberta", 768, 12, 12, 50265),
    "vinai/bertweet-base": _text("Roberta", 768, 12, 12, 64001),
    "vinai/phobert-base": _text("Roberta", 768, 12, 12, 64001),
    "xlm-roberta-base": _text("XLMRoberta", 768, 12, 12, 250002),
    "xlm-roberta-large": _text("XLMRoberta", 1024, 24, 16, 250002),
    "distilbert-base-uncased": _text("DistilBert", 768, 6, 12, 30522),
    "distilbert-base-cased": _text("DistilBert", 768, 6, 12, 28996),
    "distilbert-base-multilingual-cased": _text("DistilBert", 768, 6, 12, 119547),
    "distilbert-base-uncased-finetuned-sst-2-english": _text("DistilBert", 768, 6, 12, 30522),
    "albert-base-v1": _text("Albert", 768, 12, 12, 30000),
    "albert-base-v2": _text("Albert", 768, 12, 12, 30000),
    "albert-large-v2": _text("Albert", 1024, 24, 16, 30000),
    "albert-xlarge-v2": _text("Albert", 2048, 24, 16, 30000),
    "google/electra-small-discriminator": _text("Electra", 256, 12, 4, 30522),
    "google/electra-base-discriminator": _text("Electra", 768, 12, 12, 30522),
    "google/electra-large-discriminator": _text("Electra", 1024, 24, 16, 30522),
    "microsoft/deberta-v3-xsmall": _text("DebertaV2", 384, 12, 6, 128100),
    "microsoft/deberta-v3-small": _text("DebertaV2", 768, 6, 12, 128100),
    "microsoft/deberta-v3-base": _text("DebertaV2", 768, 12, 12, 128100),
    "microsoft/deberta-v3-large": _text("DebertaV2", 1024, 24, 16, 128100),
    "sentence-transformers/all-mpnet-base-v2": _text("MPNet", 768, 12, 12, 30527),
    "gpt2": _text("GPT2", 768, 12, 12, 50257),
    "gpt2-medium": _text("GPT2", 1024, 24, 16, 50257),
    "gpt2-large": _text("GPT2", 1280, 36, 20, 50257),
    "gpt2-xl": _text("GPT2", 1600, 48, 25, 50257),
    "distilgpt2": _text("GPT2", 768, 6, 12, 50257),
    "t5-small": _text("T5", 512, 6, 8, 32128),
    "t5-base": _text("T5", 768, 12, 12, 32128),
    "t5-large": _text("T5", 1024, 24, 16, 32128),
    "google/flan-t5-small": _text("T5", 512, 8, 6, 32128),
    "google/flan-t5-base": _text("T5", 768, 12, 12, 32128),
    "google/flan-t5-large": _text("T5", 1024, 24, 16, 32128),
    "google/vit-base-patch16-224": _pictures("ViT", 768, 12, 12),
    "google/vit-base-patch16-224-in21k": _pictures("ViT", 768, 12, 12),
    "google/vit-base-patch16-384": _pictures("ViT", 768, 12, 12, 384),
    "google/vit-base-patch32-224-in21k": _pictures("ViT", 768, 12, 12, 224, 32),
    "google/vit-large-patch16-224": _pictures("ViT", 1024, 24, 16),
    "google/vit-large-patch16-224-in21k": _pictures("ViT", 1024, 24, 16),
}


def _stored(name):
    """The family and the settings of a stored model, None where they are not told."""
    if isinstance(name, str):
        for owner in _OWNERS:
            name = name.removeprefix(owner)
        return _STORED.get(name)
    return None


def _also(name):
    """Another name of the same setting."""
    return property(lambda self: getattr(self, name), lambda self, value: setattr(self, name, value))


class PretrainedConfig:
    """Any setting may be given; those that are not told are not known."""

    model_type = ""
    num_labels = 2
    return_dict = True
    output_hidden_states = False
    output_attentions = False
    problem_type = None

    def __init__(self, **settings):
        __more__(self)
        for name in settings:
            setattr(self, name, settings[name])

    @property
    def use_return_dict(self):
        return self.return_dict

    @property
    def id2label(self):
        return self._id2label

    @id2label.setter
    def id2label(self, labels):
        self._id2label = labels
        if labels is not None:
            self.num_labels = len(labels)

    @classmethod
    def from_pretrained(cls, name, **settings):
        if cls._family is None:
            return __some__("a stored configuration")
        stored = _stored(name)
        if stored is None:
            sizes = {size: __size__(size) for size in cls._sizes}
            return cls(**{**sizes, "num_labels": __size__("num_labels"), **settings})
        return cls(**{**stored[1], **settings})

    @classmethod
    def from_dict(cls, settings, **more):
        return cls(**{**settings, **more})

    def update(self, settings):
        for name in settings:
            setattr(self, name, settings[name])

    def to_dict(self):
        return dict(self.__dict__)

    _family = None
    _sizes = ("hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size", "max_position_embeddings")


class _TextConfig(PretrainedConfig):
    def __init__(
        self, vocab_size=30522, hidden_size=768, num_hidden_layers=12, num_attention_heads=12,
        max_position_embeddings=512, **settings,
    ):
        super().__init__(**settings)
        self.vocab_size = vocab_size
        self.hidden_size = hidden_size
        self.num_hidden_layers = num_hidden_layers
        self.num_attention_heads = num_attention_heads
        self.max_position_embeddings = max_position_embeddings


class BertConfig(_TextConfig):
    model_type = "bert"
    _family = "Bert"


class RobertaConfig(_TextConfig):
    model_type = "roberta"
    _family = "Roberta"

    def __init__(self, vocab_size=50265, **settings):
        super().__init__(vocab_size, **settings)


class XLMRobertaConfig(RobertaConfig):
    model_type = "xlm-roberta"
    _family = "XLMRoberta"

    def __init__(self, vocab_size=30522, **settings):
        super().__init__(vocab_size, **settings)


class MPNetConfig(_TextConfig):
    model_type = "mpnet"
    _family = "MPNet"

    def __init__(self, vocab_size=30527, **settings):
        super().__init__(vocab_size, **settings)


class ElectraConfig(_TextConfig):
    model_type = "electra"
    _family = "Electra"

    def __init__(self, vocab_size=30522, embedding_size=128, hidden_size=256, num_hidden_layers=12, num_attention_heads=4, **settings):
        super().__init__(vocab_size, hidden_size, num_hidden_layers, num_attention_heads, **settings)
        self.embedding_size = embedding_size


class AlbertConfig(_TextConfig):
    model_type = "albert"
    _family = "Albert"

    def __init__(
        self, vocab_size=30000, embedding_size=128, hidden_size=4096, num_hidden_layers=12, num_hidden_groups=1,
        num_attention_heads=64, **settings,
    ):
        super().__init__(vocab_size, hidden_size, num_hidden_layers, num_attention_heads, **settings)
        self.embedding_size = embedding_size


class DebertaV2Config(_TextConfig):
    model_type = "deberta-v2"
    _family = "DebertaV2"

    def __init__(self, vocab_size=128100, hidden_size=1536, num_hidden_layers=24, num_attention_heads=24, **settings):
        super().__init__(vocab_size, hidden_size, num_hidden_layers, num_attention_heads, **settings)


class DistilBertConfig(PretrainedConfig):
    model_type = "distilbert"
    _family = "DistilBert"
    hidden_size = _also("dim")
    num_attention_heads = _also("n_heads")
    num_hidden_layers = _also("n_layers")

    def __init__(
        self, vocab_size=30522, max_position_embeddings=512, sinusoidal_pos_embds=False, n_layers=6, n_heads=12, dim=768, **settings
    ):
        self.vocab_size = vocab_size
        self.max_position_embeddings = max_position_embeddings
        self.n_layers = n_layers
        self.n_heads = n_heads
        self.dim = dim
        super().__init__(**settings)


class GPT2Config(PretrainedConfig):
    model_type = "gpt2"
    _family = "GPT2"
    hidden_size = _also("n_embd")
    num_attention_heads = _also("n_head")
    num_hidden_layers = _also("n_layer")
    max_position_embeddings = _also("n_positions")

    def __init__(self, vocab_size=50257, n_positions=1024, n_embd=768, n_layer=12, n_head=12, **settings):
        self.vocab_size = vocab_size
        self.n_positions = n_positions
        self.n_embd = n_embd
        self.n_layer = n_layer
        self.n_head = n_head
        super().__init__(**settings)


class T5Config(PretrainedConfig):
    model_type = "t5"
    _family = "T5"
    _sizes = ("hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size")
    hidden_size = _also("d_model")
    num_attention_heads = _also("num_heads")
    num_hidden_layers = _also("num_layers")

    def __init__(self, vocab_size=32128, d_model=512, d_kv=64, d_ff=2048, num_layers=6, num_decoder_layers=None, num_heads=8, **settings):
        self.vocab_size = vocab_size
        self.d_model = d_model
        self.num_layers = num_layers
        self.num_heads = num_heads
        super().__init__(**settings)


class ViTConfig(PretrainedConfig):
    model_type = "vit"
    _family = "ViT"
    _sizes = ("hidden_size", "num_hidden_layers", "num_attention_heads", "image_size", "patch_size")

    def __init__(
        self, hidden_size=768, num_hidden_layers=12, num_attention_heads=12, image_size=224, patch_size=16, num_channels=3, **settings
    ):
        super().__init__(**settings)
        self.hidden_size = hidden_size
        self.num_hidden_layers = num_hidden_layers
        self.num_attention_heads = num_attention_heads
        self.image_size = image_size
        self.patch_size = patch_size
        self.num_channels = num_channels


class AutoConfig:
    @classmethod
    def from_pretrained(cls, name, **settings):
        stored = _stored(name)
        if stored is None:
            return __some__("a stored configuration")
        return _CONFIGS[stored[0]](**{**stored[1], **settings})


_CONFIGS = {
    config._family: config
    for config in (
        BertConfig, RobertaConfig, XLMRobertaConfig, MPNetConfig, ElectraConfig, AlbertConfig, DebertaV2Config,
        DistilBertConfig, GPT2Config, T5Config, ViTConfig,
    )
}
