import Foundation

/// Makes names of Swift out of what people call their fields and choices: each once, none that Swift keeps for itself.
struct SwiftNames {
    private var taken: Set<String>

    /// - Parameter taken: Names that are there already.
    init(taken: Set<String> = []) { self.taken = taken }

    /// A name for a property: `cf_order-number` becomes `orderNumber`.
    /// - Parameters:
    ///   - other: What it is called when no letter is left.
    ///   - suffix: What makes a name of one that cannot be used, such as `Field` of `self`.
    mutating func member(_ text: String, or other: String, suffix: String) -> String {
        var name = Self.camel(text, or: other)
        if Self.unusable.contains(name) { name += suffix }
        name = unique(name)
        return Self.keywords.contains(name) ? "`\(name)`" : name
    }

    /// A name for the type of a property's values.
    mutating func type(_ property: String, suffix: String) -> String { unique(property.typeName + suffix) }

    private mutating func unique(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)_\(number)"
            number += 1
        }
        return candidate
    }

    private static func camel(_ text: String, or other: String) -> String {
        let words = text.precomposedStringWithCanonicalMapping.unicodeScalars
            .split { !($0.properties.isXIDContinue && !isSeparator($0)) }
            .map { String(String.UnicodeScalarView($0)) }
        guard let first = words.first else { return other }
        let head = first.allSatisfy({ !$0.isLowercase }) ? first.lowercased() : first.lowercasedFirst
        // Of a text that is shouted as a whole, no word is an abbreviation.
        let isShouted = words.count > 1 && words.allSatisfy { !$0.contains(where: \.isLowercase) }
        let name = words.dropFirst().reduce(head) {
            $0 + $1.prefix(1).uppercased() + (isShouted ? $1.dropFirst().lowercased() : String($1.dropFirst()))
        }
        guard let start = name.unicodeScalars.first, start.properties.isXIDStart else { return "_" + name }
        return name
    }

    /// What is allowed in names but says nothing there.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .otherPunctuation, .format: true
        default: false
        }
    }

    /// Names that mean something else even in backticks, or that every value has; and `none`, which would pass for a missing value.
    private static let unusable: Set<String> = [
        "self", "init", "none", "some", "fields", "hash", "hashValue", "rawValue", "json", "jsonValue",
        "customFieldValue", "encode", "description", "debugDescription", "customMirror", "type", "deinit", "subscript",
        "super", "dynamicMember",
    ]

    private static let keywords: Set<String> = [
        "as", "associatedtype", "actor", "any", "await", "break", "case", "catch", "class", "continue", "default",
        "defer",
        "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
        "import",
        "in", "inout", "internal", "is", "let", "nil", "open", "operator", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "static", "struct", "switch", "throw", "throws", "true", "try",
        "typealias", "var", "where", "while",
    ]
}

extension String {
    /// The name with a capital, for a type.
    var typeName: String {
        let bare = replacing("`", with: "")
        return bare.prefix(1).uppercased() + bare.dropFirst()
    }

    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The text as Swift writes it in code.
    var swiftLiteral: String {
        let inner = unicodeScalars.map { (scalar) -> String in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .nonspacingMark,
                    .enclosingMark:
                    "\\u{\(String(scalar.value, radix: 16))}"
                default: String(scalar)
                }
            }
        }
        return "\"\(inner.joined())\""
    }

    /// The text as a part of a comment: on one line, and without what would end or disguise it.
    var swiftComment: String {
        printable.replacing("`", with: "'").split(separator: " ").joined(separator: " ")
    }
}
