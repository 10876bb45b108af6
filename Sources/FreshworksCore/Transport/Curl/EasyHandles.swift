#if os(Linux)
    import CLibcurl

    /// libcurl's handles of ended transfers, kept for the next ones: making one costs as much as half a small call does.
    ///
    /// A handle that comes back has forgotten its options and what it held of the request and its answer, but not the system's
    /// last error: so only those of answered calls are kept. They belong to the loop's thread.
    final class EasyHandles {
        /// As many as calls usually run at once; each has some 25 KB.
        private static let maximum = 16

        private var spare: [fw_easy] = []

        /// `nil` where libcurl has no memory for one.
        func take() -> fw_easy? { spare.popLast() ?? fw_easy_new() }

        /// Takes back the handle of an answered call that is in no `multi` handle any more.
        func giveBack(_ easy: fw_easy) {
            guard spare.count < Self.maximum else { return fw_easy_free(easy) }
            fw_easy_reset(easy)
            spare.append(easy)
        }

        deinit { spare.forEach(fw_easy_free) }
    }
#endif
