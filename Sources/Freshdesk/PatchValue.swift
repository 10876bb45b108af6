extension Patch {
    /// What the field is set to, if it is set.
    var value: Value? { if case .set(let value) = self { value } else { nil } }
}
