"""Learns the network of the reader: a linear part over named features, and hidden layers that relations share.

Several networks are learned from different beginnings and read as one: their linear parts are put together, their hidden
layers stand side by side.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from labels import Labelled

from kg.extract.reader.network import SMALLEST, Network, Parts, as_bytes

MEMBERS = 2
EPOCHS = 6
RATE = 0.005
BATCH = 256
HIDDEN = 64
LEAST = 5
"""Features seen less often are not learned from."""
KEPT = 0.7
"""Of the features of an example, while learning."""
DROPPED = 0.5
"""Of the hidden values, while learning."""
LINEAR = 0.1
"""What the linear part counts, so that it learns the slower."""
RARE = -3.0
"""Where the log odds of each relation begin."""
WIDEST = 127
"""What eight bits hold on either side of nothing."""


class Member(torch.nn.Module):
    """One network: which of the relations hold, by the features of pairs."""

    def __init__(self, features: int, relations: int) -> None:
        super().__init__()
        self.linear = torch.nn.EmbeddingBag(features, relations, mode="sum", sparse=True)
        self.bias = torch.nn.Parameter(torch.full((relations,), RARE))
        self.embedding = torch.nn.EmbeddingBag(features, HIDDEN, mode="sum", sparse=True)
        self.norm = torch.nn.LayerNorm(HIDDEN, eps=SMALLEST)
        self.drop = torch.nn.Dropout(DROPPED)
        self.out = torch.nn.Linear(HIDDEN, relations, bias=False)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.normal_(self.embedding.weight, std=0.05)

    def forward(self, features: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        weights = (torch.rand(len(features)) < KEPT).float() / KEPT
        linear = self.linear(features, offsets, per_sample_weights=weights)
        hidden = self.norm(self.embedding(features, offsets, per_sample_weights=weights))
        estimate: torch.Tensor = LINEAR * linear + self.bias + self.out(self.drop(torch.relu(hidden)))
        return estimate


def learn(pairs: Sequence[Labelled], relations: Sequence[str], members: int = MEMBERS) -> Network:
    """A network that has learned from pairs; the same from the same pairs in the same order."""
    return Network(learn_parts(pairs, relations, members))


def learn_parts(pairs: Sequence[Labelled], relations: Sequence[str], members: int = MEMBERS) -> Parts:
    """The parts of such a network, to be kept."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    counts = Counter(feature for pair in pairs for feature in pair.features)
    known = sorted(feature for feature, count in counts.items() if count >= LEAST)
    places = {feature: place for place, feature in enumerate(known)}
    examples = [
        np.array(sorted(places[f] for f in pair.features if f in places), dtype=np.int64) for pair in pairs
    ]
    right = marked([pair.told for pair in pairs], relations)
    counted = marked([pair.fitting - pair.elsewhere for pair in pairs], relations)
    learned = [_learned(seed, examples, right, counted, len(known)) for seed in range(1, members + 1)]
    return _put_together(learned) | {"features": as_bytes(known), "relations": as_bytes(relations)}


def _learned(
    seed: int, examples: Sequence[np.ndarray], right: np.ndarray, counted: np.ndarray, features: int
) -> Member:
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    member = Member(features, right.shape[1])
    sparse = [member.linear.weight, member.embedding.weight]
    dense = [each for each in member.parameters() if all(each is not other for other in sparse)]
    optimizers = [torch.optim.SparseAdam(sparse, lr=RATE), torch.optim.Adam(dense, lr=RATE)]
    batches = len(examples) // BATCH
    for step in range(EPOCHS * batches):
        if step % batches == 0:
            order = chance.permutation(len(examples))
        chosen = order[step % batches * BATCH :][:BATCH]
        for optimizer in optimizers:
            optimizer.param_groups[0]["lr"] = RATE * (1 - step / (EPOCHS * batches))
            optimizer.zero_grad()
        losses = torch.nn.functional.binary_cross_entropy_with_logits(
            member(*_batch([examples[place] for place in chosen])),
            torch.from_numpy(right[chosen]),
            reduction="none",
        )
        ((losses * torch.from_numpy(counted[chosen])).sum() / BATCH).backward()
        for optimizer in optimizers:
            optimizer.step()
    return member


def _put_together(members: Sequence[Member]) -> dict[str, np.ndarray]:
    """One network whose estimate is the mean of theirs, its table in eight bits."""

    def values(tensor: torch.Tensor) -> np.ndarray:
        return tensor.detach().numpy().astype(np.float64)

    linear = LINEAR * np.mean([values(each.linear.weight) for each in members], axis=0)
    table = np.concatenate([linear, *(values(each.embedding.weight) for each in members)], axis=1)
    scales = np.maximum(np.abs(table).max(axis=0), 1e-9) / WIDEST
    return {
        "table": np.round(table / scales).astype(np.int8),
        "scales": scales,
        "bias": np.mean([values(each.bias) for each in members], axis=0),
        "gain": np.stack([values(each.norm.weight) for each in members]),
        "shift": np.stack([values(each.norm.bias) for each in members]),
        "out": np.concatenate([values(each.out.weight).T for each in members]) / len(members),
    }


def _batch(examples: Sequence[np.ndarray]) -> tuple[torch.Tensor, torch.Tensor]:
    offsets = np.cumsum([0, *(len(example) for example in examples[:-1])])
    return torch.from_numpy(np.concatenate(examples)), torch.from_numpy(offsets)


def marked(chosen: Sequence[frozenset[str]], relations: Sequence[str]) -> np.ndarray:
    """A row for each set of names, with 1 in the columns of those in it."""
    return np.array([[name in each for name in relations] for each in chosen], dtype=np.float32)
