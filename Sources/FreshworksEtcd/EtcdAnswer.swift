/// etcd does not know the token: it has ended, a member has been restarted, or users have changed. Nothing was carried out.
struct EtcdTokenRefusal: Error {}

/// What a member's answer means.
enum EtcdAnswer {
    /// The JSON of an answer to a call that was carried out.
    /// - Throws: ``EtcdFailure`` where another member may do better, ``EtcdTokenRefusal``, or a ``FreshworksError`` that says
    ///   why etcd refuses.
    static func object(in response: TransportResponse) throws -> JSONObject {
        let json = try? JSONValue(parsing: response.body, depthLimit: 64)
        if response.status == 200 {
            guard let object = json?.objectValue, object["header"]?.objectValue != nil else {
                throw EtcdFailure.unreadable
            }
            return object
        }
        // The gateway translates gRPC's codes to statuses, differently from version to version.
        guard let code: Int = json?["code"], let text: String = json?["message"] ?? json?["error"] else {
            throw failure(of: response.status)
        }
        // In one line, and without codes that a terminal obeys.
        let shown = text.unicodeScalars.prefix(200).filter { $0.properties.generalCategory != .control }
        throw error(code, String(String.UnicodeScalarView(shown)), status: response.status)
    }

    /// An answer that no etcd gives to its gateway's calls.
    private static func failure(of status: Int) -> EtcdFailure {
        if status == 404 {
            return EtcdFailure(
                kind: .odd, reason: "it has no JSON gateway below /v3, which etcd has from 3.4 on",
                mayHaveArrived: false)
        }
        return EtcdFailure(
            kind: (500...).contains(status) ? .passing : .odd, reason: "it answered with status \(status)",
            mayHaveArrived: !(300..<500).contains(status))
    }

    /// The codes are those of gRPC.
    private static func error(_ code: Int, _ text: String, status: Int) -> any Error {
        let isToken = code == 16 || text.contains("invalid auth token") || text.contains("auth store is old")
        if isToken { return EtcdTokenRefusal() }
        let isFull = text.contains("space exceeded")
        switch code {
        case 8 where !isFull:
            return EtcdFailure(kind: .passing, reason: text, mayHaveArrived: false)
        case 3, 5, 6, 7, 8, 9, 11, 12:
            var error = FreshworksError(.storeFailed, "etcd refused: \(text)", advice: advice(code, text))
            error.status = status
            return error
        default:
            // Without a leader, or stopping: whether a change goes through is open.
            return EtcdFailure(kind: .passing, reason: text, mayHaveArrived: true)
        }
    }

    private static func advice(_ code: Int, _ text: String) -> String {
        let known = [
            ("permission denied", "Grant a role of the user to read and write the store's prefix."),
            ("user name is empty", "Authentication is enabled in etcd: give the store a user."),
            ("authentication failed", "Check the user and the password."),
            ("authentication is not enabled", "Enable it in etcd, or give the store no user."),
            ("too large", "Save less under one key, or raise etcd's --max-request-bytes."),
            ("space exceeded", "Compact and defragment etcd, or raise its quota, and disarm its alarm."),
            ("compacted", "Load the key, and decide by what stands there."),
        ]
        return known.first { text.contains($0.0) }?.1 ?? "Check that this is etcd 3.4 or later, and what its log says."
    }
}
