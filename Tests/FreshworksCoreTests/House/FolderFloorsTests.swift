import Foundation
import Testing

@Suite("The core's folders")
struct FolderFloorsTests {
    @Test("use only what lies below them")
    func coreDependsDownwards() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/FreshworksCore"
        )
        .standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        #expect(paths.count > 20)
        let files = try Dictionary(
            uniqueKeysWithValues: paths.map { ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8)) })
        #expect(FolderFloors.core.breaches(in: files) == [])
    }

    @Test("are caught when one looks up, also where the upper type is only mentioned in a signature")
    func plantedUpwardUse() {
        let files = [
            "Support/Low.swift": "struct Low { var client: High? }",
            "Calling/High.swift": "public struct High {}",
            "Calling/Other.swift": "// Low is fine here\nstruct Other { var low: Low; let text = \"Low\" }",
        ]
        #expect(FolderFloors.core.breaches(in: files) == ["Support/Low.swift uses High of Calling, which lies higher"])
    }

    @Test("do not count comments and string literals as uses")
    func commentsAndText() {
        let files = [
            "Support/Low.swift": "/// See High.\nstruct Low { let text = \"High\" } // High",
            "Calling/High.swift": "struct High {}",
        ]
        #expect(FolderFloors.core.breaches(in: files) == [])
    }

    @Test("are all known")
    func unknownFolder() {
        #expect(FolderFloors.core.breaches(in: ["Misc/A.swift": ""]) == ["Misc/A.swift lies in no known folder"])
    }
}
