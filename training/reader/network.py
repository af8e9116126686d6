"""A small network over sparse features: a linear part, and a hidden layer that lets the relations share what they learn."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from pairs import Pair

EPOCHS = 6
RATE = 0.005
BATCH = 256
HIDDEN = 64
LEAST = 3
"""Features seen less often are not learned from."""
_KEPT = 0.85
"""Of the features of an example, while learning."""


class Network(torch.nn.Module):
    """Which of the relations hold, by the features of pairs."""

    def __init__(self, features: int, relations: int) -> None:
        super().__init__()
        self.linear = torch.nn.EmbeddingBag(features, relations, mode="sum", sparse=True)
        self.bias = torch.nn.Parameter(torch.full((relations,), -3.0))
        self.embedding = torch.nn.EmbeddingBag(features, HIDDEN, mode="sum", sparse=True)
        self.norm = torch.nn.LayerNorm(HIDDEN)
        self.drop = torch.nn.Dropout(0.3)
        self.out = torch.nn.Linear(HIDDEN, relations)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.normal_(self.embedding.weight, std=0.05)

    def forward(self, features: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        weights = None
        if self.training:
            weights = (torch.rand(len(features)) < _KEPT).float() / _KEPT
        linear = self.linear(features, offsets, per_sample_weights=weights)
        hidden = self.norm(self.embedding(features, offsets, per_sample_weights=weights))
        return 0.3 * linear + self.bias + self.out(self.drop(torch.relu(hidden)))


class Reader:
    """A network with the features that it knows, learned from pairs; the same for the same pairs in the same order."""

    def __init__(self, pairs: Sequence[Pair], relations: Sequence[str]) -> None:
        torch.manual_seed(1)
        torch.set_num_threads(1)
        counts = Counter(feature for pair in pairs for feature in pair.features)
        known = sorted(feature for feature, count in counts.items() if count >= LEAST)
        self._places = {feature: place for place, feature in enumerate(known)}
        self._relations = relations
        self._network = Network(len(known), len(relations))
        self._learn(pairs)

    def _learn(self, pairs: Sequence[Pair]) -> None:
        examples = [self._example(pair) for pair in pairs]
        right = _marked([pair.told for pair in pairs], self._relations)
        counted = _marked([pair.fitting - pair.elsewhere for pair in pairs], self._relations)
        sparse = [self._network.linear.weight, self._network.embedding.weight]
        dense = [each for each in self._network.parameters() if all(each is not other for other in sparse)]
        optimizers = [torch.optim.SparseAdam(sparse, lr=RATE), torch.optim.Adam(dense, lr=RATE)]
        chance = np.random.default_rng(1)
        steps = EPOCHS * (len(pairs) // BATCH)
        for step in range(steps):
            if step % (len(pairs) // BATCH) == 0:
                order = chance.permutation(len(pairs))
            first = step % (len(pairs) // BATCH) * BATCH
            chosen = order[first : first + BATCH]
            for optimizer in optimizers:
                optimizer.param_groups[0]["lr"] = RATE * (1 - step / steps)
                optimizer.zero_grad()
            estimate = self._network(*_batch([examples[place] for place in chosen]))
            losses = torch.nn.functional.binary_cross_entropy_with_logits(
                estimate, torch.from_numpy(right[chosen]), reduction="none"
            )
            ((losses * torch.from_numpy(counted[chosen])).sum() / BATCH).backward()
            for optimizer in optimizers:
                optimizer.step()
        self._network.eval()

    def estimates(self, pairs: Sequence[Pair]) -> np.ndarray:
        """How likely each relation is for each pair; a row a pair."""
        found = []
        with torch.no_grad():
            for first in range(0, len(pairs), BATCH):
                batch = [self._example(pair) for pair in pairs[first : first + BATCH]]
                found.append(torch.sigmoid(self._network(*_batch(batch))).numpy())
        return np.concatenate(found)

    def _example(self, pair: Pair) -> np.ndarray:
        places = (self._places[feature] for feature in pair.features if feature in self._places)
        return np.array(sorted(places), dtype=np.int64)


def _batch(examples: Sequence[np.ndarray]) -> tuple[torch.Tensor, torch.Tensor]:
    offsets = np.cumsum([0, *(len(example) for example in examples[:-1])])
    return torch.from_numpy(np.concatenate(examples)), torch.from_numpy(offsets)


def _marked(chosen: Sequence[frozenset[str]], relations: Sequence[str]) -> np.ndarray:
    return np.array([[name in each for name in relations] for each in chosen], dtype=np.float32)
