package krait.workers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
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
        Map<Integer, String> tokens) {}
