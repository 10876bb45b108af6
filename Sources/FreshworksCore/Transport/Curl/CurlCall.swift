#if os(Linux)
    import Foundation

    /// One call on its way to the loop: checked, and with its file open.
    struct CurlCall: Sendable {
        let id: UInt64
        let request: TransportRequest
        let headers: HeaderFields
        let upload: UploadSource
        let exchange: Exchange
        /// Certificates to trust instead of the system's.
        let certificateAuthorities: String?

        /// Not for files, which nothing limits, so that they grow no faster than the network brings them. Besides, libcurl does
        /// not miss the end of what is packed.
        var asksForGzip: Bool {
            if case .memory = request.destination { true } else { false }
        }

        /// Scheme, host and port: what connections are counted by.
        var origin: String {
            let url = request.url
            return "\(url.scheme ?? "")://\(url.host ?? ""):\(url.port ?? -1)"
        }
    }

    /// Where the body of a request comes from.
    enum UploadSource: Sendable {
        case none
        case bytes(Data)
        /// An open file and the length that is announced.
        case file(FileHandle, Int)

        /// - Throws: ``FreshworksError/Code/fileUnavailable``.
        init(_ body: TransportRequest.Body) throws {
            switch body {
            case .none:
                self = .none
            case .bytes(let bytes):
                self = .bytes(bytes)
            case .file(let url):
                let size = try url.checkReadableFile()
                guard let handle = try? FileHandle(forReadingFrom: url) else {
                    throw Descriptors.areUsedUp ? FreshworksError.outOfDescriptors : .lostUploadFile
                }
                self = .file(handle, size)
            }
        }

        /// How many bytes there are.
        var count: Int {
            switch self {
            case .none: 0
            case .bytes(let bytes): bytes.count
            case .file(_, let size): size
            }
        }

        /// What fits into one write with the head.
        var smallBytes: Data? {
            switch self {
            case .none: Data()
            case .bytes(let bytes): bytes.count <= 32 * 1024 ? bytes : nil
            case .file: nil
            }
        }

        /// Copies the next bytes.
        /// - Returns: How many; `nil` when the file has become shorter or cannot be read.
        func copy(from offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
            let wanted = min(buffer.count, count - offset)
            guard wanted > 0 else { return 0 }
            switch self {
            case .none:
                return 0
            case .bytes(let bytes):
                let start = bytes.startIndex + offset
                return bytes.copyBytes(to: buffer, from: start..<start + wanted)
            case .file(let handle, _):
                let read = pread(handle.fileDescriptor, buffer.baseAddress, wanted, off_t(offset))
                return read > 0 ? read : nil
            }
        }
    }
#endif
