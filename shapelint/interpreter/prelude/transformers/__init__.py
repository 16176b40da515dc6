"""transformers: the models that are used most, from outside. What is inside of them is not told. Never imported.

https://huggingface.co/docs/transformers/index
"""

import torch
from torch import nn
from transformers._configurations import (
    AlbertConfig, AutoConfig, BertConfig, DebertaV2Config, DistilBertConfig, ElectraConfig, GPT2Config, MPNetConfig,
    PretrainedConfig, RobertaConfig, T5Config, ViTConfig, XLMRobertaConfig, _stored,
)
from transformers._models import (
    ModelOutput, PreTrainedModel, _Cache, _Decoder, _OfAnswers, _OfTexts, _OfTextsByFirst, _OfTokens, _OfWholes, _OfWords, _Pictures, _TextModel,
    _Told, _sizes_of,
)
from transformers._tokenizers import (
    AlbertTokenizer, AlbertTokenizerFast, AutoImageProcessor, AutoTokenizer, BatchEncoding, BertTokenizer, BertTokenizerFast,
    DebertaV2Tokenizer, DebertaV2TokenizerFast, DistilBertTokenizer, DistilBertTokenizerFast, ElectraTokenizer,
    ElectraTokenizerFast, GPT2Tokenizer, GPT2TokenizerFast, PreTrainedTokenizer, PreTrainedTokenizerFast, RobertaTokenizer,
    RobertaTokenizerFast, T5Tokenizer, T5TokenizerFast, ViTFeatureExtractor, ViTImageProcessor, XLMRobertaTokenizer,
    XLMRobertaTokenizerFast,
)

PreTrainedConfig = PretrainedConfig


class BertPreTrainedModel(PreTrainedModel):
    config_class = BertConfig
    base_model_prefix = "bert"


class BertModel(_TextModel, BertPreTrainedModel):
    pooled = True


class BertForSequenceClassification(_OfTexts, BertPreTrainedModel):
    base = BertModel


class BertForTokenClassification(_OfTokens, BertPreTrainedModel):
    base = BertModel


class BertForQuestionAnswering(_OfAnswers, BertPreTrainedModel):
    base = BertModel


class BertForMaskedLM(_OfWords, BertPreTrainedModel):
    base = BertModel


class RobertaPreTrainedModel(PreTrainedModel):
    config_class = RobertaConfig
    base_model_prefix = "roberta"


class RobertaModel(_TextModel, RobertaPreTrainedModel):
    pooled = True
    positions = False


class RobertaForSequenceClassification(_OfTextsByFirst, RobertaPreTrainedModel):
    base = RobertaModel


class RobertaForTokenClassification(_OfTokens, RobertaPreTrainedModel):
    base = RobertaModel


class RobertaForQuestionAnswering(_OfAnswers, RobertaPreTrainedModel):
    base = RobertaModel


class RobertaForMaskedLM(_OfWords, RobertaPreTrainedModel):
    base = RobertaModel


class XLMRobertaPreTrainedModel(PreTrainedModel):
    config_class = XLMRobertaConfig
    base_model_prefix = "roberta"


class XLMRobertaModel(_TextModel, XLMRobertaPreTrainedModel):
    pooled = True
    positions = False


class XLMRobertaForSequenceClassification(_OfTextsByFirst, XLMRobertaPreTrainedModel):
    base = XLMRobertaModel


class XLMRobertaForTokenClassification(_OfTokens, XLMRobertaPreTrainedModel):
    base = XLMRobertaModel


class XLMRobertaForQuestionAnswering(_OfAnswers, XLMRobertaPreTrainedModel):
    base = XLMRobertaModel


class XLMRobertaForMaskedLM(_OfWords, XLMRobertaPreTrainedModel):
    base = XLMRobertaModel


class MPNetPreTrainedModel(PreTrainedModel):
    config_class = MPNetConfig
    base_model_prefix = "mpnet"


