"""The unCLIP prior from text embeddings to an image embedding."""

import torch
from diffusers import PriorTransformer

prior = PriorTransformer(
    num_attention_heads=2,
    attention_head_dim=8,
    num_layers=2,
    embedding_dim=24,
    num_embeddings=7,
    additional_embeddings=4,
)
with torch.no_grad():
    embedding = prior(
        torch.randn(3, 24),
        timestep=2,
        proj_embedding=torch.randn(3, 24),
        encoder_hidden_states=torch.randn(3, 7, 24),
    ).predicted_image_embedding
