package import Foundation

extension RSAPublicKey {
    /// Reads a key as people paste it: PEM with any label, on one line or several, with literal `\n`, or bare Base64.
    ///
    /// Labels are not believed: Freshchat's settings show a SubjectPublicKeyInfo under the label of PKCS#1.
    /// - Throws: ``FreshworksError/Code/invalidPublicKey``.
    package init(pasted text: String) throws {
        guard text.utf8.count <= 8192 else { throw Self.refusal("it is longer than any key of 4096 bits") }
        guard !text.contains("PRIVATE KEY") else {
            throw Self.refusal("it is a private key, which belongs to nobody but the service")
        }
        guard !text.contains("CERTIFICATE") else { throw Self.refusal("it is a certificate") }
        let body = text.replacing(/-+ ?(BEGIN|END)[A-Z0-9 ]*-+/, with: " ")
            .replacing("\\n", with: "").replacing("\\r", with: "")
        let digits = body.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "/") }
        let padding = String(repeating: "=", count: (4 - digits.count % 4) % 4)
        guard !digits.isEmpty, let data = Data(base64Encoded: digits + padding) else {
            throw Self.refusal("it is not Base64")
        }
        try self.init(der: data)
    }

    /// Reads a key in DER: a SubjectPublicKeyInfo (RFC 5280) or an RSAPublicKey (PKCS#1, RFC 8017).
    /// - Throws: ``FreshworksError/Code/invalidPublicKey``.
    package init(der data: Data) throws {
        var outer = DER(Array(data))
        var key = try outer.sequence()
        try outer.end()
        if key.nextTag == DER.sequenceTag {
            var algorithm = try key.sequence()
            // rsaEncryption, 1.2.840.113549.1.1.1, whose parameters are NULL.
            guard try algorithm.value(0x06) == [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01] else {
                throw Self.refusal("it is no key of RSA")
            }
            if algorithm.nextTag != nil { _ = try algorithm.value(0x05) }
            try algorithm.end()
            let bits = try key.value(0x03)
            try key.end()
            guard bits.first == 0 else { throw Self.refusal("it is not in DER") }
            var wrapped = DER(Array(bits.dropFirst()))
            key = try wrapped.sequence()
            try wrapped.end()
        }
        let modulus = try key.number()
        let exponent = try key.number()
        try key.end()
        try self.init(modulus: modulus, exponent: exponent)
    }
}

/// Reads the distinguished encoding of ASN.1, as far as public keys need it. Every index is checked.
private struct DER {
    static let sequenceTag: UInt8 = 0x30

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var nextTag: UInt8? { rest.first }

    mutating func sequence() throws -> DER { DER(try value(Self.sequenceTag)) }

    /// A number that is not negative, without the zero that keeps it so.
    mutating func number() throws -> [UInt8] {
        let bytes = try value(0x02)
        guard let first = bytes.first, first < 0x80, bytes.count == 1 || first > 0 || bytes[1] >= 0x80 else {
            throw RSAPublicKey.refusal("it is not in DER")
        }
        return bytes
    }

    mutating func value(_ tag: UInt8) throws -> [UInt8] {
        guard rest.popFirst() == tag, let first = rest.popFirst() else {
            throw RSAPublicKey.refusal("it is not in DER")
        }
        var length = Int(first)
        if first >= 0x80 {
            // As many bytes of length as the low bits say; three are 16 MB, beyond any key.
            let count = Int(first & 0x7F)
            guard (1...3).contains(count), rest.count >= count, rest.first != 0 else {
                throw RSAPublicKey.refusal("it is not in DER")
            }
            length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(count)
            guard length >= 0x80 else { throw RSAPublicKey.refusal("it is not in DER") }
        }
        guard rest.count >= length else { throw RSAPublicKey.refusal("it is cut off") }
        defer { rest = rest.dropFirst(length) }
        return Array(rest.prefix(length))
    }

    func end() throws {
        guard rest.isEmpty else { throw RSAPublicKey.refusal("something follows it") }
    }
}
