"""A model of one's own that is loaded and stored as theirs are: https://huggingface.co/docs/transformers/custom_models"""

import torch
from torch import nn
from transformers import (
    BertConfig,
    BertModel,
    BertPreTrainedModel,
    PretrainedConfig,
    PreTrainedModel,
)


class ResidualConfig(PretrainedConfig):
    model_type = "residual"

    def __init__(self, width=16, depth=2, classes=4, **settings):
        self.width = width
        self.depth = depth
        self.classes = classes
        super().__init__(**settings)


class Residual(PreTrainedModel):
    config_class = ResidualConfig

    def __init__(self, config):
        super().__init__(config)
        self.layers = nn.ModuleList(
            [nn.Linear(config.width, config.width) for _ in range(config.depth)]
        )
        self.head = nn.Linear(config.width, config.classes)
        self.post_init()

    def forward(self, x):
        for layer in self.layers:
            x = x + torch.relu(layer(x))
        return self.head(x)


class Tagger(BertPreTrainedModel):
    def __init__(self, config):
        super().__init__(config)
        self.num_labels = config.num_labels
        self.bert = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(0.2)
        self.classifier = nn.Linear(config.hidden_size, config.num_labels)
        self.post_init()

    def forward(self, input_ids, attention_mask=None, labels: torch.Tensor | None = None):
        outputs = self.bert(input_ids, attention_mask=attention_mask)
        scores = self.classifier(self.dropout(outputs[0]))
        loss = None
        if labels is not None:
            kept = attention_mask.view(-1) == 1
            loss = nn.CrossEntropyLoss()(
                scores.view(-1, self.num_labels)[kept], labels.view(-1)[kept]
            )
        return (loss, scores) if loss is not None else scores


def main():
    rows = Residual(ResidualConfig(width=20, depth=3, classes=7))(torch.randn(5, 20))
    config = BertConfig(
        vocab_size=60,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        id2label={0: "O", 1: "B", 2: "I"},
        label2id={"O": 0, "B": 1, "I": 2},
    )
    model = Tagger(config)
    ids = torch.randint(1, 60, (2, 12))
    mask = torch.ones(2, 12, dtype=torch.long)
    loss, scores = model(ids, mask, torch.zeros(2, 12, dtype=torch.long))
    best = scores.argmax(dim=-1)
    return rows, loss, best


if __name__ == "__main__":
    main()
