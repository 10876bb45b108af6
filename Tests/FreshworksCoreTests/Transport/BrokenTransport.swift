import Foundation
import FreshworksCore
import Synchronization

/// A transport with one fault, over one that has none.
final class BrokenTransport: HTTPTransport {
    enum Fault: CaseIterable, Sendable {
        case losesQuery, dropsField, takesPatchForPut
        case callsItAForm, sendsPartOfFiles
        case sendsMissingFiles
        case keepsCookies, keepsCredentials
        case mixesAnswersUp
        case repeatsWrites, callsLostOnesUnsent
        case asksAgainOn401, throwsStatuses
        case followsRedirects
        case tellsOneOfRepeatedFields, dropsFieldOfAnswers
        case endsChunksEarly, waitsForBodyOfHEAD
        case cutsSilently, hidesStatusOfCutAnswers
        case callsGarbageCut
        case ignoresLimit, cutsAtLimit
        case readsHeadsWithoutEnd
        case keepsPacked
        case unpacksFiles
        case keepsFilesInMemory, sharesFiles, leavesPartsOfFiles
        case savesRefusals
        case savesHalves, removesOldFiles
        case takesAnyPlace
        case neverEnds, endsTooSoon
        case ignoresCancellation, throwsItsOwnWhenCanceled
        case sendsForCanceledTasks
        case callsRefusedOnesSent, throwsItsOwn
        case callsUnknownNamesLost
        case sendsInTheClear
    }

    private let fault: Fault?
    private let sound: any HTTPTransport
    /// Fields of calls before.
    private let memory = Mutex<[String: String]>([:])

