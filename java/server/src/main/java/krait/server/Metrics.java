package krait.server;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import krait.base.ProcessUsage;
import krait.http.Edge;
import krait.http.EdgeGauges;
import krait.http.RequestDurations;
import krait.workers.FleetStats;
import krait.workers.LoopStats;
import krait.workers.WorkerState;
import krait.workers.WorkerStats;

/// What the server measures, as Prometheus reads it. Thread-safe; [#text] waits for the event loops
/// and the supervisors, so it must not be called on either.
final class Metrics {
    /// A loop or a supervisor that does not answer within this time fails the whole.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String COUNTER = "counter";
    private static final String GAUGE = "gauge";
    private static final String LIMIT_HITS = "krait_limit_hits_total";

    private final Edge edge;
    private final List<WorkerMount> mounts;
    private final List<EventLoop> loops;

    /// What one mount told.
    private record Told(String mount, FleetStats fleet, List<LoopStats> loops) {
        long sum(ToLongFunction<LoopStats> part) {
            return loops.stream().mapToLong(part).sum();
        }
    }

    /// A worker that has a process.
    private record Living(String mount, WorkerStats stats) {
        /// While one process replaces another, two have the same name: hence the pid.
        String[] labels() {
            String pid = Long.toString(stats.pid());
            return new String[] {"mount", mount, "worker", stats.name(), "pid", pid};
        }
    }

    Metrics(Edge edge, List<WorkerMount> mounts, List<EventLoop> loops) {
        this.edge = edge;
        this.mounts = List.copyOf(mounts);
        this.loops = List.copyOf(loops);
    }

    /// @throws java.util.concurrent.CompletionException when a part does not answer
    String text() {
        List<CompletableFuture<Told>> asked = mounts.stream().map(Metrics::ask).toList();
        List<CompletableFuture<Duration>> lags = loops.stream().map(Metrics::lag).toList();
        List<Told> told = asked.stream().map(Metrics::wait).toList();
        List<Duration> lag = lags.stream().map(Metrics::wait).toList();
        MetricsText text = new MetricsText();
        EdgeGauges gauges = edge.gauges();
        http(text, gauges);
        durations(text, gauges.durations());
        limits(text, gauges, told);
        lanes(text, told);
        workers(text, told);
        loops(text, lag);
        process(text);
        return text.toString();
    }

