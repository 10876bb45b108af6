#if os(Linux)
    import CLibcurl
    import Foundation

    /// Sets the options of a transfer and remembers whether libcurl took them all.
    struct CurlOptions {
        let easy: fw_easy
        private(set) var areSet = true

        init(easy: fw_easy) { self.easy = easy }

        mutating func set(_ option: Int32, _ value: Int) { note(fw_easy_set_number(easy, option, value)) }
        mutating func set(size option: Int32, _ value: Int64) { note(fw_easy_set_size(easy, option, value)) }
        /// libcurl copies the text.
        mutating func set(_ option: Int32, _ text: String) { note(fw_easy_set_pointer(easy, option, text)) }
        mutating func set(_ option: Int32, _ value: UnsafeMutableRawPointer?) {
            note(fw_easy_set_pointer(easy, option, value))
        }
        mutating func set(_ option: Int32, _ value: UnsafeMutablePointer<CChar>?) {
            note(fw_easy_set_pointer(easy, option, value))
        }
        /// For an option that copies as many bytes as was said before.
        mutating func set(_ option: Int32, _ bytes: Data) {
            // why: libcurl takes an address.
            note(
                bytes.withUnsafeBytes {
                    fw_easy_set_pointer(easy, option, $0.baseAddress ?? UnsafeRawPointer(bitPattern: 1))
                })
        }
        mutating func set(_ option: Int32, _ function: @escaping fw_data_callback) {
            note(fw_easy_set_data(easy, option, function))
        }
        mutating func set(_ option: Int32, _ function: @escaping fw_prereq_callback) {
            note(fw_easy_set_prereq(easy, option, function))
        }

        private mutating func note(_ result: Int32) { if result != 0 { areSet = false } }
    }
#endif
