/// A pipeline of deals, with its stages. Source: Freshworks CRM API, deal pipelines.
public struct DealPipeline: Resource {
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

    /// The name.
    public var name: String? { json["name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// Whether this is a part of the record only.
    public var partial: Bool? { json["partial"] }
    /// Whether deals without a pipeline go here.
    public var isDefault: Bool? { json["is_default"] }
    /// After how many days without change a deal counts as rotten.
    public var rottingDays: Int? { json["rotting_days"] }
    /// The field that the web app sums up.
    public var aggregatedField: String? { json["aggregated_field"] }
    /// The fields that the web app shows on each card.
    public var configs: [DealPipelineField]? { json["configs"] }
    /// The stages.
    public var dealStages: [DealStage]? { json["deal_stages"] }
}
