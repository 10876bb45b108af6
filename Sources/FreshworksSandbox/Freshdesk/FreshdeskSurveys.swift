import Foundation
import FreshworksCore

/// What customers are asked.
extension FreshdeskService {
    static let surveys = FreshdeskRecords(
        "surveys", noun: "survey", firstID: 70_000_950_000, calls: [.list],
        filters: [.choice("state", of: ["active"]) { survey, _ in survey["active"] == true }]
    ) {
        RecordKey("title", .filled).required
        RecordKey("active", .flag, true)
        RecordKey("questions", .objects, [])
    }

    mutating func seedSurveys() {
        for (index, isActive) in [true, false].enumerated() {
            let id = JSONValue.int(Self.surveys.firstID + Int64(index) + 1)
            var survey = blank(Self.surveys, id: id, at: .init(timeIntervalSince1970: 1_735_689_600))
            survey["title"] = isActive ? "How did we do?" : "Last year's"
            survey["active"] = .bool(isActive)
            survey["questions"] = [
                [
                    "id": "default_question", "label": "How would you rate our help?",
                    "accepted_ratings": [103, 100, -103], "default": true,
                ]
            ]
            spendID(id, of: Self.surveys)
            keep(survey, Self.surveys)
        }
    }
}
