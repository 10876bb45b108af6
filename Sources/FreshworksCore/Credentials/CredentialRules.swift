extension PastedKey {
    static func requireKey(_ key: String) throws {
        guard !key.isEmpty else { throw FreshworksError.credentialEmpty }
        guard !key.unicodeScalars.contains(where: \.isInvisible) else {
            throw FreshworksError(
                .credentialInnerWhitespace, "the key has white space or an invisible character inside",
                advice: "Copy it again, in one piece.")
        }
        guard key.utf8.allSatisfy({ $0 < 0x80 }) else { throw FreshworksError.credentialNotASCII }
        guard !looksLikeEmail(key) else {
            throw FreshworksError(
                .credentialLooksLikeEmail, "the key is an e-mail address",
                advice: "Paste the API key, or use e-mail and password as such.")
        }
    }

    static func requireNotPlaceholder(_ key: String) throws {
        let lower = key.trimmingInvisibleEnds.lowercased()
        let isTemplate = [("<", ">"), ("{", "}"), ("${", "}"), ("[", "]")].contains {
            lower.hasPrefix($0.0) && lower.hasSuffix($0.1)
        }
        let isInstruction =
            ["redacted", "changeme", "change_me", "placeholder", "api_key", "apikey", "bearer", "basic"].contains(lower)
            || (lower.hasPrefix("your") && ["key", "token", "secret"].contains { lower.contains($0) })
        let isMask =
            ["***", "•••", "…", "..."].contains { lower.contains($0) }
            || (lower.count > 2 && lower.allSatisfy { $0 == "x" })
        guard !isTemplate, !isInstruction, !isMask else {
            throw FreshworksError(
                .credentialPlaceholder, "the key is a placeholder or a masked display of a key",
                advice: "Paste the key itself.")
        }
    }

    static func requireNoControlCharacter(_ text: String) throws {
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw FreshworksError(
                .credentialControlCharacter, "the credential has a line break or another control character inside",
                advice: "Copy it again; a file or variable may hold more than the credential.")
        }
    }

    static func requirePassword(_ password: String, mayBeEmpty: Bool = false) throws {
        guard mayBeEmpty || !password.isEmpty else { throw FreshworksError.credentialEmpty }
        try requireNoControlCharacter(password)
    }

    static func requireUserName(_ name: String) throws {
        guard !name.isEmpty else { throw FreshworksError.credentialEmpty }
        try requireNoControlCharacter(name)
        guard !name.contains(":") else { throw FreshworksError.colonInUserID }
    }

    /// The rules for an e-mail login that a connection form states.
    static func requireLogin(_ email: String, _ password: String) throws {
        try requirePassword(password)
        guard !looksLikeKey(password) else {
            throw FreshworksError(
                .credentialSwapped, "an e-mail address stands beside what looks like an API key",
                advice: "Put the API key into the user name and X into the password.")
        }
        guard password.count >= 8 else {
            throw FreshworksError(
                .passwordTooShort, "the password has fewer than 8 characters",
                advice: "Check the password, or put an API key into the user name.")
        }
        // A name of a letter or two is part of most passwords by chance.
        let names = [email[...], email.prefix { $0 != "@" }].filter { $0.count > 3 }
        guard !names.contains(where: { password.lowercased().contains($0.lowercased()) }) else {
            throw FreshworksError(
                .passwordContainsUserName, "the password contains the user name", advice: "Check the password.")
        }
    }

    static func requireCompleteValue(_ value: String) throws {
        guard !value.isEmpty else { throw FreshworksError.credentialEmpty }
        try requireNoControlCharacter(value)
        guard value.utf8.allSatisfy({ $0 < 0x80 }) else { throw FreshworksError.credentialNotASCII }
    }

    static func looksLikeEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
    }

    /// Letters and digits, both, at least 16: passwords of letters alone are too likely.
    private static func looksLikeKey(_ text: String) -> Bool {
        text.utf8.count >= 16
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
            && text.contains(where: \.isLetter) && text.contains(where: \.isNumber)
    }
}

extension FreshworksError {
    static let credentialEmpty = FreshworksError(
        .credentialEmpty, "the credential is empty", advice: "Check the variable, file or form it comes from.")
    static let credentialNotASCII = FreshworksError(
        .credentialNotASCII, "the credential has a character that is not ASCII",
        advice: "Copy it again; a letter may look right but belong to another alphabet.")
    static let colonInUserID = FreshworksError(
        .colonInUserID, "the user name or key has a colon inside, which Basic authentication cannot carry",
        advice: "Paste the key alone, without a password behind it.")
}

extension FreshworksError.Code {
    /// There is nothing in the credential.
    public static let credentialEmpty = Self(rawValue: "credential_empty")
    /// The credential is a placeholder such as `YOUR_API_KEY`, or a mask such as `****`.
    public static let credentialPlaceholder = Self(rawValue: "credential_placeholder")
    /// The credential has a line break or another control character inside.
    public static let credentialControlCharacter = Self(rawValue: "credential_control_character")
    /// The key has white space inside.
    public static let credentialInnerWhitespace = Self(rawValue: "credential_inner_whitespace")
    /// The key is an e-mail address.
    public static let credentialLooksLikeEmail = Self(rawValue: "credential_looks_like_email")
    /// The key or token has a character that is not ASCII.
    public static let credentialNotASCII = Self(rawValue: "credential_not_ascii")
    /// What follows `Basic` cannot be decoded, or the key has more wrappings than one can have.
    public static let credentialMalformed = Self(rawValue: "credential_malformed")
    /// The user name of Basic authentication has a colon.
    public static let colonInUserID = Self(rawValue: "colon_in_user_id")
    /// The credential is of another product.
    public static let credentialWrongProduct = Self(rawValue: "credential_wrong_product")
    /// An e-mail address stands beside an API key: the key belongs into the user name.
    public static let credentialSwapped = Self(rawValue: "credential_swapped")
    /// The password of an e-mail login has fewer than 8 characters.
    public static let passwordTooShort = Self(rawValue: "password_too_short")
    /// The password of an e-mail login contains the user name.
    public static let passwordContainsUserName = Self(rawValue: "password_contains_user_name")
    /// The header field cannot carry a credential.
    public static let credentialHeaderField = Self(rawValue: "credential_header_field")
}

extension FreshworksAccount.Repair {
    static let quotes = Self("quotes", "removed quotation marks around the key")
    static let prefix = Self("prefix", "removed the header's name or scheme in front of the key")
    static let basic = Self("basic", "decoded the key from a Basic header")
    static let dummyPassword = Self("dummy_password", "removed the password X behind the key")
    static let looksLikeToken = Self("looks_like_token", "kept a key that looks like a Freshchat token; check it")
}
