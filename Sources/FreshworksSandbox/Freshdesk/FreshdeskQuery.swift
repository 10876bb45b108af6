import FreshworksCore

/// A search expression, read as the service documents it. AND binds more tightly than OR here; the service does not say.
struct FreshdeskQuery {
    /// Whether a record is what is searched for.
    let fits: (JSONObject) -> Bool

    struct Fault: Error {
        let words: String
    }

    /// Something that can be searched for.
    struct Field {
        enum Kind { case number, text, flag, day }

        let kind: Kind
        let value: (JSONObject) -> JSONValue?

        init(_ kind: Kind, _ value: @escaping (JSONObject) -> JSONValue?) {
            self.kind = kind
            self.value = value
        }
    }

    /// - Parameter text: The whole value of the parameter, with its double quotes.
    init(_ text: String, fields: [String: Field]) throws(Fault) {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else {
            throw Fault(words: "It should be in double quotes")
        }
        let expression = text.dropFirst().dropLast()
        guard expression.unicodeScalars.count <= 512 else {
            throw Fault(words: "It should have at most 512 characters")
        }
        var reader = Reader(rest: expression, fields: fields)
        fits = try reader.alternatives()
        guard reader.rest.isEmpty else { throw Fault(words: "It cannot be read from '\(reader.rest.prefix(20))' on") }
    }
}

private struct Reader {
    typealias Fits = (JSONObject) -> Bool

    var rest: Substring
    let fields: [String: FreshdeskQuery.Field]

    private func fault(_ words: String) -> FreshdeskQuery.Fault { FreshdeskQuery.Fault(words: words) }

    private mutating func skip(_ word: String) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    mutating func alternatives() throws(FreshdeskQuery.Fault) -> Fits {
        var fits = [try conjunction()]
        while skip(" OR ") { fits.append(try conjunction()) }
        return fits.count == 1 ? fits[0] : { record in fits.contains { $0(record) } }
    }

    private mutating func conjunction() throws(FreshdeskQuery.Fault) -> Fits {
        var fits = [try operand()]
        while skip(" AND ") { fits.append(try operand()) }
        return fits.count == 1 ? fits[0] : { record in fits.allSatisfy { $0(record) } }
    }

    private mutating func operand() throws(FreshdeskQuery.Fault) -> Fits {
        guard skip("(") else { return try term() }
        let fits = try alternatives()
        guard skip(")") else { throw fault("A parenthesis is not closed") }
        return fits
    }

    private mutating func term() throws(FreshdeskQuery.Fault) -> Fits {
        let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        guard let field = fields[name] else { throw fault("There is no field '\(name)' to search") }
        rest = rest.dropFirst(name.count)
        guard skip(":") else { throw fault("A colon is missing behind \(name)") }
        let order = skip(">") ? Order.atLeast : skip("<") ? Order.atMost : .equal
        let value = try value(of: name)
        if value == .null {
            guard order == .equal else { throw fault("null cannot be compared") }
            return { record in (field.value(record) ?? .null).isBlank }
        }
        switch field.kind {
        case .number:
            guard case .word(let text) = value, let wanted = Int64(text) else { throw fault("\(name) is a number") }
            return { record in
                guard let own = field.value(record)?.int64Value else { return false }
                return order.holds(own, wanted)
            }
        case .day:
            guard case .quoted(let text) = value, text.utf8.count == 10, FreshdeskTime.parse(text) != nil else {
                throw fault("\(name) is a day, such as '2025-03-04'")
            }
            return { record in
                guard let own = field.value(record)?.stringValue?.prefix(10) else { return false }
                return order.holds(String(own), text)
            }
        case .flag:
            guard order == .equal, case .word(let text) = value, let wanted = ["true": true, "false": false][text]
            else { throw fault("\(name) is true or false") }
            return { record in field.value(record)?.boolValue == wanted }
        case .text:
            guard order == .equal else { throw fault("\(name) cannot be compared") }
            let wanted = JSONValue.string(value.text)
            return { record in
                guard let own = field.value(record) else { return false }
                return own == wanted || own.arrayValue?.contains(wanted) ?? false
            }
        }
    }

    private enum Value: Equatable {
        case null
        case quoted(String)
        case word(String)

        var text: String {
            switch self {
            case .null: ""
            case .quoted(let text), .word(let text): text
            }
        }
    }

    private enum Order {
        case equal, atLeast, atMost

        func holds<Value: Comparable>(_ own: Value, _ wanted: Value) -> Bool {
            switch self {
            case .equal: own == wanted
            case .atLeast: own >= wanted
            case .atMost: own <= wanted
            }
        }
    }

    private mutating func value(of name: String) throws(FreshdeskQuery.Fault) -> Value {
        if skip("'") {
            let text = rest.prefix { $0 != "'" }
            guard !text.contains("\"") else { throw fault("A text cannot have double quotes") }
            rest = rest.dropFirst(text.count)
            guard skip("'"), !text.isEmpty else { throw fault("The text of \(name) does not end, or is empty") }
            return .quoted(String(text))
        }
        let word = rest.prefix { $0.isLetter || $0.isNumber || "_-.@".contains($0) }
        guard !word.isEmpty else { throw fault("\(name) has no value") }
        rest = rest.dropFirst(word.count)
        return word == "null" ? .null : .word(String(word))
    }
}
