import FreshworksCore
import TestSupport
import Testing

@Suite("Random names")
struct RandomNameTests {
    @Test("are 32 hexadecimal digits, each time others")
    func form() {
        let names = (0..<1000).map { _ in RandomName.make() }
        #expect(Set(names).count == 1000)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
        // Each digit is a random one.
        for place in 0..<32 { #expect(Set(names.map { Array($0)[place] }).count == 16) }
    }

    @Test("tell sessions apart also where the process has no free descriptor")
    func withoutDescriptors() async throws {
        let result = try await CommandLineTool("ProcessWorker").run(["owners"])
        #expect(result.status == 0, "\(result)")
        let owners = result.output.split(separator: "\n")
        #expect(owners.count == 2)
        #expect(Set(owners).count == 2)
    }
}
