"""A small operating system: tasks that send packets to each other, by priorities."""

import sys
from abc import ABC, abstractmethod

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DATA = 4


class Packet:
    def __init__(self, link: "Packet | None", owner: int, is_work: bool) -> None:
        self.link = link
        self.owner = owner
        self.is_work = is_work
        self.position = 0
        self.data = [0] * DATA

    def append_to(self, queue: "Packet | None") -> "Packet":
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task(ABC):
    def __init__(self, id: int, priority: int, queue: Packet | None, system: "System") -> None:
        self.id = id
        self.priority = priority
        self.queue = queue
        self.system = system
        self.held = False
        self.waiting = queue is None and id != IDLE
        self.pending = queue is not None

    @abstractmethod
    def run(self, packet: Packet | None) -> "Task | None": ...

    def is_blocked(self) -> bool:
        return self.held or (self.waiting and not self.pending)

    def receive(self, packet: Packet, sender: "Task") -> "Task":
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def take_and_run(self) -> "Task | None":
        packet = None
        if self.waiting and self.pending:
            packet = self.queue
            if packet is not None:
                self.queue = packet.link
            self.waiting = False
            self.pending = self.queue is not None
        return self.run(packet)

    def wait(self) -> "Task":
        self.waiting = True
        return self

    def hold(self) -> "Task | None":
        self.system.holds += 1
        self.held = True
        return self.system.after(self)

    def send(self, packet: Packet) -> "Task | None":
        target = self.system.find(packet.owner)
        self.system.packets += 1
        packet.link = None
        packet.owner = self.id
        return target.receive(packet, self)


class IdleTask(Task):
    def __init__(self, system: "System", count: int) -> None:
        super().__init__(IDLE, 0, None, system)
        self.control = 1
        self.count = count

    def run(self, packet: Packet | None) -> Task | None:
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.system.release(self, DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.system.release(self, DEVICE_B)


class WorkerTask(Task):
    def __init__(self, system: "System", queue: Packet | None) -> None:
        super().__init__(WORKER, 1000, queue, system)
        self.target = HANDLER_A
        self.letter = 0

    def run(self, packet: Packet | None) -> Task | None:
        if packet is None:
            return self.wait()
        self.target = HANDLER_B if self.target == HANDLER_A else HANDLER_A
        packet.owner = self.target
        packet.position = 0
        for i in range(DATA):
            self.letter = self.letter % 26 + 1
            packet.data[i] = ord("A") + self.letter - 1
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, id: int, priority: int, queue: Packet | None, system: "System") -> None:
        super().__init__(id, priority, queue, system)
        self.work: Packet | None = None
        self.devices: Packet | None = None

    def run(self, packet: Packet | None) -> Task | None:
        if packet is not None:
            if packet.is_work:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        if work.position >= DATA:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.position = work.data[work.position]
        work.position += 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, id: int, priority: int, system: "System") -> None:
        super().__init__(id, priority, None, system)
        self.current: Packet | None = None

    def run(self, packet: Packet | None) -> Task | None:
        if packet is not None:
            self.system.trace.append(chr(packet.position))
            self.current = packet
            return self.hold()
        done = self.current
        if done is None:
            return self.wait()
        self.current = None
        return self.send(done)


class System:
    def __init__(self, count: int) -> None:
        self.holds = 0
        self.packets = 0
        self.trace: list[str] = []
        self.tasks: list[Task] = []
        self.order: list[Task] = []
        self.tasks.append(IdleTask(self, count))
        work = Packet(Packet(None, WORKER, True), WORKER, True)
        self.tasks.append(WorkerTask(self, work))
        for id, priority, device in [(HANDLER_A, 2000, DEVICE_A), (HANDLER_B, 3000, DEVICE_B)]:
            queue = None
            for _ in range(3):
                queue = Packet(queue, device, False)
            self.tasks.append(HandlerTask(id, priority, queue, self))
        self.tasks.append(DeviceTask(DEVICE_A, 4000, self))
        self.tasks.append(DeviceTask(DEVICE_B, 5000, self))
        self.order = sorted(self.tasks, key=lambda task: -task.priority)
        for task in self.tasks:
            task.waiting = task.id != IDLE

    def find(self, id: int) -> Task:
        return self.tasks[id]

    def after(self, task: Task) -> Task | None:
        place = self.order.index(task) + 1
        return self.order[place] if place < len(self.order) else None

    def release(self, running: Task, id: int) -> Task:
        task = self.find(id)
        task.held = False
        return task if task.priority > running.priority else running

    def schedule(self) -> int:
        steps = 0
        task: Task | None = self.order[0]
        while task is not None:
            if task.is_blocked():
                task = self.after(task)
            else:
                steps += 1
                task = task.take_and_run()
        return steps


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    system = System(count)
    steps = system.schedule()
    print(steps, system.packets, system.holds, len(system.trace))
    print("".join(system.trace[:78]))


if __name__ == "__main__":
    main()