class MPNetModel(_TextModel, MPNetPreTrainedModel):
    pooled = True
    positions = False


class ElectraPreTrainedModel(PreTrainedModel):
    config_class = ElectraConfig
    base_model_prefix = "electra"


class ElectraModel(_TextModel, ElectraPreTrainedModel):
    pass


class ElectraForSequenceClassification(_OfTextsByFirst, ElectraPreTrainedModel):
    base = ElectraModel


class ElectraForTokenClassification(_OfTokens, ElectraPreTrainedModel):
    base = ElectraModel


class AlbertPreTrainedModel(PreTrainedModel):
    config_class = AlbertConfig
    base_model_prefix = "albert"


class AlbertModel(_TextModel, AlbertPreTrainedModel):
    pooled = True


class AlbertForSequenceClassification(_OfTexts, AlbertPreTrainedModel):
    base = AlbertModel


class AlbertForTokenClassification(_OfTokens, AlbertPreTrainedModel):
    base = AlbertModel


class DebertaV2PreTrainedModel(PreTrainedModel):
    config_class = DebertaV2Config
    base_model_prefix = "deberta"


class DebertaV2Model(_TextModel, DebertaV2PreTrainedModel):
    positions = False


class DebertaV2ForSequenceClassification(_OfTexts, DebertaV2PreTrainedModel):
    base = DebertaV2Model

    def logits(self, outputs):
        state = outputs.last_hidden_state
        return self.classifier(self.dropout(torch.empty(state.shape[0], state.shape[2])))


class DebertaV2ForTokenClassification(_OfTokens, DebertaV2PreTrainedModel):
    base = DebertaV2Model


class DistilBertPreTrainedModel(PreTrainedModel):
    config_class = DistilBertConfig
    base_model_prefix = "distilbert"


class DistilBertModel(_TextModel, DistilBertPreTrainedModel):
    pass


class DistilBertForSequenceClassification(_OfTexts, DistilBertPreTrainedModel):
    base = DistilBertModel

    def make_head(self, config):
        self.pre_classifier = nn.Linear(config.dim, config.dim)
        self.classifier = nn.Linear(config.dim, config.num_labels)
        self.dropout = nn.Dropout(0.2)

    def logits(self, outputs):
        return self.classifier(self.dropout(torch.relu(self.pre_classifier(outputs.last_hidden_state[:, 0]))))


class DistilBertForTokenClassification(_OfTokens, DistilBertPreTrainedModel):
    base = DistilBertModel


class DistilBertForQuestionAnswering(_OfAnswers, DistilBertPreTrainedModel):
    base = DistilBertModel


class DistilBertForMaskedLM(_OfWords, DistilBertPreTrainedModel):
    base = DistilBertModel


class GPT2PreTrainedModel(PreTrainedModel):
    config_class = GPT2Config
    base_model_prefix = "transformer"


class GPT2Model(_Decoder, GPT2PreTrainedModel):
    pass


class GPT2LMHeadModel(_OfWords, GPT2PreTrainedModel):
    base = GPT2Model


class T5EncoderModel(_TextModel):
    config_class = T5Config
    positions = False

    def __init__(self, config, **settings):
        _Told.__init__(self, config)
        self._pools = False


class T5ForConditionalGeneration(_Told):
    config_class = T5Config

    def forward(
        self, input_ids=None, attention_mask=None, decoder_input_ids=None, decoder_attention_mask=None, *more, labels=None,
        inputs_embeds=None, encoder_outputs=None, **given,
    ):
        written = labels if decoder_input_ids is None else decoder_input_ids
        if written is None or encoder_outputs is not None or more:
            return __some__("what a model gives")
        batch, length = _sizes_of(self, input_ids, inputs_embeds)
        logits = torch.empty(batch, written.shape[1], self.config.vocab_size)
        loss = None
        if labels is not None:
            loss = nn.functional.cross_entropy(logits.view(-1, self.config.vocab_size), labels.view(-1))
        state = torch.empty(batch, length, self.config.hidden_size)
        fields = {"past_key_values": _Cache(), "encoder_last_hidden_state": state}
        return self._given(given, {"loss": loss, "logits": logits, **fields})


