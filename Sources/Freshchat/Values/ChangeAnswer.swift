extension TransportResponse {
    /// The record that follows a change; `nil` when the body is empty or says no more than that the request was accepted.
    ///
    /// The accepted object has the shape of an error: `{"code": 202, "status": "ACCEPTED", "message": "…"}`.
    func recordIfSent<R: Resource>() throws -> R? {
        guard content != .nothing else { return nil }
        let json = try json()
        let code: Int? = json["code"]
        return json.objectValue?.isEmpty == true || code == status ? nil : try json.record()
    }
}
