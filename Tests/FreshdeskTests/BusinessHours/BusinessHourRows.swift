import Foundation
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
            .reading("GET business_hours", "business_hours?per_page=100", answer: day.list()) {
                day.facts(try await $0.businessHours.list().all())
            },
            .reading("GET business_hours/{id}", "business_hours/5", answer: day.answer()) {
                day.facts(try await $0.businessHours.get(5))
            },
        ])
}

private let day = Sample<BusinessHours>(
    """
    {"id":"5","name":"Day","description":"Office hours","is_default":true,"time_zone":"Berlin",\
    "business_hours":{"monday":{"start_time":"08:00:00 am","end_time":"05:00:00 pm"}},\
    "source_business_hours":[{"business_hours_type":"custom","is_default":false}],"holidays":{"Dec 24":"Eve"},\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.name == "Day"
    $0.description == "Office hours"
    $0.isDefault == true
    $0.timeZone == "Berlin"
    $0.days?.keys.sorted() == ["monday"]
    $0.days?["monday"]?.start == "08:00:00 am"
    $0.days?["monday"]?.end == "05:00:00 pm"
    $0.channels == [["business_hours_type": "custom", "is_default": false]]
    $0.holidays == ["Dec 24": "Eve"]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
