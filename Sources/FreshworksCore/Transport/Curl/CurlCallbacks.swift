#if os(Linux)
    import CLibcurl

    /// The functions that libcurl calls, on the loop's thread, while it works on a transfer.
    enum CurlCallbacks {
        /// `CURL_WRITEFUNC_PAUSE`: keep the bytes and read no more.
        private static let pause = 0x1000_0001
        /// `CURL_READFUNC_ABORT`.
        private static let abort = 0x1000_0000

        static let header: fw_data_callback = { bytes, size, count, context in
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return transfer(context)?.receive(line: line) == true ? line.count : 0
        }

        static let body: fw_data_callback = { bytes, size, count, context in
            guard let transfer = transfer(context) else { return 0 }
            guard transfer.mayReceive(size * count) else { return pause }
            let bytes = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
            // A number that is not the count ends the transfer; an empty body is told with a count of 0.
            return transfer.receive(body: bytes) ? bytes.count : bytes.count + 1
        }

        static let upload: fw_data_callback = { bytes, size, count, context in
            let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
            return transfer(context)?.upload(into: buffer) ?? abort
        }

        static let sending: fw_prereq_callback = { context, _, _, _, _ in
            transfer(context)?.mayBeSent() == true ? 0 : 1
        }

        private static func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
            context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
        }
    }
#endif