    init(_ fault: Fault?, over sound: any HTTPTransport) { (self.fault, self.sound) = (fault, sound) }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let given = request
        let request = try changed(request)
        do {
            return try changed(try await carry(request), to: given)
        } catch {
            return try await instead(of: error, given)
        }
    }

    // MARK: - What is sent

    private func changed(_ given: TransportRequest) throws -> TransportRequest {
        var request = given
        switch fault {
        case .losesQuery:
            var parts = URLComponents(url: request.url, resolvingAgainstBaseURL: false)
            parts?.query = nil
            request.url = parts?.url ?? request.url
        case .dropsField: request.headers.remove("X-Words")
        case .takesPatchForPut where request.method == .patch: request.method = .put
        case .callsItAForm where !request.body.isNone && request.headers["Content-Type"] == nil:
            try request.headers.set("Content-Type", to: "application/x-www-form-urlencoded")
        case .sendsPartOfFiles:
            if case .file(let file) = request.body {
                request.body = .bytes(try Data(contentsOf: file).prefix(1_000_000))
            }
        case .sendsMissingFiles:
            if case .file(let file) = request.body, !FileManager.default.isReadableFile(atPath: file.path) {
                request.body = .bytes(Data())
            }
        case .keepsCookies, .keepsCredentials:
            let name = fault == .keepsCookies ? "Cookie" : "Authorization"
            if fault == .keepsCredentials, let value = request.headers[name] { memory.withLock { $0[name] = value } }
            if request.headers[name] == nil, let value = memory.withLock({ $0[name] }) {
                try request.headers.set(name, to: value)
            }
        case .ignoresLimit:
            if case .memory = request.destination { request.destination = .memory(limit: 64 << 20) }
        case .neverEnds where request.destination.isMemory: request.timeout = .seconds(86_400)
        case .endsTooSoon where request.destination.isMemory && request.timeout < .seconds(1):
            request.timeout = .milliseconds(100)
        case .sendsInTheClear where request.url.host() == "127.0.0.1":
            var parts = URLComponents(url: request.url, resolvingAgainstBaseURL: false)
            parts?.scheme = "http"
            request.url = parts?.url ?? request.url
        default: break
        }
        return request
    }

    private func carry(_ request: TransportRequest) async throws -> TransportResponse {
        switch fault {
        case .ignoresCancellation where request.destination.isMemory,
            .sendsForCanceledTasks where Task.isCancelled:
            let isOver = Task.isCancelled
            let answer = try await Task { [sound] in try await sound.send(request) }.value
            if isOver { throw CancellationError() }
            return answer
        default: return try await sound.send(request)
        }
    }

    // MARK: - What is answered

    private func changed(_ answer: TransportResponse, to request: TransportRequest) throws -> TransportResponse {
        var answer = answer
        let isDownload = !request.destination.isMemory && (200..<300).contains(answer.status)
        switch fault {
        case .mixesAnswersUp where answer.body.starts(with: Data("the body of call ".utf8)):
            answer.body = Data("the body of call 0".utf8)
        case .keepsCookies:
            if let cookie = answer.headers["Set-Cookie"] { memory.withLock { $0["Cookie"] = cookie } }
        case .throwsStatuses where answer.status >= 400:
            throw FreshworksError(.malformedResponse, "status \(answer.status)", mayHaveBeenExecuted: true)
        case .asksAgainOn401 where answer.status == 401, .followsRedirects where (301...308).contains(answer.status):
            throw Again(url: answer.headers["Location"].flatMap { URL(string: $0) } ?? request.url)
        case .tellsOneOfRepeatedFields:
            let last = Dictionary(answer.headers.map { ($0.name.lowercased(), $0.value) }) { $1 }
            answer.headers = HeaderFields(received: last.map { (name: $0.key, value: $0.value) })
        case .dropsFieldOfAnswers: answer.headers.remove("Link")
        case .endsChunksEarly where answer.headers["Transfer-Encoding"] != nil: answer.body = answer.body.prefix(5)
        case .waitsForBodyOfHEAD where request.method.rawValue == "HEAD":
            throw FreshworksError(.truncatedResponse, "no body came", mayHaveBeenExecuted: true)
        // As long as the only one that may come packed.
        case .keepsPacked where answer.body.count == 200_018: answer.body = answer.body.prefix(251)
        case .unpacksFiles where answer.headers["Content-Type"] == "application/gzip":
            answer.body = Data(repeating: 0x78, count: 200_018)
        case .keepsFilesInMemory where isDownload: answer.body = try Data(contentsOf: request.destination.file)
        case .sharesFiles where isDownload:
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: request.destination.file.path)
        case .leavesPartsOfFiles where isDownload:
            try Data().write(to: request.destination.file.appendingPathExtension("part"))
        case .savesRefusals where !request.destination.isMemory && !isDownload:
            try answer.body.write(to: request.destination.file)
        default: break
        }
        return answer
    }

    private struct Again: Error {
        let url: URL
    }

    private struct Unknown: Error {}

    private func instead(of error: any Error, _ request: TransportRequest) async throws -> TransportResponse {
        if let again = error as? Again {
            return try await sound.send(TransportRequest(.get, again.url, headers: request.headers))
        }
        if error is CancellationError, fault == .throwsItsOwnWhenCanceled, request.destination.isMemory {
            throw FreshworksError(.timedOut, "the call was canceled", mayHaveBeenExecuted: true)
        }
        guard var failure = error as? FreshworksError else { throw error }
        switch (fault, failure.code) {
        case (.repeatsWrites, .connectionFailed): return try await sound.send(request)
        case (.callsLostOnesUnsent, .connectionFailed): failure.mayHaveBeenExecuted = false
        case (.cutsSilently, .truncatedResponse) where request.destination.isMemory:
            return TransportResponse(status: 200, body: Data("the beginning".utf8))
        case (.hidesStatusOfCutAnswers, .truncatedResponse): failure.status = nil
        case (.callsGarbageCut, .malformedResponse): failure.code = .truncatedResponse
        case (.cutsAtLimit, .responseTooLarge): return TransportResponse(status: 200, body: Data(count: 99_999))
        case (.readsHeadsWithoutEnd, .responseTooLarge) where request.method == .post:
            try await Task.sleep(for: request.timeout)
        case (.savesHalves, .truncatedResponse) where !request.destination.isMemory:
            try Data("the beginning".utf8).write(to: request.destination.file)
        case (.removesOldFiles, .timedOut) where !request.destination.isMemory:
            try? FileManager.default.removeItem(at: request.destination.file)
        case (.takesAnyPlace, .fileUnavailable) where !request.destination.isMemory:
            return TransportResponse(status: 200)
        case (.callsRefusedOnesSent, .connectionRefused): failure.mayHaveBeenExecuted = true
        case (.throwsItsOwn, .connectionRefused): throw Unknown()
        case (.callsUnknownNamesLost, .nameNotResolved): failure.code = .connectionFailed
        default: break
        }
        throw failure
    }
}

extension TransportRequest.Body {
    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}

extension TransportRequest.Destination {
    fileprivate var isMemory: Bool { if case .memory = self { true } else { false } }

    /// The file that an answer goes to.
    fileprivate var file: URL {
        get throws {
            guard case .file(let url) = self else { throw CocoaError(.fileNoSuchFile) }
            return url
        }
    }
}
