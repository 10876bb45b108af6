/// What has to be so of what a call returned, one expression a line: the lines of those that are not.
///
/// ```swift
/// .reading("GET roles/{id}", "roles/5", answer: .json(200, #"{"id":5,"name":"Agent"}"#)) {
///     let role = try await $0.roles.get(5)
///     role.id == 5
///     role.name == "Agent"
/// }
/// ```
@resultBuilder
package enum Facts {
    package static func buildExpression(_ isSo: Bool, line: Int = #line) -> [Int] { isSo ? [] : [line] }
    package static func buildExpression(_ lines: [Int]) -> [Int] { lines }
    /// What fills a draft.
    package static func buildExpression(_ assignment: Void) -> [Int] { [] }
    package static func buildBlock(_ parts: [Int]...) -> [Int] { parts.flatMap(\.self) }
}
