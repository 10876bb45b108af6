extension Credential {
    /// The earlier credential if this one says the same, so that a reloaded value is not taken for a new one.
    package func keepingRevision(of earlier: Credential?) -> Credential {
        guard let earlier, saysTheSame(as: earlier) else { return self }
        return earlier
    }

    /// Whether a service would be told the same by both.
    func saysTheSame(as other: Credential) -> Bool {
        revision == other.revision || productName == other.productName && form.saysTheSame(as: other.form)
    }
}

extension Credential.Form {
    fileprivate func saysTheSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.key(let a), .key(let b)), (.accessToken(let a), .accessToken(let b)): a == b
        case (.password(let a, let b), .password(let c, let d)): Secret(a) == Secret(c) && b == d
        case (.header(let a, let b, let c, let d), .header(let e, let f, let g, let h)):
            a == e && b == f && c == g && d == h
        default: false
        }
    }
}
