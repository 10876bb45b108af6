extension BulkJob {
    /// What became of each record of a batch, by the job's report.
    ///
    /// The service does not document how it names the records that failed: a row belongs to a record when the record's key
    /// stands in it, and to no other. Records of which nothing is certain are said to be so.
    func outcomes(of keys: [JSONObject]) -> [BulkOutcome] {
        guard let failed = failedCount ?? (succeededCount == keys.count ? 0 : nil) else {
            return Array(repeating: .unknown("the service reports nothing of the records"), count: keys.count)
        }
        var reports = [JSONValue?](repeating: nil, count: keys.count)
        for row in failures {
            let leaves = row.leaves
            let places = keys.indices.filter { place in keys[place].allSatisfy { leaves.contains($0.value.word) } }
            if places.count == 1, let place = places.first { reports[place] = row }
        }
        let named = reports.count { $0 != nil }
        // A report that leaves records out tells of none that it does not name.
        guard succeededCount.map({ $0 + failed == keys.count }) ?? true else {
            return reports.map {
                $0.map { .failed($0) } ?? .unknown("the service's counts are not those of the records")
            }
        }
        return reports.map { report in
            if report != nil || failed >= keys.count { return .failed(report) }
            return named >= failed
                ? .succeeded
                : .unknown("\(failed - named) of the records that the service does not name were not written")
        }
    }
}

extension JSONValue {
    /// Ids are numbers here and texts there, and the case of addresses does not count.
    fileprivate var word: String { (String(json: self) ?? description).lowercased() }

    /// All values inside that hold no others.
    fileprivate var leaves: Set<String> {
        if let members = objectValue { return members.reduce(into: []) { $0.formUnion($1.value.leaves) } }
        if let elements = arrayValue { return elements.reduce(into: []) { $0.formUnion($1.leaves) } }
        return [word]
    }
}
