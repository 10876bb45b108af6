/// A field that the web app shows on the cards of a pipeline. Source: Freshworks CRM API, deal pipelines.
public struct DealPipelineField: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a field.
    public init(json: JSONObject) { self.json = json }

    /// The field's name in the API.
    public var fieldName: String? { json["field_name"] }
    /// The place on the card, from 1.
    public var position: Int? { json["position"] }
    /// Whether the field stands out.
    public var highlight: Bool? { json["highlight"] }
}
