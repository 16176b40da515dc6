"""Models and tokenizers of transformers: stored ones by their names, heads of one's own, labels, pictures."""

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset
from transformers import (
    AutoConfig,
    AutoImageProcessor,
    AutoModel,
    AutoModelForSequenceClassification,
    AutoTokenizer,
    BertConfig,
    BertForSequenceClassification,
    BertModel,
    BertPreTrainedModel,
    BertTokenizer,
    DistilBertModel,
    GPT2LMHeadModel,
    RobertaForSequenceClassification,
    T5ForConditionalGeneration,
    ViTForImageClassification,
    get_linear_schedule_with_warmup,
)


class Texts(Dataset):
    def __init__(self, texts, labels, tokenizer, length=128):
        self.texts, self.labels, self.tokenizer, self.length = texts, labels, tokenizer, length

    def __len__(self):
        return len(self.texts)

    def __getitem__(self, i):
        encoded = self.tokenizer.encode_plus(
            self.texts[i], max_length=self.length, padding="max_length", truncation=True, return_tensors="pt"
        )
        return {
            "input_ids": encoded["input_ids"].flatten(),
            "attention_mask": encoded["attention_mask"].flatten(),
            "label": torch.tensor(self.labels[i]),
        }


class Sentiment(nn.Module):
    def __init__(self, classes, name="bert-base-cased", width=768):
        super().__init__()
        self.bert = BertModel.from_pretrained(name)
        for parameter in self.bert.encoder.layer[:6].parameters():
            parameter.requires_grad = False
        self.out = nn.Linear(width, classes)

    def forward(self, input_ids, attention_mask):
        _, pooled = self.bert(input_ids=input_ids, attention_mask=attention_mask, return_dict=False)
        return self.out(pooled)  # error: [linear-in-features] "1024" "768"


def trained_on_batches():
    tokenizer = BertTokenizer.from_pretrained("bert-base-cased")
    loader = DataLoader(Texts(["good", "bad", "so"], [1, 0, 2], tokenizer), batch_size=3)
    model = Sentiment(3)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-5)
    schedule = get_linear_schedule_with_warmup(optimizer, num_warmup_steps=0, num_training_steps=10)
    for batch in loader:
        ids = batch["input_ids"]  # shape: (3, 128)
        logits = model(ids, batch["attention_mask"])  # shape: (3, 3)
        loss = nn.functional.cross_entropy(logits, batch["label"])
        loss.backward()
        optimizer.step()
        schedule.step()
    return logits


def larger_than_its_head():
    model = Sentiment(3, "google-bert/bert-large-cased")
    return model(torch.zeros(2, 16, dtype=torch.long), torch.ones(2, 16))


def what_auto_classes_give():
    tokenizer = AutoTokenizer.from_pretrained("distilbert-base-uncased")
    inputs = tokenizer(["one", "two"], padding="max_length", truncation=True, max_length=64, return_tensors="pt")
    model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased", num_labels=5)
    logits = model(**inputs.to("cpu")).logits  # shape: (2, 5)
    inner = AutoModel.from_config(AutoConfig.from_pretrained("albert-xlarge-v2"))
    states = inner(**{name: value for name, value in inputs.items()}).last_hidden_state  # shape: (2, 64, 2048)
    layers = inner(inputs["input_ids"], output_hidden_states=True).hidden_states
    last = torch.cat(layers[-4:], dim=-1)  # shape: (2, 64, 8192)
    return nn.Linear(4096, 2)(last)  # error: [linear-in-features] "8192" "4096"


def heads_that_are_replaced():
    ids = torch.zeros(4, 32, dtype=torch.long)
    model = RobertaForSequenceClassification.from_pretrained("roberta-base")
    model.classifier.out_proj = nn.Linear(768, 6)
    six = model(ids).logits  # shape: (4, 6)
    bert = BertForSequenceClassification(BertConfig(hidden_size=256, num_attention_heads=4, num_labels=3))
    bert.classifier = nn.Linear(768, 3)
    return six, bert(ids)  # error: [linear-in-features] "256" "768"


