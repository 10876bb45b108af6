public import Foundation

/// A folder of the knowledge base, which holds articles and, where the account has that, further folders. Source: Freshdesk API v2,
/// solution folders.
///
/// Its fields are those of ``Fields``.
public struct SolutionFolder: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a folder.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SolutionFolder``, ``SolutionFolderDraft`` and ``SolutionFolderUpdate``.
    public final class Fields: FieldTable {
        /// The name; no other folder beside it may have it.
        public let name = Settable<String>("name", .notBlank)
        /// About the folder.
        public let description = Clearable<String>("description")
        /// The folder that it is in, where the account has folders in folders.
        public let parentFolderID = Settable<Int64>("parent_folder_id", .id)
        /// Who sees it; everybody unless set.
        public let visibility = Settable<SolutionVisibility>("visibility", .within(1...7))
        /// The companies who see it, where `visibility` says so; an update replaces them all.
        public let companyIDs = Settable<[Int64]>("company_ids", .ids)
        /// The segments of contacts who see it, where `visibility` says so; an update replaces them all.
        public let contactSegmentIDs = Settable<[Int64]>("contact_segment_ids", .ids)
        /// The segments of companies who see it, where `visibility` says so; an update replaces them all.
        public let companySegmentIDs = Settable<[Int64]>("company_segment_ids", .ids)
        /// The category that it is in; absent in some lists.
        public let categoryID = ReadOnly<Int64>("category_id")
        /// The category and the folders on the way to it, itself the last.
        public let hierarchy = ReadOnly<[SolutionLevel]>("hierarchy")
        /// How many articles it holds.
        public let articlesCount = ReadOnly<Int>("articles_count")
        /// How many folders it holds.
        public let subfoldersCount = ReadOnly<Int>("sub_folders_count")
        /// Its picture.
        public let iconURL = ReadOnly<URL>("icon_url")
        /// When the folder was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the folder was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A folder to create: the fields of ``SolutionFolder/Fields``.
public typealias SolutionFolderDraft = Draft<SolutionFolder.Fields>

/// What to change of a folder: the fields of ``SolutionFolder/Fields``; what is not set stays as it is.
public typealias SolutionFolderUpdate = Update<SolutionFolder.Fields>

extension SolutionFolderDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = SolutionFolder.Fields.draft(fill) { $0.name = name }
    }
}

/// Who sees a folder of the knowledge base.
public struct SolutionVisibility: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Everybody.
    public static let everybody = Self(rawValue: 1)
    /// Whoever is logged in.
    public static let loggedIn = Self(rawValue: 2)
    /// Agents alone.
    public static let agents = Self(rawValue: 3)
    /// Some companies.
    public static let companies = Self(rawValue: 4)
    /// Bots.
    public static let bots = Self(rawValue: 5)
    /// Some segments of contacts.
    public static let contactSegments = Self(rawValue: 6)
    /// Some segments of companies.
    public static let companySegments = Self(rawValue: 7)
}

/// A step on the way to a folder or an article of the knowledge base.
public struct SolutionLevel: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a step.
    public init(json: JSONObject) { self.json = json }

    /// The id of the category or folder.
    public var id: Int64? { self.data?["id"] }
    /// The name of the category or folder.
    public var name: String? { self.data?["name"] }
    /// The language that the name is in.
    public var language: String? { self.data?["language"] }

    /// The fields of ``SolutionLevel``, which the service alone writes.
    public final class Fields: FieldTable {
        /// 0 for the category, 1 for the first folder.
        public let level = ReadOnly<Int>("level")
        /// `category` or `folder`.
        public let type = ReadOnly<String>("type")
        /// What it is.
        public let data = ReadOnly<JSONObject>("data")

        /// The only instance.
        public static let table = Fields()
    }
}
