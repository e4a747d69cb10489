"""How often somebody may try. In memory, so for each process."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

MOST_KEPT = 10_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Allowance:
    """`burst` tries at once, and another every `every` seconds, for each key."""

    def __init__(self, *, burst: int, every: float) -> None:
        self._burst, self._every = burst, every
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def wait(self, key: Hashable, at: float) -> float:
        """Seconds until the next try; 0: now. `at` is monotonic."""
        return max(0.0, (1.0 - self._bucket(key, at).left) * self._every)

    def spend(self, key: Hashable, at: float) -> None:
        """One try was made."""
        bucket = self._bucket(key, at)
        bucket.left -= 1.0
        self._buckets[key] = bucket
        self._buckets.move_to_end(key)
        while len(self._buckets) > MOST_KEPT:
            self._buckets.popitem(last=False)

    def _bucket(self, key: Hashable, at: float) -> _Bucket:
        bucket = self._buckets.get(key, _Bucket(left=self._burst, at=at))
        left = min(self._burst, bucket.left + (at - bucket.at) / self._every)
        return _Bucket(left=left, at=at)
