#if os(Linux)
    import CLibcurl
    import Foundation

    /// One call while libcurl works on it. It belongs to the loop's thread.
    final class CurlTransfer {
        let call: CurlCall
        let easy: fw_easy
        private(set) var head: AnswerHead
        /// Why a callback stopped the transfer; it counts more than what libcurl then says.
        private(set) var refusal: (any Error)?
        /// What libcurl may read until the next turn of the loop.
        private(set) var budget = TurnBudget()
        /// Whether an answer has come to its end.
        var isAnswered = false
        private var hasMoved = false
        private var uploaded = 0
        private var sendings = 0
        private let library: CurlLibrary
        private let handles: EasyHandles
        private var headerList: UnsafeMutableRawPointer?
        private var hasAllHeaders = true
        /// `CURL_ERROR_SIZE` bytes, which libcurl fills.
        private let words = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 256)

        /// `nil` where libcurl has no memory for it.
        init?(_ call: CurlCall, library: CurlLibrary, handles: EasyHandles) {
            guard let easy = handles.take() else { return nil }
            self.call = call
            self.easy = easy
            self.library = library
            self.handles = handles
            head = AnswerHead(allowsGzip: call.asksForGzip)
            words.initialize(repeating: 0)
        }

        /// Frees what libcurl holds. The transfer is in no `multi` handle any more.
        deinit {
            if isAnswered { handles.giveBack(easy) } else { fw_easy_free(easy) }
            fw_list_free(headerList)
            words.deallocate()
        }

        /// The number that libcurl knows for the transfer.
        func info(_ number: Int32) -> Int { Int(fw_easy_number(easy, number)) }

        /// Tells libcurl what to do.
        /// - Returns: Whether it took every option; otherwise nothing may be sent, for an option may be what keeps a secret.
        func configure() -> Bool {
            var options = CurlOptions(easy: easy)
            let context = Unmanaged.passUnretained(self).toOpaque()
            options.set(CurlOption.privateData, context)
            options.set(CurlOption.errorBuffer, words.baseAddress)
            setAddress(&options)
            setSafety(&options)
            setRequest(&options)
            options.set(CurlOption.headerFunction, CurlCallbacks.header)
            options.set(CurlOption.headerData, context)
            options.set(CurlOption.writeFunction, CurlCallbacks.body)
            options.set(CurlOption.writeData, context)
            options.set(CurlOption.readFunction, CurlCallbacks.upload)
            options.set(CurlOption.readData, context)
            if library.asksBeforeSending {
                options.set(CurlOption.prereqFunction, CurlCallbacks.sending)
                options.set(CurlOption.prereqData, context)
            }
            return options.areSet && hasAllHeaders
        }

        private func setAddress(_ options: inout CurlOptions) {
            options.set(CurlOption.url, call.request.url.absoluteString)
            options.set(CurlOption.pathAsIs, 1)
            options.set(CurlOption.disallowUsernameInURL, 1)
            if library.namesProtocols {
                options.set(CurlOption.protocolsByName, "http,https")
            } else {
                options.set(CurlOption.protocols, 1 | 2)
            }
            // For loopback alone: the option replaces what the environment says.
            if call.request.url.host?.isLoopbackHost == true { options.set(CurlOption.noProxy, "*") }
        }

        private func setSafety(_ options: inout CurlOptions) {
            // Signals are the program's.
            options.set(CurlOption.noSignal, 1)
            // Redirects are answers.
            options.set(CurlOption.followLocation, 0)
            // The fields hold the credential, which is not for a proxy.
            options.set(CurlOption.headerOpt, 1)
            options.set(CurlOption.suppressConnectHeaders, 1)
            // TLS 1.2 at least. Verification of name and certificate is libcurl's default.
            options.set(CurlOption.sslVersion, 6)
            if let file = call.certificateAuthorities { options.set(CurlOption.caInfo, file) }
            // Instead of the system's certificates means without its folder too. Besides, libcurl keeps what it has read for the
            // next connection only where there is no folder, and reading takes so long that the calls of others would wait.
            if call.certificateAuthorities != nil || library.certificateFile != nil {
                options.set(CurlOption.caPath, nil as UnsafeMutableRawPointer?)
            }
            // Otherwise a call that ends while its host's name is being resolved holds up all others until it is.
            if library.leavesResolversAlone { options.set(CurlOption.quickExit, 1) }
        }

        private func setRequest(_ options: inout CurlOptions) {
            let request = call.request
            if request.method.rawValue == "HEAD" {
                options.set(CurlOption.noBody, 1)
            } else if !request.isRead {
                setBody(&options)
            }
            options.set(CurlOption.customRequest, request.method.rawValue)
            if call.asksForGzip { options.set(CurlOption.acceptEncoding, "gzip") }
            for (name, value) in call.headers { addHeader(value.isEmpty ? "\(name);" : "\(name): \(value)") }
            // Services answer at once; waiting for a `100` would cost a second where they do not.
            addHeader("Expect:")
            options.set(CurlOption.httpHeader, headerList)
            guard !request.isRead else { return }
            // The longer a connection was idle, the likelier its end crosses the request, whose outcome is unknown then.
            options.set(CurlOption.maxAgeConn, 30)
            guard !library.asksBeforeSending else { return }
            // Such a libcurl cannot be kept from repeating over another connection than a fresh one of this request alone.
            options.set(CurlOption.freshConnect, 1)
            options.set(CurlOption.forbidReuse, 1)
            options.set(CurlOption.httpVersion, 2)
        }

        /// Announces a length of 0 where there is no body, as servers want.
        private func setBody(_ options: inout CurlOptions) {
            if let bytes = call.upload.smallBytes {
                // Goes out with the head, in one write.
                options.set(size: CurlOption.postFieldSize, Int64(bytes.count))
                options.set(CurlOption.copyPostFields, bytes)
                if bytes.isEmpty { addHeader("Content-Type:") }
            } else {
                options.set(CurlOption.upload, 1)
                options.set(size: CurlOption.inFileSize, Int64(call.upload.count))
            }
        }

        private func addHeader(_ line: String) {
            guard let list = fw_list_append(headerList, line) else { return hasAllHeaders = false }
            headerList = list
        }
    }

    extension CurlTransfer {
        /// What the last result means.
        func failure(_ result: Int32) -> any Error {
            if var refusal = refusal as? FreshworksError {
                if wasSent { refusal.mayHaveBeenExecuted = true }
                if head.isComplete { refusal.status = head.status }
                return refusal
            }
            if let refusal { return refusal }
            var failure = CurlFailure(result: result, reason: String(cString: fw_easy_error(result)), wasSent: wasSent)
            if let written = words.baseAddress, written.pointee != 0 { failure.reason = String(cString: written) }
            failure.hasHead = head.isComplete
            failure.proxy = EnvironmentProxy(for: call.request.url)?.address
            failure.proxyStatus = info(CurlInfo.httpConnectCode)
            failure.certificateResult = info(CurlInfo.sslVerifyResult)
            failure.hasSoundConnection = info(CurlInfo.osErrno) == 0 && call.request.url.scheme == "http"
            failure.wasReset = info(CurlInfo.osErrno) == Int(ECONNRESET)
            failure.hasNoDescriptor = !wasSent && Descriptors.areUsedUp
            var error = failure.error
            if head.isComplete { error.status = head.status }
            return error
        }

        private var wasSent: Bool {
            if library.asksBeforeSending { return sendings > 0 }
            return CurlFailure.wasSent(
                requestSize: info(CurlInfo.requestSize), isEncrypted: call.request.url.scheme == "https",
                handshakeTime: info(CurlInfo.handshakeTime))
        }
    }

    // MARK: - What libcurl asks and tells

    extension CurlTransfer {
        /// Whether the name of the host has been resolved, or did not need to be.
        var isResolved: Bool { sendings > 0 || info(CurlInfo.nameLookupTime) > 0 }

        /// A connection is there and the request is about to be sent over it.
        /// - Returns: Whether it may be.
        func mayBeSent() -> Bool {
            hasMoved = true
            guard call.exchange.markSent() else { return false }
            sendings += 1
            // What was sent once may have been executed, so a write is not sent again when its connection breaks.
            return sendings == 1 || call.request.isRead
        }

        /// The next bytes of the body to send.
        /// - Returns: How many; `nil` ends the transfer.
        func upload(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
            hasMoved = true
            guard let count = call.upload.copy(from: uploaded, into: buffer) else {
                refusal = FreshworksError.lostUploadFile
                return nil
            }
            uploaded += count
            call.exchange.meter?.sent(uploaded)
            return count
        }

        /// A line of a head, or a trailer.
        /// - Returns: Whether to go on.
        func receive(line: UnsafeRawBufferPointer) -> Bool {
            tryReceiving { try head.read(line) }
        }

        /// Whether the next piece of the body may be taken in this turn of the loop.
        func mayReceive(_ count: Int) -> Bool { budget.allows(count) }

        /// A new turn of the loop begins: what was kept back comes first.
        /// - Returns: Whether to go on.
        func beginTurn() -> Bool {
            budget.renew()
            guard budget.isPaused else { return true }
            budget.beginResuming()
            defer { budget.endResuming() }
            return fw_easy_continue(easy) == 0
        }

        /// Bytes of the body.
        /// - Returns: Whether to go on.
        func receive(body: UnsafeMutableRawBufferPointer) -> Bool {
            tryReceiving {
                guard let start = body.baseAddress else { return }
                guard !call.exchange.hasEnded else { throw CancellationError() }
                call.exchange.meter?.receives(head.bodyLength)
                // Copied once, into the place where it stays.
                let data = Data(bytesNoCopy: start, count: body.count, deallocator: .none)
                try call.exchange.receive(data, status: head.status, of: head.bodyLength)
            }
        }

        /// Whether anything was sent or received since the last time.
        func takeMovement() -> Bool {
            defer { hasMoved = false }
            return hasMoved || budget.isPaused
        }

        private func tryReceiving(_ work: () throws -> Void) -> Bool {
            hasMoved = true
            do {
                try work()
                return true
            } catch {
                refusal = error
                return false
            }
        }
    }
#endif
