import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One accepted connection, with blocking reads and writes that always end.
///
/// Use it from one thread at a time; only the listener's `stop()` reaches in from another.
package final class LoopbackConnection: Sendable {
    /// `nil` once closed, so that a number the system has reused is never touched.
    private let descriptor: Mutex<Int32?>

    /// Takes over a connected socket.
    package init(_ descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // BSD lets accepted sockets inherit this from the listening one; Linux does not.
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        setFlag(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY)
        #if canImport(Darwin)
            setFlag(descriptor, SOL_SOCKET, SO_NOSIGPIPE)
        #endif
    }

    deinit { close() }

    /// Waits for bytes and returns what there is; an empty array when the other side has finished.
    /// - Throws: ``LoopbackError/timedOut`` after `timeout` without a byte, ``LoopbackError/closed`` after `close()`,
    ///   ``LoopbackError/system(_:_:)`` when the connection broke.
    package func read(upTo count: Int = 65_536, timeout: Duration) throws -> [UInt8] {
        let deadline = ContinuousClock.now + timeout
        while true {
            let descriptor = try open()
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                let received = recv(descriptor, buffer.baseAddress, count, 0)
                failure = received < 0 ? errno : 0
                initialized = max(0, received)
            }
            if failure == 0 { return bytes }
            try wait(for: POLLIN, on: descriptor, until: deadline, after: failure, in: "recv")
        }
    }

    /// Writes everything, in as few segments as the system likes.
    /// - Throws: ``LoopbackError/timedOut`` when the other side did not take it all within `timeout`,
    ///   ``LoopbackError/closed`` after `close()`, ``LoopbackError/system(_:_:)`` when the connection broke.
    package func write(_ bytes: some Sequence<UInt8>, timeout: Duration = .seconds(10)) throws {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        let deadline = ContinuousClock.now + timeout
        let bytes = Array(bytes)
        var written = 0
        while written < bytes.count {
            let descriptor = try open()
            let (sent, failure) = bytes.withUnsafeBytes { buffer in
                let rest = buffer[written...]
                let sent = send(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, flags)
                return (sent, sent < 0 ? errno : 0)
            }
            if failure == 0 {
                written += sent
            } else {
                try wait(for: POLLOUT, on: descriptor, until: deadline, after: failure, in: "send")
            }
        }
    }

    /// Tells the other side that nothing more comes; reading goes on.
    package func finishWriting() {
        descriptor.withLock { if let open = $0 { _ = shutdown(open, Int32(SHUT_WR)) } }
    }

    /// Ends the connection once the other side has read what was written, or after a second.
    package func finish() {
        finishWriting()
        // Closing with unread bytes would reset the connection, and the client might lose the answer.
        let deadline = ContinuousClock.now + .seconds(1)
        while ContinuousClock.now < deadline, let bytes = try? read(timeout: .milliseconds(200)), !bytes.isEmpty {}
        close()
    }

    /// Ends the connection in order. Calling it twice is fine.
    package func close() {
        descriptor.withLock {
            guard let open = $0 else { return }
            $0 = nil
            closeDescriptor(open)
        }
    }

    /// Ends the connection with a TCP reset, which the other side sees as a broken connection.
    package func reset() {
        descriptor.withLock {
            guard let open = $0 else { return }
            var immediately = linger(l_onoff: 1, l_linger: 0)
            _ = setsockopt(open, SOL_SOCKET, SO_LINGER, &immediately, socklen_t(MemoryLayout<linger>.size))
            $0 = nil
            closeDescriptor(open)
        }
    }

    /// Makes the reads and writes of the connection's own thread end, whatever they wait for.
    func interrupt() {
        descriptor.withLock { if let open = $0 { _ = shutdown(open, Int32(SHUT_RDWR)) } }
    }

    private func open() throws -> Int32 {
        guard let open = descriptor.withLock({ $0 }) else { throw LoopbackError.closed }
        return open
    }

    private func wait(
        for event: some BinaryInteger, on descriptor: Int32, until deadline: ContinuousClock.Instant,
        after failure: Int32, in call: String
    ) throws {
        if failure == EINTR { return }
        guard failure == EAGAIN || failure == EWOULDBLOCK else { throw LoopbackError.system(call, failure) }
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { throw LoopbackError.timedOut }
        var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        _ = poll(&waiting, 1, Int32(min(left / .milliseconds(1) + 1, 60_000)))
    }
}

private func closeDescriptor(_ descriptor: Int32) {
    _ = close(descriptor)
}

/// Why a loopback connection could not go on.
package enum LoopbackError: Error, Sendable, Equatable {
    /// Nothing moved within the time allowed.
    case timedOut
    /// This side has closed the connection.
    case closed
    /// The system call of this name failed with this `errno`.
    case system(String, Int32)
}
