"""wav2vec 2.0, two layers deep, with a head for 29 characters."""

import torch
from torchaudio.models import wav2vec2_model

model = wav2vec2_model(
    extractor_mode="group_norm",
    extractor_conv_layer_config=[(32, 10, 5), (32, 3, 2), (32, 2, 2)],
    extractor_conv_bias=False,
    encoder_embed_dim=48,
    encoder_projection_dropout=0.1,
    encoder_pos_conv_kernel=16,
    encoder_pos_conv_groups=4,
    encoder_num_layers=2,
    encoder_num_heads=4,
    encoder_attention_dropout=0.1,
    encoder_ff_interm_features=96,
    encoder_ff_interm_dropout=0.1,
    encoder_dropout=0.1,
    encoder_layer_norm_first=False,
    encoder_layer_drop=0.0,
    aux_num_out=29,
).eval()

with torch.inference_mode():
    emissions, lengths = model(torch.randn(2, 4000), torch.tensor([4000, 3200]))
