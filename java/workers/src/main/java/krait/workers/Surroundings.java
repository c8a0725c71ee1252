package krait.workers;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import krait.base.Clock;

/// What every worker of a fleet uses.
///
/// @param links path of the link socket of each event loop
/// @param owner runs a task in the supervisor's thread
/// @param tokens of the processes that live, by process; read by other threads
record Surroundings(
        WorkerSpec spec,
        List<String> links,
        RestartPolicy policy,
        LaneControl lanes,
        Launcher launcher,
        Clock clock,
        RandomGenerator random,
        Executor owner,
        Map<Integer, String> tokens) {
    private static final int TOKEN_BYTES = 16;

    /// A secret by which the links of a new process are known. Kept among the tokens.
    String newToken(int process) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        tokens.put(process, token);
        return token;
    }

    /// The link of each lane of the worker in `slot`: lanes are dealt to the event loops in turn,
    /// over all processes.
    List<String> linksOf(int slot) {
        int lanes = spec.lanes();
        return IntStream.range(slot * lanes, (slot + 1) * lanes)
                .mapToObj(lane -> links.get(lane % links.size()))
                .toList();
    }
}
