import Foundation

/// The new messages of a conversation, oldest first, for as long as somebody asks. Source: Freshchat API v2, messages.
///
/// ```swift
/// for try await next in freshchat.messages.watch(conversationID, from: stored) {
///     answer(next.message)
///     store(next.position)
/// }
/// ```
///
/// Each message comes once, also when messages of the same moment arrive one by one, or pages shift while they are read. Store the
/// position when the work on the message is done: after a restart it goes on with the next one. Webhooks tell sooner and cost no
/// calls.
public struct MessageWatch: AsyncSequence, Sendable {
    /// A message, and where to go on behind it.
    public struct Element: Sendable {
        /// The message.
        public let message: Message
        /// Where to go on after it.
        public let position: WatchPosition
    }

    let messages: MessageEndpoints
    let conversationID: String
    let start: WatchPosition?
    let interval: Duration
    let options: CallOptions

    /// Starts watching.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(watch: self, position: start) }

    /// Delivers one message after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let watch: MessageWatch
        var position: WatchPosition?
        var found: [(date: Date, message: Message)] = []
        var hasRead = false
        var circles = 0

        /// The next message; it waits until there is one.
        /// - Throws: ``FreshworksError`` of a call that failed, after which `next()` may be called again; `CancellationError` when
        ///   cancelled.
        public mutating func next() async throws -> Element? {
            let clock = watch.messages.api.runtime.clock
            while found.isEmpty {
                try Task.checkCancellation()
                if hasRead { try await clock.sleep(for: Swift.max(watch.interval, .seconds(1))) }
                hasRead = true
                try await read()
            }
            let first = found.removeFirst()
            var moved = position ?? .beginning
            moved.add(first.message.id, first.date)
            position = moved
            return Element(message: first.message, position: moved)
        }

        /// Reads back to what is known. Without a position, what is there now is known.
        private mutating func read() async throws {
            let list = watch.messages.list(in: watch.conversationID, options: watch.options)
            guard let position else {
                var start = WatchPosition.beginning
                for try await message in list {
                    let date = message.createdAt ?? .distantPast
                    if start.time != .distantPast, date < start.floor { break }
                    start.add(message.id, date)
                }
                // An empty conversation is watched from its beginning.
                return self.position = start
            }
            var new: [Message] = []
            do {
                for try await message in list {
                    // A message without a time cannot be told to be old.
                    let date = message.createdAt ?? position.time
                    if date < position.floor { break }
                    if !position.covers(message.id, date) { new.append(message) }
                }
            } catch let error as FreshworksError where error.code == .repeatedPage && circles < 2 {
                // As many messages as a page holds were written between two reads, which looks like a circle.
                circles += 1
                return
            }
            circles = 0
            found = new.oldestFirst(since: position.time)
        }
    }
}

extension MessageEndpoints {
    /// The new messages of a conversation, oldest first, for as long as somebody asks.
    /// `GET /conversations/{conversation_id}/messages`
    /// - Parameters:
    ///   - conversationID: The conversation.
    ///   - position: Behind which message to begin; `nil` leaves out what is there already, and
    ///     ``WatchPosition/beginning`` delivers all of it.
    ///   - interval: How long to wait after the service had nothing new; at least a second.
    ///   - options: For each call; the deadline too.
    public func watch(
        _ conversationID: String, from position: WatchPosition? = nil, every interval: Duration = .seconds(5),
        options: CallOptions = CallOptions()
    ) -> MessageWatch {
        MessageWatch(
            messages: self, conversationID: conversationID, start: position, interval: interval, options: options)
    }

    /// All messages of a conversation, oldest first. They are read newest first, so that all of them are in memory at once.
    /// `GET /conversations/{conversation_id}/messages`
    public func oldestFirst(
        in conversationID: String, options: CallOptions = CallOptions()
    ) async throws -> [Message] {
        try await list(in: conversationID, options: options).all().oldestFirst(since: .distantPast).map(\.message)
    }
}

extension [Message] {
    /// The messages of a list, which has the newest first but for what was written while it was read: whoever stored a newer
    /// one's position would never get those that came behind it. What is of one moment stays in the list's order.
    /// - Parameter start: When those were written at the latest that have no time and nothing older before them.
    fileprivate func oldestFirst(since start: Date) -> [(date: Date, message: Message)] {
        var last = start
        return reversed().enumerated()
            .map { place, message in
                // One without a time stays behind its neighbor.
                last = message.createdAt ?? last
                return (place, date: last, message: message)
            }
            .sorted { ($0.date, $0.0) < ($1.date, $1.0) }
            .map { ($0.date, $0.message) }
    }
}
