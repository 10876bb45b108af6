import TestSupport
import Testing

/// All tests of the command.
@Suite("The command", .inTurn)
struct CommandTests {}