    private static <T> T wait(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private static CompletableFuture<Told> ask(WorkerMount mount) {
        String name = mount.prefix().isEmpty() ? "/" : mount.prefix();
        return mount.supervisor()
                .stats()
                .thenCombine(mount.lanes(), (fleet, loops) -> new Told(name, fleet, loops));
    }

    private static CompletableFuture<Duration> lag(EventLoop loop) {
        CompletableFuture<Duration> lag = new CompletableFuture<>();
        long asked = System.nanoTime();
        try {
            loop.execute(() -> lag.complete(Duration.ofNanos(System.nanoTime() - asked)));
        } catch (RejectedExecutionException ended) {
            lag.completeExceptionally(ended);
        }
        return lag;
    }

    private static void http(MetricsText text, EdgeGauges gauges) {
        String requests = "krait_http_requests_total";
        text.family(requests, COUNTER, "Requests by class of status; none: the client left.")
                .sample(requests, gauges.responses2xx(), "status", "2xx")
                .sample(requests, gauges.responses3xx(), "status", "3xx")
                .sample(requests, gauges.responses4xx(), "status", "4xx")
                .sample(requests, gauges.responses5xx(), "status", "5xx")
                .sample(requests, gauges.unanswered(), "status", "none");
        text.single(
                "krait_http_requests_in_flight",
                GAUGE,
                "Requests dispatched and not answered.",
                gauges.requestsActive());
        String refusals = "krait_http_refusals_total";
        text.family(refusals, COUNTER, "Requests that the server refused itself, by reason.");
        gauges.refusals().forEach((why, count) -> text.sample(refusals, count, "reason", why));
        text.single(
                "krait_http_received_bytes_total",
                COUNTER,
                "Bytes from clients.",
                gauges.bytesReceived());
        text.single(
                "krait_http_sent_bytes_total", COUNTER, "Bytes to clients.", gauges.bytesSent());
        text.single(
                "krait_connections_open",
                GAUGE,
                "Open connections of clients.",
                gauges.connectionsOpen());
        text.single(
                "krait_connections_accepted_total",
                COUNTER,
                "Connections accepted.",
                gauges.connectionsAccepted());
    }

    private static void durations(MetricsText text, RequestDurations.Snapshot durations) {
        String name = "krait_http_request_duration_seconds";
        text.family(
                name, "histogram", "From the first byte of a request to the end of its answer.");
        long count = 0;
        for (RequestDurations.Bucket bucket : durations.buckets()) {
            count += bucket.count();
            boolean last = bucket.boundNanos() == Long.MAX_VALUE;
            String bound = last ? "+Inf" : MetricsText.secondsOf(bucket.boundNanos());
            text.sample(name + "_bucket", count, "le", bound);
        }
        text.seconds(name + "_sum", Duration.ofNanos(durations.sumNanos()));
        text.sample(name + "_count", count);
    }

    private static void limits(MetricsText text, EdgeGauges gauges, List<Told> told) {
        Map<String, Long> hits = new LinkedHashMap<>(gauges.limitHits());
        hits.put("queue-depth-max", sum(told, one -> one.sum(LoopStats::queueFull)));
        hits.put("queue-wait-max", sum(told, one -> one.sum(LoopStats::waitedTooLong)));
        hits.put("request-timeout", sum(told, one -> one.sum(LoopStats::requestTimeouts)));
        hits.put("start-timeout", sum(told, one -> one.fleet().startTimeouts()));
        hits.put("stop-timeout", sum(told, one -> one.fleet().stopTimeouts()));
        text.family(LIMIT_HITS, COUNTER, "How often a limit was met, by the name of its option.");
        hits.forEach((limit, count) -> text.sample(LIMIT_HITS, count, "limit", limit));
    }

    private static long sum(List<Told> told, ToLongFunction<Told> part) {
        return told.stream().mapToLong(part).sum();
    }

    private static void lanes(MetricsText text, List<Told> told) {
        each(
                text,
                told,
                "krait_queue_depth",
                "Requests that wait for a lane.",
                one -> one.sum(LoopStats::waiting));
        String oldest = "krait_queue_oldest_wait_seconds";
        text.family(oldest, GAUGE, "How long the first of them has waited.");
        for (Told one : told) {
            long nanos = one.loops().stream().mapToLong(LoopStats::oldestNanos).max().orElse(0);
            text.seconds(oldest, Duration.ofNanos(nanos), "mount", one.mount());
        }
        String lanes = "krait_lanes";
        text.family(lanes, GAUGE, "Lanes that take requests, by whether they have any.");
        for (Told one : told) {
            long busy = one.sum(LoopStats::busy);
            text.sample(lanes, busy, "mount", one.mount(), "state", "busy");
            long idle = one.sum(LoopStats::lanes) - busy;
            text.sample(lanes, idle, "mount", one.mount(), "state", "idle");
        }
        each(
                text,
                told,
                "krait_lane_requests_in_flight",
                "Requests given to lanes and not answered, those sent ahead of time included.",
                one -> one.sum(LoopStats::inFlight));
        String service = "krait_service_seconds";
        text.family(service, "summary", "Time that requests took in their lane.");
        for (Told one : told) {
            Duration busy = Duration.ofNanos(one.sum(LoopStats::busyNanos));
            text.seconds(service + "_sum", busy, "mount", one.mount());
            text.sample(service + "_count", one.sum(LoopStats::served), "mount", one.mount());
        }
    }

    private static void each(
            MetricsText text,
            List<Told> told,
            String name,
            String help,
            ToLongFunction<Told> value) {
        text.family(name, name.endsWith("_total") ? COUNTER : GAUGE, help);
        for (Told one : told) {
            text.sample(name, value.applyAsLong(one), "mount", one.mount());
        }
    }

    private static void workers(MetricsText text, List<Told> told) {
        String workers = "krait_workers";
        text.family(workers, GAUGE, "Worker processes by state.");
        for (Told one : told) {
            for (WorkerState state : WorkerState.values()) {
                long count =
                        one.fleet().workers().stream()
                                .filter(worker -> worker.state() == state)
                                .count();
                String name = state.name().toLowerCase(Locale.ROOT);
                text.sample(workers, count, "mount", one.mount(), "state", name);
            }
        }
        each(
                text,
                told,
                "krait_worker_restarts_total",
                "Processes that followed one that died.",
                one -> one.fleet().restarts());
        each(
                text,
                told,
                "krait_worker_hangs_total",
                "Processes replaced because they hung.",
                one -> one.fleet().hangs());
        String memory = "krait_worker_resident_memory_bytes";
        text.family(memory, GAUGE, "Resident memory of a worker process.");
        for (Living worker : living(told)) {
            text.sample(memory, worker.stats().rssBytes(), worker.labels());
        }
        seconds(
                text,
                told,
                "krait_worker_cpu_seconds_total",
                "Processor time of a worker process.",
                WorkerStats::cpu);
        seconds(
                text,
                told,
                "krait_worker_uptime_seconds",
                "Time since a worker process became ready.",
                WorkerStats::uptime);
    }

    private static void seconds(
            MetricsText text,
            List<Told> told,
            String name,
            String help,
            Function<WorkerStats, Duration> value) {
        text.family(name, name.endsWith("_total") ? COUNTER : GAUGE, help);
        for (Living worker : living(told)) {
            text.seconds(name, value.apply(worker.stats()), worker.labels());
        }
    }

    private static List<Living> living(List<Told> told) {
        return told.stream()
                .flatMap(one ->
                        one.fleet().workers().stream()
                                .filter(worker -> worker.pid() != 0)
                                .map(worker -> new Living(one.mount(), worker)))
                .toList();
    }

    private static void loops(MetricsText text, List<Duration> lags) {
        String lag = "krait_event_loop_lag_seconds";
        text.family(lag, GAUGE, "How late an event loop was to answer this scrape.");
        for (int i = 0; i < lags.size(); i++) {
            text.seconds(lag, lags.get(i), "loop", Integer.toString(i));
        }
    }

    /// Under the names that Prometheus' own client libraries use.
    private static void process(MetricsText text) {
        ProcessHandle self = ProcessHandle.current();
        ProcessUsage usage = ProcessUsage.of(self.pid());
        Runtime heap = Runtime.getRuntime();
        text.single(
                "process_resident_memory_bytes",
                GAUGE,
                "Resident memory of the server.",
                usage.residentBytes());
        text.family("process_cpu_seconds_total", COUNTER, "Processor time of the server.")
                .seconds("process_cpu_seconds_total", usage.cpu());
        self.info()
                .startInstant()
                .ifPresent(start ->
                        text.single(
                                "process_start_time_seconds",
                                GAUGE,
                                "When the server started, since 1970.",
                                start.getEpochSecond()));
        text.single(
                "krait_heap_used_bytes",
                GAUGE,
                "Java heap in use, garbage included.",
                heap.totalMemory() - heap.freeMemory());
    }
}
