/// A name that is drawn once and never again: 128 bits of the system's generator.
///
/// Not of `UUID()`, which on Linux is one and the same constant as long as the process has no free descriptor.
package enum RandomName {
    /// 32 hexadecimal digits.
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
