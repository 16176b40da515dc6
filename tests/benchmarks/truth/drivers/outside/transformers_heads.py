"""Models with their own heads, and labels for them: https://huggingface.co/docs/transformers/main_classes/output"""

import torch
from torch import nn
from transformers import (
    AlbertConfig,
    AlbertModel,
    BertConfig,
    BertForMaskedLM,
    BertForQuestionAnswering,
    BertForSequenceClassification,
    BertForTokenClassification,
    DebertaV2Config,
    DebertaV2ForSequenceClassification,
    DistilBertConfig,
    DistilBertForSequenceClassification,
    DistilBertModel,
    ElectraConfig,
    ElectraModel,
    RobertaConfig,
    RobertaForSequenceClassification,
)

SMALL = dict(
    vocab_size=90, hidden_size=24, num_hidden_layers=3, num_attention_heads=3, intermediate_size=48
)


def of_texts(ids, mask):
    model = BertForSequenceClassification(BertConfig(num_labels=4, **SMALL))
    outputs = model(ids, attention_mask=mask, labels=torch.tensor([0, 3, 1]))
    loss, logits = outputs[:2]
    loss.backward()
    model.classifier = nn.Linear(24, 7)
    again = model(ids).logits
    roberta = RobertaForSequenceClassification(RobertaConfig(num_labels=6, **SMALL))
    scores = roberta(ids, mask).logits
    roberta.classifier.out_proj = nn.Linear(24, 2)
    fewer = roberta(ids)[0]
    distilled = DistilBertForSequenceClassification(
        DistilBertConfig(vocab_size=90, dim=24, n_layers=2, n_heads=3, hidden_dim=48, num_labels=1)
    )
    value = distilled(ids, labels=torch.rand(3)).loss
    deberta = DebertaV2ForSequenceClassification(DebertaV2Config(**SMALL))
    pair = deberta(input_ids=ids)["logits"]
    return logits, again, scores, fewer, value, pair


def of_tokens(ids, mask):
    model = BertForTokenClassification(BertConfig(num_labels=9, **SMALL))
    outputs = model(ids, mask, labels=torch.zeros(3, 11, dtype=torch.long))
    tags = outputs.logits.argmax(-1)
    config = BertConfig(**SMALL)
    words = BertForMaskedLM(config)(ids, labels=ids).logits
    likely = words.softmax(-1).max(dim=-1).values
    answers = BertForQuestionAnswering(config)(ids)
    start, end = answers.start_logits, answers.end_logits
    span = torch.stack([start, end], dim=-1)
    return tags, words, likely, span


def of_layers(ids, mask):
    model = AlbertModel(AlbertConfig(embedding_size=16, output_hidden_states=True, **SMALL))
    outputs = model(ids, mask)
    states = torch.stack(outputs.hidden_states)
    weights = torch.softmax(torch.zeros(len(outputs.hidden_states)), 0)
    mixed = (weights[:, None, None, None] * states).sum(0)
    electra = ElectraModel(ElectraConfig(embedding_size=16, **SMALL))
    state = electra(ids).last_hidden_state
    distilled = DistilBertModel(
        DistilBertConfig(vocab_size=90, dim=24, n_layers=2, n_heads=3, hidden_dim=48)
    )
    (plain,) = distilled(ids, mask, return_dict=False)
    kept = mask.unsqueeze(-1).float()
    mean = (plain * kept).sum(1) / kept.sum(1)
    return mixed + state, mean


def main():
    ids = torch.randint(1, 90, (3, 11))
    mask = torch.ones_like(ids)
    return of_texts(ids, mask), of_tokens(ids, mask), of_layers(ids, mask)


if __name__ == "__main__":
    main()
