"""The networks, inputs and losses that all twins share.

Dense inputs are one-hot pairs as a float matrix X: [batch, inputs] with ones at a and inputs/2 + b.
Embedding inputs are the pairs of those two positions, tokens: [batch, 2]; the first layer then sums
two rows of its weight matrix, which gives the numbers of the dense product without the zeros.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import torch  # noqa: E402  (the thread counts must be set before the libraries load)
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402

torch.set_num_threads(1)


def seeded(seed):
    """A generator of its own, so that no draw depends on the draws before it."""
    return torch.Generator().manual_seed(seed)


def random_pairs(batch, inputs, seed=0):
    """Tokens [batch, 2]: positions a and inputs/2 + b, uniform, with repetition."""
    half = inputs // 2
    pairs = torch.randint(0, half, (batch, 2), generator=seeded(seed))
    return pairs + torch.tensor([0, half])


def one_hot_pairs(tokens, inputs, dtype=torch.float32):
    """The dense form X: [batch, inputs] of tokens."""
    dense = torch.zeros(tokens.shape[0], inputs, dtype=dtype)
    return dense.scatter_(1, tokens, 1.0)


class InverseBag(torch.autograd.Function):
    """Sum of two rows; its gradient is a bag sum as well, over the examples that use each row.

    Plain PyTorch scatters the gradient with index_add. Full batch training uses the same tokens in
    every step, so the list of examples per row can be sorted once.
    """

    @staticmethod
    def forward(ctx, weight, tokens, users, starts):
        ctx.save_for_backward(users, starts)
        return F.embedding_bag(tokens, weight, mode="sum")

    @staticmethod
    def backward(ctx, gradient):
        users, starts = ctx.saved_tensors
        return F.embedding_bag(users, gradient, starts, mode="sum"), None, None, None


class PairSum(nn.Module):
    """First layer on tokens: W[t0] + W[t1] (+ b), W: [inputs, hidden]; five ways to compute it."""

    VARIANTS = ("bag", "embedding", "indexSelect", "sparse", "inverseBag")

    def __init__(self, tokens, inputs, hidden, bias, variant):
        super().__init__()
        like_dense = nn.Linear(inputs, hidden, bias=bias)
        self.weight = nn.Parameter(like_dense.weight.detach().t().contiguous())
        self.bias = nn.Parameter(like_dense.bias.detach().clone()) if bias else None
        self.first, self.second = tokens[:, 0].contiguous(), tokens[:, 1].contiguous()
        self.sum_rows = getattr(self, variant)
        if variant == "inverseBag":
            order = torch.argsort(tokens.reshape(-1), stable=True)
            self.users = order // 2
            counts = torch.bincount(tokens.reshape(-1), minlength=inputs)
            self.starts = counts.cumsum(0) - counts
        if variant == "sparse":
            self.one_hot = one_hot_pairs(tokens, inputs).to_sparse().coalesce()

    def bag(self, tokens):
        return F.embedding_bag(tokens, self.weight, mode="sum")

    def embedding(self, tokens):
        return F.embedding(tokens, self.weight).sum(1)

    def indexSelect(self, tokens):
        return self.weight.index_select(0, self.first) + self.weight.index_select(0, self.second)

    def sparse(self, tokens):
        return torch.sparse.mm(self.one_hot, self.weight)

    def inverseBag(self, tokens):
        return InverseBag.apply(self.weight, tokens, self.users, self.starts)

    def forward(self, tokens):
        rows = self.sum_rows(tokens)
        return rows if self.bias is None else rows + self.bias


class Square(nn.Module):
    """z squared, entry by entry."""

    def forward(self, z):
        return z.square()


ACTIVATIONS = {"relu": nn.ReLU, "quadratic": Square}
LOSSES = {"crossEntropy": F.cross_entropy, "mse": F.mse_loss}
