import Foundation
import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, report extract.
extension EndpointFolder {
    static let reports = EndpointFolder(
        "Reports", 2,
        """
        POST reports/raw
        GET reports/raw/{id}
        """,
        calls: [
            .reading(
                "POST reports/raw", "reports/raw",
                """
                {"start":"2024-03-01T00:00:00.000Z","end":"2024-03-01T23:59:59.000Z","event":"Message-Sent",\
                "format":"csv","should_exclude_pii":true}
                """, answer: .json(202, #"{"id":"r1","link":{"rel":"extracts","href":"/reports/raw/r1"}}"#)
            ) {
                let request = ReportRequest(.messageSent, from: time(1_709_251_200), to: time(1_709_337_599)) {
                    $0.excludesPersonalData = true
                }
                let report = try await $0.reports.request(request)
                report.id == "r1"
                // The link is where to ask, and no file.
                report.file?.relativeString == "/reports/raw/r1"
                report.link?.relation == "extracts"
                report.files.isEmpty
            },
            .reading(
                "GET reports/raw/{id}", "reports/raw/r1",
                answer: .json(
                    200,
                    """
                    {"id":"r1","status":"COMPLETED","interval":"2024-03-01 00:00:00.0_2024-03-01 23:59:59.0",\
                    "links":[{"link":{"href":"https://s.example/1?sig=a","rel":"self"},\
                    "from":"2024-03-01T00:00:00.000Z","to":"2024-03-01T23:59:59.000Z","status":"SUCCESS"}]}
                    """)
            ) {
                let report = try await $0.reports.get("r1")
                let part = report.parts?.first
                report.id == "r1"
                report.status == .completed
                report.interval == "2024-03-01 00:00:00.0_2024-03-01 23:59:59.0"
                report.files.map(\.absoluteString) == ["https://s.example/1?sig=a"]
                part?.link?.relation == "self"
                part?.from == time(1_709_251_200)
                part?.to == time(1_709_337_599)
                part?.status == .success
            },
        ])
}
