public import Foundation

/// A pipeline of deals, with its stages. Source: Freshworks CRM API, deal pipelines.
public struct DealPipeline: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a pipeline.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``DealPipeline``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether this is a part of the record only.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether deals without a pipeline go here.
        public let isDefault = ReadOnly<Bool>("is_default")
        /// After how many days without change a deal counts as rotten.
        public let rottingDays = ReadOnly<Int>("rotting_days")
        /// The field that the web app sums up.
        public let aggregatedField = ReadOnly<String>("aggregated_field")
        /// The fields that the web app shows on each card.
        public let configs = ReadOnly<[DealPipelineField]>("configs")
        /// The stages.
        public let dealStages = ReadOnly<[DealStage]>("deal_stages")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A field that the web app shows on the cards of a pipeline. Source: Freshworks CRM API, deal pipelines.
public struct DealPipelineField: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a field.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``DealPipelineField``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The field's name in the API.
        public let fieldName = ReadOnly<String>("field_name")
        /// The place on the card, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether the field stands out.
        public let isHighlighted = ReadOnly<Bool>("highlight")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A stage that deals go through. Source: Freshworks CRM API, deal stages.
public struct DealStage: FieldRecord, JSONReadable {
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

    /// The fields of ``DealStage``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// The place among the others, from 1.
        public let position = ReadOnly<Int>("position")
        /// Whether this is a part of the record only.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether deals of the stage are open, won or lost.
        public let forecastType = ReadOnly<ForecastType>("forecast_type")
        /// The pipeline that the stage belongs to.
        public let dealPipelineID = ReadOnly<Int64>("deal_pipeline_id")
        /// The kind of stage, as a number that the service does not document.
        public let choiceType = ReadOnly<Int>("choice_type")
        /// How likely deals of the stage are won, 0 to 100 percent.
        public let probability = ReadOnly<Int>("probability")
        /// Whether the stage was deleted.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// When the stage was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// Whether deals of a stage are open, won or lost.
public struct ForecastType: OpenEnum {
    /// The service's words.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Still to be decided.
    public static let open = Self(rawValue: "Open")
    /// Won.
    public static let closedWon = Self(rawValue: "Closed Won")
    /// Lost.
    public static let closedLost = Self(rawValue: "Closed Lost")
}
