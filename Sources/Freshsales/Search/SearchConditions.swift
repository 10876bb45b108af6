public import Foundation

// What can be compared with what. Source: Freshworks CRM API, search, filtered search.

extension SearchCondition<Int64> {
    /// Is this id or number.
    public static func `is`(_ id: Int64) -> Self { isIn([id]) }
    /// Is one of these ids or numbers.
    public static func isIn(_ ids: [Int64]) -> Self { Self(any: ids) }
}

extension SearchCondition<String> {
    /// Is this text.
    public static func `is`(_ text: String) -> Self { isIn([text]) }

    /// Is one of these texts.
    public static func isIn(_ texts: [String]) -> Self {
        let isBlank = texts.contains { $0.allSatisfy(\.isWhitespace) }
        return Self(any: texts, unless: isBlank ? "must not be blank" : nil)
    }
}

extension SearchCondition<[String]> {
    /// Has this one.
    public static func has(_ text: String) -> Self { hasAny(of: [text]) }

    /// Has one of these, or several.
    public static func hasAny(of texts: [String]) -> Self {
        let isBlank = texts.contains { $0.allSatisfy(\.isWhitespace) }
        return Self(any: texts, unless: isBlank ? "must not be blank" : nil)
    }
}

extension SearchCondition where Value: OpenEnum {
    /// Is this one.
    public static func `is`(_ value: Value) -> Self { isIn([value]) }
    /// Is one of these.
    public static func isIn(_ values: [Value]) -> Self { Self(any: values) }
}

extension SearchCondition<Bool> {
    /// Is so, or is not.
    public static func `is`(_ flag: Bool) -> Self { Self(SearchRule(.is, flag ? 1 : 0)) }
}

extension SearchCondition<Date> {
    /// Is after a moment. Whether the moment itself belongs to it is not documented.
    public static func after(_ date: Date) -> Self { Self(SearchRule(.isAfter, date.asked)) }
    /// Is before a moment. Whether the moment itself belongs to it is not documented.
    public static func before(_ date: Date) -> Self { Self(SearchRule(.isBefore, date.asked)) }
    /// Is after one moment and before another.
    public static func between(_ first: Date, _ last: Date) -> Self {
        Self(SearchRule(.isAfter, first.asked), SearchRule(.isBefore, last.asked))
    }
}

extension SearchCondition<CalendarDay> {
    /// Is after a day.
    public static func after(_ day: CalendarDay) -> Self {
        Self(SearchRule(.isAfter, day.jsonValue), unless: unreal(day))
    }
    /// Is before a day.
    public static func before(_ day: CalendarDay) -> Self {
        Self(SearchRule(.isBefore, day.jsonValue), unless: unreal(day))
    }
    /// Is after one day and before another.
    public static func between(_ first: CalendarDay, _ last: CalendarDay) -> Self {
        Self(
            SearchRule(.isAfter, first.jsonValue), SearchRule(.isBefore, last.jsonValue),
            unless: unreal(first) ?? unreal(last))
    }

    private static func unreal(_ day: CalendarDay) -> String? { day.isReal ? nil : "must be a day of the calendar" }
}

extension SearchCondition {
    fileprivate init(any values: [some JSONWritable], unless reason: String? = nil) {
        let values = values.map(\.jsonValue)
        self.init(
            SearchRule(.isIn, .array(values)), unless: values.isEmpty ? "must be compared with something" : reason)
    }
}

extension Date {
    /// As a search asks for it: whole seconds in UTC, and no earlier than 1970.
    fileprivate var asked: JSONValue { .string(queryText) }
}

// The fields that most searches go by.

extension SearchQuery {
    /// When the record was created.
    public static func createdAt(_ condition: SearchCondition<Date>) -> Self { Self("created_at", condition) }
    /// When the record was last changed.
    public static func updatedAt(_ condition: SearchCondition<Date>) -> Self { Self("updated_at", condition) }
    /// The user who owns the record.
    public static func ownerID(_ condition: SearchCondition<Int64>) -> Self { Self("owner_id", condition) }
    /// The territory.
    public static func territoryID(_ condition: SearchCondition<Int64>) -> Self { Self("territory_id", condition) }
    /// The tags.
    public static func tags(_ condition: SearchCondition<[String]>) -> Self { Self("tags", condition) }
    /// Whether the record is in the recycle bin.
    public static func isDeleted(_ isDeleted: Bool) -> Self { Self("deleted", .is(isDeleted)) }
}

extension SearchQuery<Contact> {
    /// Any of the e-mail addresses.
    public static func email(_ condition: SearchCondition<String>) -> Self {
        Self("contact_email.email", condition)
    }
    /// The mobile number, as it is stored.
    public static func mobileNumber(_ condition: SearchCondition<String>) -> Self { field(\.mobileNumber, condition) }
    /// The status.
    public static func contactStatusID(_ condition: SearchCondition<Int64>) -> Self {
        field(\.contactStatusID, condition)
    }
    /// The lifecycle stage.
    public static func lifecycleStageID(_ condition: SearchCondition<Int64>) -> Self {
        field(\.lifecycleStageID, condition)
    }
}

extension SearchQuery<SalesAccount> {
    /// The name.
    public static func name(_ condition: SearchCondition<String>) -> Self { field(\.name, condition) }
    /// The branch of industry.
    public static func industryTypeID(_ condition: SearchCondition<Int64>) -> Self {
        field(\.industryTypeID, condition)
    }
}

extension SearchQuery<Deal> {
    /// The name.
    public static func name(_ condition: SearchCondition<String>) -> Self { field(\.name, condition) }
    /// The pipeline.
    public static func dealPipelineID(_ condition: SearchCondition<Int64>) -> Self {
        field(\.dealPipelineID, condition)
    }
    /// The stage in the pipeline.
    public static func dealStageID(_ condition: SearchCondition<Int64>) -> Self { field(\.dealStageID, condition) }
    /// The company.
    public static func salesAccountID(_ condition: SearchCondition<Int64>) -> Self {
        field(\.salesAccountID, condition)
    }
    /// The day on which the deal is expected to close.
    public static func expectedClose(_ condition: SearchCondition<CalendarDay>) -> Self {
        field(\.expectedClose, condition)
    }
    /// The day on which the deal was won or lost.
    public static func closedDate(_ condition: SearchCondition<CalendarDay>) -> Self { field(\.closedDate, condition) }
}

extension SearchQuery<Lead> {
    /// The e-mail address.
    public static func email(_ condition: SearchCondition<String>) -> Self { Self("lead_email.email", condition) }
    /// The stage.
    public static func leadStageID(_ condition: SearchCondition<Int64>) -> Self { field(\.leadStageID, condition) }
}