def labels():
    ids = torch.zeros(4, 32, dtype=torch.long)
    model = BertForSequenceClassification.from_pretrained("bert-base-uncased", num_labels=3)
    loss, logits = model(ids, labels=torch.zeros(4, dtype=torch.long))[:2]  # shape: (), (4, 3)
    return model(ids, labels=torch.zeros(4, 3, dtype=torch.long))  # error: [loss-target] "12" "4"


def words_against_words():
    ids = torch.zeros(4, 32, dtype=torch.long)
    logits = GPT2LMHeadModel.from_pretrained("gpt2")(ids).logits  # shape: (4, 32, 50257)
    return nn.CrossEntropyLoss()(logits, ids)  # error: [loss-target] "50257" "32"


def written_texts():
    model = T5ForConditionalGeneration.from_pretrained("t5-small")
    ids = torch.zeros(4, 32, dtype=torch.long)
    return model(input_ids=ids, labels=ids[:, :9].contiguous()).logits  # shape: (4, 9, 32128)


def pictures_of_another_size():
    model = ViTForImageClassification.from_pretrained("google/vit-base-patch16-224", num_labels=10, ignore_mismatched_sizes=True)
    logits = model(torch.zeros(2, 3, 224, 224)).logits  # shape: (2, 10)
    return logits, model(pixel_values=torch.zeros(2, 3, 256, 256))  # error: [model-input] "224" "256"


def one_text_that_is_no_batch():
    model = DistilBertModel.from_pretrained("distilbert-base-uncased")
    return model(torch.zeros(32, dtype=torch.long))  # error: [model-input] "(32,)"


def too_many_tokens():
    model = DistilBertModel.from_pretrained("distilbert-base-uncased")
    return model(torch.zeros(2, 600, dtype=torch.long))  # error: [model-input] "512" "600"


class Tagger(BertPreTrainedModel):
    def __init__(self, config):
        super().__init__(config)
        self.bert = BertModel(config, add_pooling_layer=False)
        self.classifier = nn.Linear(config.hidden_size, config.num_labels)
        self.post_init()

    def forward(self, input_ids, labels=None):
        scores = self.classifier(self.bert(input_ids)[0])
        loss = None if labels is None else nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten())
        return scores if loss is None else (loss, scores)


def a_model_of_ones_own():
    config = BertConfig.from_pretrained("bert-base-uncased", id2label={0: "O", 1: "B", 2: "I"})
    ids = torch.zeros(2, 12, dtype=torch.long)
    loss, scores = Tagger(config)(ids, ids)  # shape: (), (2, 12, 3)
    stored = Tagger.from_pretrained("bert-base-uncased", num_labels=4)(ids)  # shape: (2, 12, 4)
    return stored + scores  # error: [broadcast-sizes] "4" "3"


def a_model_that_is_not_told(name):
    model = AutoModel.from_pretrained(name)
    states = model(torch.zeros(2, 12, dtype=torch.long))[0]
    return nn.Linear(model.config.hidden_size, 3)(states)


def what_is_inside_is_not_told(ids):
    model = BertModel.from_pretrained("bert-base-uncased")
    model.encoder.layer = nn.ModuleList([model.encoder.layer[i] for i in range(3)])
    count = sum(parameter.numel() for parameter in model.parameters())
    for name, parameter in model.named_parameters():
        if "pooler" in name:
            parameter.requires_grad = True
    return model(ids).attentions, model.pooler.dense.weight, count


class WithSettings(BertPreTrainedModel):
    def __init__(self, config, classes=2, hidden=768):
        super().__init__(config)
        self.bert = BertModel(config, add_pooling_layer=False)
        self.out = nn.Linear(hidden, classes)

    def forward(self, ids):
        return self.out(self.bert(ids).last_hidden_state)


