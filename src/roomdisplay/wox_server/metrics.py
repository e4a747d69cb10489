"""What Prometheus can ask for. No names of rooms or people: labels are few and fixed."""

from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

DELAYS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


def _registry() -> CollectorRegistry:
    return CollectorRegistry(auto_describe=True)


@dataclass(slots=True)
class Metrics:
    registry: CollectorRegistry = field(default_factory=_registry)
    streams: Gauge = field(init=False)
    sent: Counter = field(init=False)
    cut_off: Counter = field(init=False)
    delay: Histogram = field(init=False)
    batch: Histogram = field(init=False)
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)
    refused: Counter = field(init=False)

    def __post_init__(self) -> None:
        self.streams = Gauge("wox_streams", "Panels connected to this process.", registry=self.registry)
        self.sent = Counter("wox_stream_messages", "Feeds sent on streams.", registry=self.registry)
        self.cut_off = Counter(
            "wox_streams_cut_off", "Streams ended because the panel took nothing.", registry=self.registry
        )
        self.delay = Histogram(
            "wox_stream_delay_seconds",
            "From news of a room to the panel's socket.",
            buckets=DELAYS,
            registry=self.registry,
        )
        self.batch = Histogram(
            "wox_feed_batch_seconds", "Reading a batch of feeds.", buckets=DELAYS, registry=self.registry
        )
        self.requests = Counter("wox_requests", "Answers to panels.", ["endpoint", "status"], registry=self.registry)
        self.seconds = Histogram(
            "wox_request_seconds", "Time to answer.", ["endpoint"], buckets=DELAYS, registry=self.registry
        )
        self.refused = Counter("wox_refused", "Requests of panels that may not.", ["code"], registry=self.registry)

    def text(self) -> bytes:
        return generate_latest(self.registry)
