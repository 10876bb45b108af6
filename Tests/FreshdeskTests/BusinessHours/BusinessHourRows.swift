import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Business hours.
extension EndpointFolder {
    static let businessHours = EndpointFolder(
        "Business hours", 2,
        """
        GET business_hours
        GET business_hours/{id}
        """,
        calls: [
            .reading(
                "GET business_hours", "business_hours?per_page=100",
                answer: .json(200, #"[{"id":"5","name":"Day"}]"#)
            ) { try await $0.businessHours.list().all().map(\.id) == [5] },
            .reading("GET business_hours/{id}", "business_hours/5", answer: .json(200, #"{"id":5,"name":"Day"}"#)) {
                try await $0.businessHours.get(5).name == "Day"
            },
        ])
}
