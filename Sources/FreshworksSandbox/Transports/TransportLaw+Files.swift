import Foundation
import FreshworksCore

extension TransportLaw {
    static let files = [
        TransportLaw(name: "an answer to a file is there, whole and private, and nowhere else") { trial in
            let folder = try trial.emptyFolder()
            let file = folder.appending(path: "download")
            for content in [Data.sample(1_500_000), Data("new".utf8), Data()] {
                let url = try trial.address(.answer(200, [], content))
                let what = "a download of \(content.count) bytes"
                let answer = try await trial.answer(to: TransportRequest(.get, url, destination: .file(file)), what)
                try trial.expect(answer.body.isEmpty, "\(what) is in memory, too")
                try trial.expect(Data(contentsOf: file), content, "the file of \(what)")
                let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
                try trial.expect(mode == 0o600, "the file of \(what) can be used by others")
                try expectAlone(["download"], in: folder, after: what, trial)
            }
        },
        TransportLaw(name: "an answer that is no success goes to memory, and leaves the file as it was") { trial in
            let folder = try trial.emptyFolder()
            let file = folder.appending(path: "download")
            for isThere in [false, true] {
                if isThere { try old.write(to: file) }
                for status in [302, 404, 503] {
                    let body = Data("why it is \(status)".utf8)
                    let url = try trial.address(.answer(status, ["Location: /elsewhere"], body))
                    let what = "a download answered with \(status)"
                    let answer = try await trial.answer(to: TransportRequest(.get, url, destination: .file(file)), what)
                    try trial.expect(answer.status == status, "\(status) is told as \(answer.status)")
                    try trial.expect(answer.body, body, "the body of \(what)")
                    try expectAlone(isThere ? ["download"] : [], in: folder, after: what, trial)
                    if isThere { try expectOld(file, after: what, trial) }
                }
            }
        },
        TransportLaw(name: "an answer to a file that does not come whole leaves the file as it was") { trial in
            let folder = try trial.emptyFolder()
            let file = folder.appending(path: "download")
            let half = OddServer.Step.send("\(ok)Content-Length: 100\r\n\r\nthe beginning")
            for isThere in [false, true] {
                if isThere { try old.write(to: file) }
                let cut = TransportRequest(.get, try trial.address(half, .close), destination: .file(file))
                try await trial.failure(of: cut, "a download that is cut", .truncatedResponse, isExecuted: true)
                try await expectOld(isThere ? file : nil, in: folder, after: "a download that is cut", trial)
                let late = TransportRequest(
                    .get, try trial.address(half, .hold), destination: .file(file), timeout: .milliseconds(300))
                try await trial.failure(of: late, "a download that comes late", .timedOut)
                try await expectOld(isThere ? file : nil, in: folder, after: "a download that comes late", trial)
                let held = TransportRequest(.get, try trial.address(half, .hold), destination: .file(file))
                try await trial.cancellation(of: held, "a download that is canceled")
                try await expectOld(isThere ? file : nil, in: folder, after: "a download that is canceled", trial)
            }
        },
        TransportLaw(name: "a file that cannot be written is a failure") { trial in
            let folder = try trial.emptyFolder()
            let missing = folder.appending(path: "missing/download")
            for (file, what) in [(folder, "a folder's place"), (missing, "a folder that is missing")] {
                let url = try trial.address(.answer(200, [], Data("new".utf8)))
                let request = TransportRequest(.get, url, destination: .file(file))
                try await trial.failure(of: request, "a download to \(what)", .fileUnavailable)
                try expectAlone([], in: folder, after: "a download to \(what)", trial)
            }
        },
    ]

    private static let old = Data("what was there".utf8)

    private static func expectAlone(
        _ names: [String], in folder: URL, after what: String, _ trial: TransportTrial
    ) throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try trial.expect(found == names, "\(what) leaves \(found) instead of \(names)")
    }

    /// Expects the file alone, as it was, or an empty folder. Whoever was writing may take a moment to remove that.
    private static func expectOld(
        _ file: URL?, in folder: URL, after what: String, _ trial: TransportTrial
    ) async throws {
        let names = file.map { [$0.lastPathComponent] } ?? []
        try await trial.until("\(what) leaves no other file than there was") {
            try FileManager.default.contentsOfDirectory(atPath: folder.path) == names
        }
        if let file { try expectOld(file, after: what, trial) }
    }

    private static func expectOld(_ file: URL, after what: String, _ trial: TransportTrial) throws {
        try trial.expect(Data(contentsOf: file) == old, "\(what) has changed the file that was there")
    }
}
