extension Set where Element: RawRepresentable<String> {
    /// The words in alphabetical order, so that the same choice is the same query every time; `nil` for none.
    var commaJoined: String? { isEmpty ? nil : map(\.rawValue).sorted().joined(separator: ",") }
}
