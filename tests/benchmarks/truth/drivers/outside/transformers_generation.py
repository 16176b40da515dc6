"""Language models that write: https://huggingface.co/docs/transformers/model_doc/gpt2, .../t5"""

import torch
from torch import nn
from transformers import (
    GPT2Config,
    GPT2LMHeadModel,
    GPT2Model,
    T5Config,
    T5EncoderModel,
    T5ForConditionalGeneration,
)


class Prefixed(nn.Module):
    """A prefix that is learned stands before the words: https://arxiv.org/abs/2111.09734"""

    def __init__(self, width, length):
        super().__init__()
        self.gpt = GPT2LMHeadModel(
            GPT2Config(vocab_size=70, n_positions=32, n_embd=24, n_layer=2, n_head=4)
        )
        self.length = length
        self.project = nn.Linear(width, self.gpt.config.n_embd * length)

    def forward(self, tokens, picture):
        words = self.gpt.transformer.wte(tokens)
        prefix = self.project(picture).view(-1, self.length, self.gpt.config.n_embd)
        both = torch.cat((prefix, words), dim=1)
        return self.gpt(inputs_embeds=both)


def main():
    tokens = torch.randint(1, 70, (4, 9))
    outputs = Prefixed(50, 5)(tokens, torch.randn(4, 50))
    logits = outputs.logits[:, 5 - 1 : -1]
    loss = nn.functional.cross_entropy(logits.reshape(-1, logits.shape[-1]), tokens.flatten())
    loss.backward()
    state = GPT2Model(GPT2Config(vocab_size=70, n_positions=32, n_embd=24, n_layer=2, n_head=4))(
        tokens
    )[0]
    last = state[:, -1, :]
    config = T5Config(
        vocab_size=70,
        d_model=24,
        d_kv=6,
        d_ff=48,
        num_layers=2,
        num_heads=4,
        decoder_start_token_id=0,
        pad_token_id=0,
    )
    model = T5ForConditionalGeneration(config)
    written = model(input_ids=tokens, labels=tokens[:, :6].contiguous())
    scores = written.logits.log_softmax(-1)
    picked = scores.gather(2, tokens[:, :6].unsqueeze(-1)).squeeze(-1)
    encoded = T5EncoderModel(config)(tokens).last_hidden_state
    return last, picked, encoded


if __name__ == "__main__":
    main()
