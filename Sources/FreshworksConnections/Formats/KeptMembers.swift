import Foundation

/// Tells what may be kept of an imported object: everything but what looks like a secret.
enum KeptMembers {
    /// The members that no reader took, without what looks like a secret.
    static func of(
        _ object: ImportedObject, besides taken: Set<String>, _ reading: inout ImportReading
    ) -> JSONObject {
        var kept: [(String, JSONValue)] = []
        for (key, value) in object.json where !taken.contains(key) {
            if let value = safe(value, key, object.path(of: key), &reading) { kept.append((key, value)) }
        }
        return JSONObject(kept)
    }

    private static func safe(
        _ value: JSONValue, _ key: String, _ path: String, _ reading: inout ImportReading
    ) -> JSONValue? {
        guard !(isSecretName(key) && mayHoldSecret(value)), !isSecretText(value.stringValue) else {
            reading.note(path, "looks like a secret and was left out")
            return nil
        }
        switch value {
        case .object(let json): return .object(of(ImportedObject(path: path, json: json), besides: [], &reading))
        case .array(let values):
            return .array(
                values.enumerated().compactMap { index, value in safe(value, "", "\(path)[\(index)]", &reading) })
        default: return value
        }
    }

    private static func mayHoldSecret(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool: false
        default: true
        }
    }

    static func isSecretName(_ key: String) -> Bool {
        let words = words(of: key)
        // Compared without its marks, as `apikey`, `api_key` and `apiKey` say the same; a keyboard is no key, nor is a userkeyboard.
        let name = words.map { $0.replacing(/key(?:board|word)s?$/, with: "") }.joined()
        if name.hasSuffix("interval") || words.last.map(describing.contains) == true { return false }
        return [
            "token", "secret", "password", "passphrase", "passwd", "passcode", "passkey", "signature", "assertion",
            "refresh", "authorization", "authcode", "credential", "cookie", "verifier", "username", "apiauth",
            "connectionstring",
        ].contains { name.contains($0) } || secretKeys.contains { name.contains("\($0)key") }
            || ["code", "auth"].contains(name) || words.last == "pass"
            || words.contains { ["pwd", "jwt", "bearer", "otp", "totp", "hmac"].contains($0) }
    }

    /// A name that ends in one of these words tells something about a secret: `jwt_issuer`, `token_ttl`.
    private static let describing: Set = ["issuer", "algorithm", "format", "length", "size", "ttl"]

    /// What makes a key one that is kept secret. Others are names: `provider_config_key`, `primary_key`, `public_key`.
    private static let secretKeys = [
        "access", "account", "api", "app", "application", "auth", "client", "consumer", "crypto", "decryption",
        "encryption", "license", "master", "private", "rsa", "secure", "security", "server", "service", "session",
        "shared", "signature", "signing", "ssh", "storage", "subscription", "user", "verification", "webhook",
    ]

    /// The words of `smtp_pass`, `smtpPass`, `SMTPPass` and `SMTP-PASS`, in lower case. A short word says something as a word alone.
    private static func words(of key: String) -> [String] {
        key.replacing(/([a-z0-9])([A-Z])/) { "\($0.1) \($0.2)" }
            .replacing(/([A-Z])([A-Z][a-z])/) { "\($0.1) \($0.2)" }.lowercased()
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func isSecretText(_ text: String?) -> Bool {
        guard let text = text?.trimmingWhitespace.lowercased() else { return false }
        return ["basic ", "bearer ", "token "].contains { text.hasPrefix($0) } || text.contains("token=")
            || text.contains(/:\/\/[^\/?#]*@/) || text.contains(/-----begin[^\-]*private key/)
            || text.contains(/[?&](?:code|key)=/) || text.contains(secretParameter)
    }

    /// In an address, a form or a connection string: `sig` of a signed address, `auth_key`, `X-Amz-Signature`, `AccountKey`.
    private static var secretParameter: Regex<Substring> {
        #/
        (?: ^ | [?&;] ) (?: [\w.\-]* [_.\-] )?
        (?: access_?token | (?: api | auth | account | (?: shared_? )? access | subscription ) [_\-]? key
          | sig | signature | secret | password | pwd ) =
        /#
    }

    /// The JSON paths of texts that are a mask, as exports write them in the place of secrets.
    static func masks(in value: JSONValue, _ path: String) -> [String] {
        switch value {
        case .string(let text):
            let text = text.trimmingWhitespace
            return text.count > 2 && text.allSatisfy { "*•●".contains($0) } ? [path] : []
        case .object(let json):
            let object = ImportedObject(path: path, json: json)
            return json.flatMap { masks(in: $0.value, object.path(of: $0.key)) }
        case .array(let values): return values.enumerated().flatMap { masks(in: $1, "\(path)[\($0)]") }
        default: return []
        }
    }

    /// The value without what holds one of some secrets, wherever a file repeats it.
    static func hiding(_ secrets: [String], in json: JSONObject) -> JSONObject {
        func clean(_ value: JSONValue) -> JSONValue? {
            switch value {
            case .string(let text): secrets.contains { text.contains($0) } ? nil : value
            case .object(let json): .object(hiding(secrets, in: json))
            case .array(let values): .array(values.compactMap(clean))
            default: value
            }
        }
        return JSONObject(
            json.compactMap { key, value in
                guard !secrets.contains(where: { key.contains($0) }) else { return nil }
                return clean(value).map { (key, $0) }
            })
    }
}
