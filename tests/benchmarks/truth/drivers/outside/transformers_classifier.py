"""Texts classified by a network over BERT, fine-tuned: https://huggingface.co/docs/transformers/model_doc/bert"""

import torch
from torch import nn
from transformers import BertConfig, BertModel, get_linear_schedule_with_warmup


class Classifier(nn.Module):
    def __init__(self, config, classes):
        super().__init__()
        self.bert = BertModel(config)
        for parameter in self.bert.embeddings.parameters():
            parameter.requires_grad = False
        self.drop = nn.Dropout(0.1)
        self.lstm = nn.LSTM(config.hidden_size, 24, bidirectional=True, batch_first=True)
        self.out = nn.Linear(2 * 24 + config.hidden_size, classes)

    def forward(self, input_ids, attention_mask):
        outputs = self.bert(input_ids=input_ids, attention_mask=attention_mask)
        states = outputs.last_hidden_state
        pooled = outputs[1]
        rows, _ = self.lstm(states)
        first = states[:, 0]
        features = torch.cat([rows.mean(dim=1), pooled + first], dim=-1)
        return self.out(self.drop(features))


def main():
    config = BertConfig(
        vocab_size=120,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=40,
    )
    model = Classifier(config, 5)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    schedule = get_linear_schedule_with_warmup(optimizer, num_warmup_steps=1, num_training_steps=4)
    ids = torch.randint(1, 120, (6, 16))
    mask = torch.ones(6, 16, dtype=torch.long)
    labels = torch.randint(0, 5, (6,))
    for _ in range(2):
        logits = model(ids, mask)
        loss = nn.functional.cross_entropy(logits, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return logits


if __name__ == "__main__":
    main()
