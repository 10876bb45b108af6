/// A device that a contact was seen with. Source: Freshdesk API v2, contacts.
public struct ContactDevice: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a device.
    public init(json: JSONObject) { self.json = json }

    /// The kind of device.
    public var deviceType: String? { json["device_type"] }
    /// Who made it.
    public var deviceMake: String? { json["device_make"] }
    /// The model.
    public var deviceModel: String? { json["device_model"] }
    /// The version of the app on it.
    public var appVersion: String? { json["app_version"] }
    /// The operating system.
    public var os: String? { json["os"] }
    /// The version of the operating system.
    public var osVersion: String? { json["os_version"] }
}
