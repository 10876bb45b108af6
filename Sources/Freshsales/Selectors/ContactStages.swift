/// A status that contacts can have. Source: Freshworks CRM API, contact statuses.
public struct ContactStatus: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a status.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ContactStatus``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether this is a part of the record only.
        public let isPartial = ReadOnly<Bool>("partial")
        /// What the status means for the forecast.
        public let forecastType = ReadOnly<String>("forecast_type")
        /// The lifecycle stage that the status belongs to.
        public let lifecycleStageID = ReadOnly<Int64>("lifecycle_stage_id")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A stage in the life of a contact. Source: Freshworks CRM API, lifecycle stages.
public struct LifecycleStage: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a stage.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``LifecycleStage``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether the stage is out of use.
        public let isDisabled = ReadOnly<Bool>("disabled")
        /// Whether the stage came with the product.
        public let isDefault = ReadOnly<Bool>("default")
        /// The kind of stage: `Lead`, `Sales Qualified Lead`, `Customer` or `Custom`.
        public let type = ReadOnly<String>("type")
        /// The statuses of the stage.
        public let contactStatusIDs = ReadOnly<[Int64]>("contact_status_ids")

        /// The only instance.
        public static let table = Fields()
    }
}
