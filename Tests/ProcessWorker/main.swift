// What a test needs another process for. The first argument says what; tests start it by its name, `ProcessWorker`.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "store": try await StoreWork.run(Array(arguments.dropFirst()))
case "connections": try await ConnectionWork.run(Array(arguments.dropFirst()))
case "rotation": try await RotationWork.run(Array(arguments.dropFirst()))
case "session": try await SessionWork.run()
case "owners": try await OwnerWork.run()
case "pace": try await PaceWork.run(Array(arguments.dropFirst()))
case "call": await CallWork.run(Array(arguments.dropFirst()))
#if os(Linux)
    case "simulate": try SimulateWork.run(Array(arguments.dropFirst()))
    case "storm": try await StormWork.run(Array(arguments.dropFirst()))
    case "descriptors": try await DescriptorWork.run(Array(arguments.dropFirst()))
#endif
default: exit(64)
}
