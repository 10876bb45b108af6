import Testing

/// All tests that start the command, one after the other: their deadlines are real, and so are the machine's few cores.
@Suite("The command", .serialized)
struct CommandTests {}
