package import Foundation

/// One field or file of a form.
struct MultipartPart: Sendable {
    var name: String
    var filename: String?
    var contentType: String?
    var content: Content

    enum Content: Sendable {
        case bytes(Data)
        case file(URL)
    }

    /// The part's header fields, without the empty line after them.
    var head: String {
        var text = "Content-Disposition: form-data; name=\"\(Self.escaped(name))\""
        if let filename { text += "; filename=\"\(Self.escaped(filename))\"" }
        text += "\r\n"
        if let contentType { text += "Content-Type: \(contentType)\r\n" }
        return text
    }

    /// How many bytes the content has now.
    /// - Throws: ``FreshworksError/Code/fileUnavailable``.
    func size() throws -> Int {
        switch content {
        case .bytes(let data): data.count
        case .file(let url): try url.checkReadableFile()
        }
    }

    /// Appends the content to a file, in pieces, and never more than the size that was allowed.
    func copyContent(of size: Int, to file: PrivateFile) throws {
        switch content {
        case .bytes(let data):
            try file.write(data)
        case .file(let url):
            guard let source = try? FileHandle(forReadingFrom: url) else { throw url.unreadable }
            defer { try? source.close() }
            var left = size
            while left > 0, let piece = try source.read(upToCount: min(left, 1 << 18)), !piece.isEmpty {
                try file.write(piece)
                left -= piece.count
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\"" {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension URL {
    /// The size of the regular file at this place.
    /// - Throws: ``FreshworksError/Code/fileUnavailable`` when there is none that this process may read.
    package func checkReadableFile() throws -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolvingSymlinksInPath().path)
        guard isFileURL, attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int,
            FileManager.default.isReadableFile(atPath: path)
        else { throw unreadable }
        return size
    }

    /// The error of whoever cannot read this file.
    package var unreadable: FreshworksError {
        FreshworksError(
            .fileUnavailable, "there is no readable file at \(path)",
            advice: "Check that the path exists and that this process may read it.")
    }
}
