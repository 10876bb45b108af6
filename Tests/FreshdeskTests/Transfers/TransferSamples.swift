import Foundation
import Freshdesk
import TestSupport

extension Sample<Export> {
    /// One that is finished.
    static var done: Self {
        Self(#"{"id":"x-1","status":"completed","download_url":"https://files.example/x.csv"}"#) {
            $0.id == "x-1"
            $0.status == .completed
            $0.downloadURL?.absoluteString == "https://files.example/x.csv"
        }
    }
}

extension Sample<Import> {
    /// One that goes on.
    static var underWay: Self {
        Self(
            """
            {"id":5,"created_at":"2025-03-04T09:12:33Z","status":"in_progress","total_records":20,"completed_records":4,\
            "estimated_time_remaining":30,"failures":{"count":1}}
            """
        ) {
            $0.id == 5
            $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
            $0.status == .inProgress
            $0.totalRecords == 20
            $0.completedRecords == 4
            $0.estimatedTimeRemaining == 30
            $0.failures == ["count": 1]
        }
    }
}
