public import Foundation

/// A stage that deals go through. Source: Freshworks CRM API, deal stages.
public struct DealStage: Resource, JSONReadable {
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

    /// The name.
    public var name: String? { json["name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// Whether this is a part of the record only.
    public var partial: Bool? { json["partial"] }
    /// Whether deals of the stage are open, won or lost.
    public var forecastType: ForecastType? { json["forecast_type"] }
    /// The pipeline that the stage belongs to.
    public var dealPipelineID: Int64? { json["deal_pipeline_id"] }
    /// The kind of stage, as a number that the service does not document.
    public var choiceType: Int? { json["choice_type"] }
    /// How likely deals of the stage are won, in percent.
    public var probability: Int? { json["probability"] }
    /// Whether the stage was deleted.
    public var isDeleted: Bool? { json["is_deleted"] }
    /// When the stage was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
