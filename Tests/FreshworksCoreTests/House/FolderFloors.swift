import Foundation

/// Checks that the core's folders use only what lies below them.
///
/// It maps each top-level type to the folder that declares it and looks for the type's name in the code of lower folders.
struct FolderFloors {
    /// Lowest first; folders of one floor may use each other.
    static let core = FolderFloors([
        ["Support", "JSON"], ["Fields"], ["Accounts", "Credentials"], ["Transport"], ["Signing"],
        ["Transport/URLSession"], ["Transport/Curl"],
        ["Calling"], ["Verification", "Paging"], ["Stores"], ["Export"], ["OAuth"],
    ])

    private let floors: [[String]]

    init(_ floors: [[String]]) { self.floors = floors }

    /// One line per use of a type that lies higher than its user, and per file outside the known folders.
    /// - Parameter files: Source text by path below the module's folder.
    func breaches(in files: [String: String]) -> [String] {
        var breaches: [String] = []
        var homes: [String: (folder: String, floor: Int)] = [:]
        var code: [(path: String, floor: Int, words: Set<String>)] = []
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            guard let folder = folder(of: path), let floor = floors.firstIndex(where: { $0.contains(folder) }) else {
                breaches.append("\(path) lies in no known folder")
                continue
            }
            let bare = Self.withoutCommentsAndText(text)
            for match in bare.matches(of: Self.declaration) { homes[String(match.output.1)] = (folder, floor) }
            code.append((path, floor, Set(bare.matches(of: /\w+/).map { String($0.output) })))
        }
        for file in code {
            for word in file.words.sorted() {
                guard let home = homes[word], home.floor > file.floor else { continue }
                breaches.append("\(file.path) uses \(word) of \(home.folder), which lies higher")
            }
        }
        return breaches
    }

    /// The innermost known folder around a file; its own subfolders belong to it.
    private func folder(of path: String) -> String? {
        floors.joined().filter { path.hasPrefix($0 + "/") }.max { $0.count < $1.count }
    }

    private static var declaration: Regex<(Substring, Substring)> {
        /(?m)^(?:public |package |final |indirect |nonisolated )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
    }

    private static func withoutCommentsAndText(_ text: String) -> String {
        text.replacing(/"""[\s\S]*?"""/, with: "").replacing(/(?m)\/\/.*$/, with: "").replacing(/"[^"\n]*"/, with: "")
    }
}
