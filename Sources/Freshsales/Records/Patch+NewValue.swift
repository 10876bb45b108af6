extension Patch {
    /// What is set, to be checked before it is sent.
    var newValue: Value? { if case .set(let value) = self { value } else { nil } }
}
