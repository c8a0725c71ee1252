package krait.workers;

/// What moves a worker from one [WorkerState] to the next.
enum WorkerEvent {
    /// The process has loaded the application and connected its lanes.
    LOAD,
    /// The process has died, and another one will be started.
    CRASH,
    /// The process has died, and no other one will be started.
    GIVE_UP,
    /// The delay after a crash is over.
    RETRY,
    /// The worker is wanted no more: requests in progress are answered first.
    DRAIN,
    /// The process is told to end, or there is none to tell.
    STOP,
    /// The process that was told to end has ended, or died on the way.
    EXIT,
    /// The process was killed because it is wanted no more.
    KILL
}
