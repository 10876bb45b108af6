import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way from the root to a store's folder: whoever can change a folder on it can put another folder in the store's
/// place.
enum StoreFolderWay {
    /// Refuses a way that others can change.
    ///
    /// A folder that everyone can write to must be sticky, as `/tmp` is: then nobody but its owner can rename what is
    /// in it. The parent must not be a symbolic link, behind which a missing folder would be made wherever the link
    /// leads at the moment. Elsewhere a link will do that belongs to the system or to this user, if the way that it
    /// leads is no worse. What others of a group may do is left to whoever set the group up.
    /// - Throws: ``FreshworksError/Code/storeFailed`` with what is wrong and how to mend it.
    static func check(_ path: String) throws {
        let ancestors = ancestors(of: path)
        for folder in ancestors + [path] {
            var status = stat()
            // What is missing is made by the store, for this user alone.
            guard lstat(folder, &status) == 0 else { return }
            if status.st_mode & S_IFMT == S_IFLNK {
                try checkLink(folder, status, isParent: folder == ancestors.last)
            } else if folder != path {
                try checkWriters(of: folder, status)
            }
        }
    }

    /// From the root on, as the system goes.
    private static func ancestors(of path: String) -> [String] {
        let names = path.split(separator: "/").dropLast()
        return names.reduce(into: ["/"]) { $0.append(($0.last == "/" ? "/" : ($0.last ?? "") + "/") + $1) }
    }

    private static func checkWriters(of folder: String, _ status: stat) throws {
        guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
            throw FreshworksError(
                .storeFailed, "everyone can write to \(folder), and so put another folder in the store's place",
                advice: "Run: chmod o-w \(folder.quotedForShell)")
        }
    }

    private static func checkLink(_ link: String, _ status: stat, isParent: Bool) throws {
        let target = (link as NSString).resolvingSymlinksInPath
        guard !isParent else {
            throw FreshworksError(
                .storeFailed, "\(link) is a symbolic link, which can be turned to another folder",
                advice: "Give the store the folder that it leads to: \(target)")
        }
        guard status.st_uid == 0 || status.st_uid == geteuid() else {
            throw FreshworksError(
                .storeFailed, "\(link) is a symbolic link of user \(status.st_uid), who can turn it to another folder",
                advice: "Give the store a folder on a way without it.")
        }
        guard target != link else { return }
        for folder in ancestors(of: target) + [target] {
            var status = stat()
            if lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                try checkWriters(of: folder, status)
            }
        }
    }
}

extension String {
    /// The text as one word of a shell's command.
    var quotedForShell: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
