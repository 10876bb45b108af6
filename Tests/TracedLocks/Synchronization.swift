// The names that this package uses of the toolchain's Synchronization, over the locks of pthread.
//
// The thread sanitizer does not see the toolchain's `Mutex` on Linux (a counter behind one is reported as a race), so
// that its silence and its warnings would both mean nothing. With `FRESHWORKS_TRACED_LOCKS` in the environment of a
// build this module takes the place of the toolchain's; nothing else is built differently.
import Glibc

/// A value that one thread at a time can reach.
public struct Mutex<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

    /// Makes a lock around a value.
    public init(_ initial: consuming sending Value) {
        pthread_mutex_init(lock, nil)
        value.initialize(to: initial)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
        value.deinitialize(count: 1)
        value.deallocate()
    }

    /// Waits for the lock and holds it while the closure runs.
    public borrowing func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&value.pointee)
    }

    /// Does nothing where somebody holds the lock.
    public borrowing func withLockIfAvailable<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result? {
        guard pthread_mutex_trylock(lock) == 0 else { return nil }
        defer { pthread_mutex_unlock(lock) }
        return try body(&value.pointee)
    }
}

/// How memory is ordered around an operation; a lock orders everything.
public enum Ordering: Sendable { case relaxed, acquiring, releasing, sequentiallyConsistent }

/// A value that is read and changed in one step.
public struct Atomic<Value: Sendable>: ~Copyable, Sendable {
    private let value: Mutex<Value>

    /// Makes one.
    public init(_ initial: Value) { value = Mutex(initial) }

    /// The value now.
    public borrowing func load(ordering: Ordering) -> Value { value.withLock { $0 } }
    /// Replaces the value.
    public borrowing func store(_ desired: Value, ordering: Ordering) { value.withLock { $0 = desired } }
}

extension Atomic where Value: FixedWidthInteger {
    /// Adds, around the end of the type.
    @discardableResult
    public borrowing func wrappingAdd(_ operand: Value, ordering: Ordering) -> (oldValue: Value, newValue: Value) {
        value.withLock { value in
            let old = value
            value &+= operand
            return (old, value)
        }
    }

    /// Adds.
    @discardableResult
    public borrowing func add(_ operand: Value, ordering: Ordering) -> (oldValue: Value, newValue: Value) {
        value.withLock { value in
            let old = value
            value += operand
            return (old, value)
        }
    }

    /// Subtracts.
    @discardableResult
    public borrowing func subtract(_ operand: Value, ordering: Ordering) -> (oldValue: Value, newValue: Value) {
        value.withLock { value in
            let old = value
            value -= operand
            return (old, value)
        }
    }
}
