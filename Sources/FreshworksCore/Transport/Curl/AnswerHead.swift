/// Reads the header section of an answer line by line, as it came: a pure value.
///
/// Heads of interim answers (`100`, `103`) go by; what follows the head of the answer itself is trailers, which are counted and
/// dropped. Sources: RFC 9112 §4 to §6, RFC 9110 §5 and §15.2.
struct AnswerHead: Sendable {
    /// The status; 0 until a status line was read.
    private(set) var status = 0
    /// The fields of the head that is being read, or was.
    private(set) var fields: [(name: String, value: String)] = []
    /// Whether the answer's own head has been read to its end.
    private(set) var isComplete = false

    /// How many bytes the body has, where the head says and they come as they are. A transfer coding overrides a length
    /// (RFC 9112 §6.3).
    var bodyLength: Int? {
        func field(_ name: String) -> String? { fields.first { $0.name.equalsIgnoringCase(name) }?.value }
        guard field("Content-Encoding") == nil, field("Transfer-Encoding") == nil else { return nil }
        return field("Content-Length").flatMap { Int($0) }
    }

    /// Whether the body may come packed with gzip.
    private let allowsGzip: Bool
    private var size = 0
    private var lineCount = 0

    /// Bytes of all heads and trailers together; ten times what servers allow in requests.
    static let maximumSize = 256 * 1024
    /// Lines of all heads and trailers together.
    static let maximumLines = 1_000

    init(allowsGzip: Bool = true) { self.allowsGzip = allowsGzip }

    /// Takes one line with its line break.
    /// - Throws: ``FreshworksError`` for a head that is too large, contradicts itself, or announces what nobody asked for.
    mutating func read(_ line: some RandomAccessCollection<UInt8>) throws {
        size += line.count
        lineCount += 1
        guard size <= Self.maximumSize, lineCount <= Self.maximumLines else { throw FreshworksError.headTooLarge }
        if isComplete { return }
        let line = line.trimmingLineBreak()
        if line.isEmpty {
            try endHead()
        } else if line.starts(with: "HTTP/".utf8) {
            begin(statusLine: line)
        } else if let first = line.first, first == 0x20 || first == 0x09 {
            // A value that goes on in the next line, as was legal once.
            guard let last = fields.indices.last else { return }
            fields[last].value += " " + line.trimmingBlanks().text
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            fields.append(
                (line[..<colon].trimmingBlanks().text, line[line.index(after: colon)...].trimmingBlanks().text))
        }
        // A line without a colon is no field; as browsers do, it is passed over.
    }

    private mutating func begin(statusLine line: some RandomAccessCollection<UInt8>) {
        fields = []
        let words = line.split(separator: 0x20, maxSplits: 2)
        status = words.count > 1 ? Int(words[1].text) ?? 0 : 0
    }

    private mutating func endHead() throws {
        guard status != 101 else { throw FreshworksError.malformedAnswer("it changes to another protocol unasked") }
        if (100..<200).contains(status) {
            fields = []
            status = 0
            return
        }
        guard (100..<1000).contains(status) else { throw FreshworksError.malformedAnswer("it has no status") }
        guard !hasTwoLengths else { throw FreshworksError.malformedAnswer("it has two different lengths") }
        // libcurl unpacks whatever it knows, and one packing inside the other, at a cost that nothing limits.
        guard codings("Transfer-Encoding").allSatisfy({ $0 == "chunked" }) else {
            throw FreshworksError.malformedAnswer("it is transferred in a way that nobody asked for")
        }
        let packings = codings("Content-Encoding")
        guard packings.isEmpty || allowsGzip && (packings == ["gzip"] || packings == ["x-gzip"]) else {
            throw FreshworksError.malformedAnswer("its body is packed in a way that nobody asked for")
        }
        isComplete = true
    }

    /// What a field says was done to the body, in order and in lower case.
    private func codings(_ name: String) -> [String] {
        fields.filter { $0.name.equalsIgnoringCase(name) }
            .flatMap { $0.value.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init) }
            .filter { $0 != "identity" }
    }

    /// Whether the head announces different lengths; a list of one value repeated is legal.
    private var hasTwoLengths: Bool {
        var first: Substring.UTF8View?
        for field in fields where field.name.equalsIgnoringCase("Content-Length") {
            for length in field.value.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == 0x20 }) {
                if let first, !first.elementsEqual(length) { return true }
                first = length
            }
        }
        return false
    }
}

extension RandomAccessCollection<UInt8> {
    fileprivate func trimmingLineBreak() -> SubSequence {
        var line = self[...]
        if line.last == 0x0A { line = line.dropLast() }
        return line.last == 0x0D ? line.dropLast() : line
    }

    fileprivate func trimmingBlanks() -> SubSequence {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var text = drop(while: isBlank)
        while let last = text.last, isBlank(last) { text = text.dropLast() }
        return text
    }

    /// UTF-8 where it is that, else Latin-1, which has a character for every byte.
    fileprivate var text: String {
        String(validating: self, as: UTF8.self) ?? String(String.UnicodeScalarView(map { Unicode.Scalar($0) }))
    }
}