class ViTPreTrainedModel(PreTrainedModel):
    config_class = ViTConfig
    base_model_prefix = "vit"


class ViTModel(_Pictures, ViTPreTrainedModel):
    pass


class ViTForImageClassification(_OfWholes, ViTPreTrainedModel):
    base = ViTModel

    def make_head(self, config):
        self.classifier = nn.Linear(config.hidden_size, config.num_labels)

    def logits(self, outputs):
        return self.classifier(outputs.last_hidden_state[:, 0, :])


class _Auto:
    """The class of a family that a stored model, or its configuration, belongs to."""

    ending = ""

    @classmethod
    def _told(cls, config, name=None):
        stored = _stored(name)
        family = config._family if isinstance(config, PretrainedConfig) else None if stored is None else stored[0]
        return _CLASSES.get(family + cls.ending) if isinstance(family, str) else None

    @classmethod
    def from_pretrained(cls, name, *inputs, config=None, **settings):
        told = cls._told(config, name)
        return __some__("a stored model") if told is None else told.from_pretrained(name, *inputs, config=config, **settings)

    @classmethod
    def from_config(cls, config, **settings):
        told = cls._told(config)
        return __some__("a model") if told is None else told(config)


class AutoModel(_Auto):
    ending = "Model"


class AutoModelForSequenceClassification(_Auto):
    ending = "ForSequenceClassification"


class AutoModelForTokenClassification(_Auto):
    ending = "ForTokenClassification"


class AutoModelForQuestionAnswering(_Auto):
    ending = "ForQuestionAnswering"


class AutoModelForMaskedLM(_Auto):
    ending = "ForMaskedLM"


class AutoModelForCausalLM(_Auto):
    ending = "LMHeadModel"


class AutoModelForSeq2SeqLM(_Auto):
    ending = "ForConditionalGeneration"


class AutoModelForImageClassification(_Auto):
    ending = "ForImageClassification"


_CLASSES = {
    model.__name__: model
    for model in (
        AlbertForSequenceClassification, AlbertForTokenClassification, AlbertModel, BertForMaskedLM, BertForQuestionAnswering,
        BertForSequenceClassification, BertForTokenClassification, BertModel, DebertaV2ForSequenceClassification,
        DebertaV2ForTokenClassification, DebertaV2Model, DistilBertForMaskedLM, DistilBertForQuestionAnswering,
        DistilBertForSequenceClassification, DistilBertForTokenClassification, DistilBertModel, ElectraForSequenceClassification,
        ElectraForTokenClassification, ElectraModel, GPT2LMHeadModel, GPT2Model, MPNetModel, RobertaForMaskedLM,
        RobertaForQuestionAnswering, RobertaForSequenceClassification, RobertaForTokenClassification, RobertaModel,
        T5ForConditionalGeneration, ViTForImageClassification, ViTModel, XLMRobertaForMaskedLM, XLMRobertaForQuestionAnswering,
        XLMRobertaForSequenceClassification, XLMRobertaForTokenClassification, XLMRobertaModel,
    )
}


def AdamW(params, lr=1e-3, **settings):
    return torch.optim.AdamW(params, lr)


def set_seed(seed, deterministic=False):
    return None


def _schedule(optimizer, *counts, **settings):
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1.0)


get_constant_schedule = get_constant_schedule_with_warmup = get_cosine_schedule_with_warmup = _schedule
get_cosine_with_hard_restarts_schedule_with_warmup = get_linear_schedule_with_warmup = _schedule
get_polynomial_decay_schedule_with_warmup = _schedule
