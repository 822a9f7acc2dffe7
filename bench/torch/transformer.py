"""A transformer that answers at the last token, written as PyTorch users write it.

Every token goes through every block, queries, keys and values of all tokens are computed, and the
last token is picked at the end. Attention has no fused kernel in torch 1.13.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

import networks  # noqa: F401  (sets one thread)

ACTIVATIONS = {"relu": F.relu, "gelu": F.gelu, "silu": F.silu, "tanh": torch.tanh}


class Attention(nn.Module):
    """Scaled dot-product attention of several heads, causal or not."""

    def __init__(self, width, heads, context, causal, bias):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width, bias=bias)
        self.key = nn.Linear(width, width, bias=bias)
        self.value = nn.Linear(width, width, bias=bias)
        self.out = nn.Linear(width, width, bias=bias)
        hidden = torch.triu(torch.ones(context, context, dtype=torch.bool), diagonal=1)
        self.register_buffer("hidden", hidden if causal else torch.zeros_like(hidden))

    def split(self, x):
        n, c, d = x.shape
        return x.view(n, c, self.heads, d // self.heads).transpose(1, 2)

    def forward(self, x):
        q, k, v = self.split(self.query(x)), self.split(self.key(x)), self.split(self.value(x))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        weights = scores.masked_fill(self.hidden, float("-inf")).softmax(dim=-1)
        return self.out((weights @ v).transpose(1, 2).reshape(x.shape))


class Block(nn.Module):
    """Attention and feed-forward, each added to the stream; norm is none, pre or post."""

    def __init__(self, o):
        super().__init__()
        self.norm = o.norm
        self.attention = Attention(o.width, o.heads, o.context, o.causal, o.bias)
        self.mlp_in = nn.Linear(o.width, o.feedForward)
        self.mlp_out = nn.Linear(o.feedForward, o.width)
        self.activation = ACTIVATIONS[o.activation]
        if o.norm != "none":
            self.norm1 = nn.LayerNorm(o.width)
            self.norm2 = nn.LayerNorm(o.width)

    def mlp(self, x):
        return self.mlp_out(self.activation(self.mlp_in(x)))

    def forward(self, x):
        if self.norm == "pre":
            x = x + self.attention(self.norm1(x))
            return x + self.mlp(self.norm2(x))
        x = x + self.attention(x)
        x = self.norm1(x) if self.norm == "post" else x
        x = x + self.mlp(x)
        return self.norm2(x) if self.norm == "post" else x


class Transformer(nn.Module):
    """Options o: vocabulary, context, width, heads, feedForward, blocks, outputs, activation,
    norm, causal, bias (of attention and read-out), embeddingScale."""

    def __init__(self, o):
        super().__init__()
        self.scale = o.embeddingScale
        self.embedding = nn.Embedding(o.vocabulary, o.width)
        self.position = nn.Embedding(o.context, o.width)
        self.blocks = nn.Sequential(*(Block(o) for _ in range(o.blocks)))
        self.final = nn.LayerNorm(o.width) if o.norm == "pre" else nn.Identity()
        self.output = nn.Linear(o.width, o.outputs, bias=o.bias)

    def forward(self, symbols):
        x = self.scale * self.embedding(symbols) + self.position.weight
        return self.output(self.final(self.blocks(x)[:, -1]))
