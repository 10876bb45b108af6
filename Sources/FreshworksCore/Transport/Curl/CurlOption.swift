#if os(Linux)
    /// Numbers of libcurl's stable binary interface, by the names of its manual without `CURLOPT_`, `CURLINFO_`, `CURLMOPT_`.
    enum CurlOption {
        // Numbers.
        static let sslVersion: Int32 = 32
        static let noBody: Int32 = 44
        static let upload: Int32 = 46
        static let followLocation: Int32 = 52
        static let freshConnect: Int32 = 74
        static let forbidReuse: Int32 = 75
        static let httpVersion: Int32 = 84
        static let noSignal: Int32 = 99
        static let protocols: Int32 = 181
        static let headerOpt: Int32 = 229
        static let pathAsIs: Int32 = 234
        static let suppressConnectHeaders: Int32 = 265
        static let disallowUsernameInURL: Int32 = 278
        static let maxAgeConn: Int32 = 288
        static let quickExit: Int32 = 322
        static let inFileSize: Int32 = 30115
        static let postFieldSize: Int32 = 30120

        // Pointers.
        static let writeData: Int32 = 10001
        static let url: Int32 = 10002
        static let readData: Int32 = 10009
        static let errorBuffer: Int32 = 10010
        static let httpHeader: Int32 = 10023
        static let headerData: Int32 = 10029
        static let customRequest: Int32 = 10036
        static let caInfo: Int32 = 10065
        static let caPath: Int32 = 10097
        static let acceptEncoding: Int32 = 10102
        static let privateData: Int32 = 10103
        static let copyPostFields: Int32 = 10165
        static let noProxy: Int32 = 10177
        static let prereqData: Int32 = 10313
        static let protocolsByName: Int32 = 10318

        // Functions.
        static let writeFunction: Int32 = 20011
        static let readFunction: Int32 = 20012
        static let headerFunction: Int32 = 20079
        static let prereqFunction: Int32 = 20312
    }

    enum CurlInfo {
        static let sslVerifyResult: Int32 = 0x20_000D
        static let requestSize: Int32 = 0x20_000C
        static let httpConnectCode: Int32 = 0x20_0016
        static let osErrno: Int32 = 0x20_0019
        static let caInfo: Int32 = 0x10_003D
        /// `NAMELOOKUP_TIME_T`, microseconds.
        static let nameLookupTime: Int32 = 0x60_0033
        /// `APPCONNECT_TIME_T`, microseconds.
        static let handshakeTime: Int32 = 0x60_0038
    }

    enum CurlMultiOption {
        static let pipelining: Int32 = 3
        static let maxConnects: Int32 = 6
        static let maxHostConnections: Int32 = 7
    }
#endif