def settings_that_the_model_takes_itself():
    ids = torch.zeros(2, 16, dtype=torch.long)
    model = WithSettings.from_pretrained("bert-base-cased", classes=5)
    scores = model(ids)  # shape: (2, 16, 5)
    large = BertConfig.from_pretrained("bert-large-cased")
    other = WithSettings.from_pretrained("bert-large-cased", config=large, hidden=1024)
    return nn.functional.mse_loss(other(ids), torch.zeros(2, 16, 2)), scores


def texts_as_long_as_one_likes():
    model = AutoModel.from_pretrained("microsoft/deberta-v3-base")
    return model(torch.zeros(2, 1024, dtype=torch.long))[0]  # shape: (2, 1024, 768)


def a_text_without_its_batch():
    logits = GPT2LMHeadModel.from_pretrained("gpt2")(torch.zeros(9, dtype=torch.long)).logits  # shape: (9, 50257)
    many = GPT2LMHeadModel.from_pretrained("gpt2")(torch.zeros(4, 2, 9, dtype=torch.long)).logits
    return logits, many  # shape: [1] (4, 2, 9, 50257)


def scores_of_the_last_tokens():
    model = GPT2LMHeadModel.from_pretrained("gpt2")
    ids = torch.zeros(2, 9, dtype=torch.long)
    return model(ids, logits_to_keep=1).logits + torch.zeros(2, 1, 50257), model(ids, logits_to_keep=1).logits + torch.zeros(2, 3, 50257)


def many_labels_of_pictures():
    model = ViTForImageClassification.from_pretrained("google/vit-base-patch16-224-in21k", num_labels=4)
    return model(torch.zeros(2, 3, 224, 224), labels=torch.zeros(2, 4)).loss


def numbers_of_texts():
    config = BertConfig(num_labels=3, problem_type="regression")
    model = BertForSequenceClassification(config)
    return model(torch.zeros(2, 8, dtype=torch.long), labels=torch.zeros(3)).loss


def films():
    inputs = AutoImageProcessor.from_pretrained("MCG-NJU/videomae-base")([1, 2], return_tensors="pt")
    return nn.Conv3d(16, 4, 3)(inputs["pixel_values"])


def parts_put_in_from_outside():
    model = BertModel.from_pretrained("bert-base-uncased")
    model.embeddings.position_embeddings = nn.Embedding(1024, 768)
    model.encoder.layer = model.encoder.layer[:6]
    model.pooler = nn.Linear(768, 5)
    outputs = model(inputs_embeds=torch.zeros(2, 800, 768), output_hidden_states=True)
    outputs.last_hidden_state.sum()
    writer = GPT2LMHeadModel.from_pretrained("gpt2")
    writer.transformer.wpe = nn.Embedding(2048, 768)
    writer(torch.zeros(2, 1500, dtype=torch.long))
    writer(torch.zeros(2, 2500, dtype=torch.long))  # error: [model-input] "2048" "2500"
    states = torch.stack(outputs.hidden_states) + torch.zeros(7, 2, 800, 768)
    return states, outputs.pooler_output + torch.zeros(2, 800, 5)


def settings_that_are_changed():
    config = BertConfig.from_pretrained("bert-base-uncased")
    config.update({"hidden_size": 120})
    states = BertModel(config)(torch.zeros(2, 9, dtype=torch.long)).last_hidden_state  # shape: (2, 9, 120)
    return states


def a_text_that_is_split_already():
    tokenizer = BertTokenizer.from_pretrained("bert-base-uncased")
    filled = {"return_tensors": "pt", "padding": "max_length", "truncation": True}
    whole = tokenizer.encode_plus(["so", "it", "is"], max_length=8, **filled)["input_ids"]
    round_ = tokenizer("so", max_length=7, pad_to_multiple_of=8, **filled)["input_ids"]
    filled["truncation"] = "do_not_truncate"
    uncut = tokenizer("so", max_length=8, **filled)["input_ids"]
    sums = uncut + torch.zeros(1, 12), round_ + torch.zeros(1, 8), whole + torch.zeros(2, 8)
    return sums, whole + torch.zeros(2, 9)  # error: [broadcast-sizes]
