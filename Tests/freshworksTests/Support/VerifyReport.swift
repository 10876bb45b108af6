import Foundation
import FreshworksCore
import TestSupport
import Testing

/// What `verify --json` said about one product.
struct VerifyReport {
    let json: JSONObject
    let verdict: String?
    let status: JSONValue?
    let advice: String

    /// Reads the array and checks what holds for every object in it.
    static func all(
        in result: CommandLineTool.Result, _ location: SourceLocation = #_sourceLocation
    ) throws -> [VerifyReport] {
        try #require(try JSONValue(parsing: Data(result.output.utf8)).arrayValue, sourceLocation: location).map {
            let json = try #require($0.objectValue, sourceLocation: location)
            #expect(
                json.keys == [
                    "product", "account", "base_url", "verdict", "status", "identity", "rate_limit", "advice",
                ], sourceLocation: location)
            let report = VerifyReport(
                json: json, verdict: json["verdict"], status: json["status"], advice: json["advice"] ?? "")
            #expect(report.adviceIsOneSentence, "\(report.advice)", sourceLocation: location)
            return report
        }
    }

    private var adviceIsOneSentence: Bool {
        advice.first.map { $0.isUppercase || $0.isNumber } == true && advice.hasSuffix(".")
            && !advice.contains(where: \.isNewline) && ![". ", "! ", "? "].contains(where: advice.contains)
    }
}
