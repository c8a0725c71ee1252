package krait.workers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import krait.base.Problem;
import krait.wire.FrameReader;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import krait.wire.LaneMessage;

/// A pool with event loops that run only when told, lanes whose worker is the test, and a clock
/// turned by hand. Where no loop is named, it is the first.
final class PoolHarness implements WorkerWatch {
    static final String TOKEN = "secret";

    final HandClock clock = new HandClock();
    final List<HandLoop> loops;
    final List<String> watched = new ArrayList<>();
    final LanePool pool;

    PoolHarness(int depthMax, int queueDepthMax, Duration requestTimeout) {
        this(1, depthMax, queueDepthMax, requestTimeout);
    }

    PoolHarness(int count, int depthMax, int queueDepthMax, Duration requestTimeout) {
        loops = Stream.generate(HandLoop::new).limit(count).toList();
        LanePolicy policy =
                new LanePolicy(
                        LanePolicy.BATCH_TARGET,
                        depthMax,
                        queueDepthMax,
                        Duration.ofSeconds(30),
                        requestTimeout,
                        Duration.ofSeconds(5));
        pool = new LanePool(List.copyOf(loops), policy, clock, this);
    }

    @Override
    public void cancel(int process, int lane, int id) {
        watched.add("cancel " + process + " " + lane + " " + id);
    }

    @Override
    public void hung(int process, String why) {
        watched.add("hung " + process);
    }

    /// A lane of a process that has said HELLO and READY.
    WorkerEnd lane(int process) {
        return lane(0, process);
    }

    WorkerEnd lane(int loop, int process) {
        WorkerEnd lane = new WorkerEnd(loop, process, TOKEN);
        pool.admit(process);
        turn();
        lane.runPendingTasks();
        return lane;
    }

    FakeRequest submit(String name, boolean safe) {
        return submit(0, name, safe);
    }

    FakeRequest submit(int loop, String name, boolean safe) {
        HandLoop home = loops.get(loop);
        FakeRequest request = new FakeRequest(home, name, safe);
        home.run(() -> pool.submit(request));
        turn();
        return request;
    }

    /// Lets the loops run until none has anything left to do.
    void turn() {
        boolean any = true;
        while (any) {
            any = false;
            for (HandLoop loop : loops) {
                any |= loop.turn();
            }
        }
    }

    /// Lets time pass, and the time checks of the loops with it.
    void tick(Duration later) {
        clock.advance(later.toNanos());
        for (HandLoop loop : loops) {
            loop.run(() -> pool.here().tick());
        }
        turn();
    }

    /// The worker's end of a link, played by the test.
    final class WorkerEnd {
        final EmbeddedChannel channel;
        private final HandLoop loop;
        final Map<Integer, String> received = new LinkedHashMap<>();
        final List<Integer> aborted = new ArrayList<>();

        WorkerEnd(int process, String token) {
            this(0, process, token);
        }

        WorkerEnd(int loop, int process, String token) {
            this.loop = loops.get(loop);
            channel = new EmbeddedChannel(new LinkHandler(pool, (p, t) -> t.equals(TOKEN)));
            FrameWriter hello = new FrameWriter();
            hello.message(6, Kind.HELLO);
            hello.integer(1);
            hello.text(token);
            hello.integer(process);
            hello.integer(0);
            hello.integer(4711);
            write(hello);
        }

        /// Reads what the server has sent: the names of requests by id.
        Map<Integer, String> read() {
            runPendingTasks();
            for (ByteBuf frame = channel.readOutbound();
                    frame != null;
                    frame = channel.readOutbound()) {
                byte[] bytes = new byte[frame.readableBytes()];
                frame.readBytes(bytes);
                frame.release();
                FrameReader reader = new FrameReader();
                reader.reset(bytes, 4, bytes.length);
                take(reader);
            }
            return received;
        }

        private void take(FrameReader reader) {
            int messages = reader.list();
            for (int i = 0; i < messages; i++) {
                int elements = reader.tuple();
                int kind = reader.integer();
                int id = reader.integer();
                if (kind == Kind.REQUEST) {
                    received.put(id, reader.string());
                } else {
                    if (kind == Kind.ABORT) {
                        aborted.add(id);
                    }
                    for (int rest = 2; rest < elements; rest++) {
                        reader.skip();
                    }
                }
            }
        }

        void answer(int id) {
            FrameWriter frame = new FrameWriter();
            response(frame, id);
            write(frame);
        }

        /// Answers after `nanos` of service for each of the requests.
        void answerSpending(long nanos, List<Integer> ids) {
            FrameWriter frame = new FrameWriter();
            frame.message(3, Kind.SPENT);
            frame.integer(nanos * ids.size());
            frame.integer(ids.size());
            ids.forEach(id -> response(frame, id));
            write(frame);
        }

        void start(int id) {
            FrameWriter frame = new FrameWriter();
            frame.message(5, Kind.START);
            frame.integer(id);
            frame.text("200 OK");
            frame.list(0);
            frame.bytes(new byte[1], 0, 1);
            write(frame);
        }

        private void response(FrameWriter frame, int id) {
            frame.message(5, Kind.RESPONSE);
            frame.integer(id);
            frame.text("200 OK");
            frame.list(0);
            frame.bytes(new byte[0], 0, 0);
            received.remove(id);
        }

        private void write(FrameWriter frame) {
            frame.seal();
            ByteBuf bytes = Unpooled.copiedBuffer(frame.array(), 0, frame.size());
            loop.run(() -> channel.writeInbound(bytes));
            runPendingTasks();
            turn();
        }

        void die() {
            loop.run(() -> channel.close());
            runPendingTasks();
            turn();
        }

        void runPendingTasks() {
            loop.run(channel::runPendingTasks);
        }
    }

    /// Remembers what happened to it.
    static final class FakeRequest implements WorkerRequest {
        final String name;
        final List<String> events = new ArrayList<>();
        private final HandLoop home;
        private boolean safe;
        boolean gone;

        FakeRequest(HandLoop home, String name, boolean safe) {
            this.home = home;
            this.name = name;
            this.safe = safe;
        }

        @Override
        public void writeTo(LaneFrame frame, int id) {
            FrameWriter writer = frame.writer();
            writer.message(3, Kind.REQUEST);
            writer.integer(id);
            writer.text(name);
        }

        @Override
        public void keep() {
            events.add("kept");
        }

        @Override
        public void onStart(Lane lane, int id) {
            events.add("started");
        }

        @Override
        public void onMessage(LaneMessage message) {
            events.add("kind " + message.kind());
        }

        @Override
        public void onFailure(Problem problem) {
            events.add(problem.code());
        }

        @Override
        public boolean abandoned() {
            return gone;
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public boolean safe() {
            return safe;
        }

        @Override
        public void again(boolean mayHaveBegun) {
            events.add("again");
            safe &= !mayHaveBegun;
        }

        @Override
        public void execute(Runnable task) {
            home.execute(task);
        }
    }
}
