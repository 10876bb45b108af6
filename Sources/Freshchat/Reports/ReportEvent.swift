/// What a report is about. Source: Freshchat API v2, report extract.
public struct ReportEvent: OpenEnum {
    /// The service's word, in its own case.
    public let rawValue: String

    /// Makes an event, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Conversations that began.
    public static let conversationCreated = Self(rawValue: "Conversation-Created")
    /// Conversations that an agent got.
    public static let agentAssigned = Self(rawValue: "Conversation-Agent-Assigned")
    /// Conversations that a group got.
    public static let groupAssigned = Self(rawValue: "Conversation-Group-Assigned")
    /// Conversations that were resolved.
    public static let conversationResolved = Self(rawValue: "Conversation-Resolved")
    /// The labels of resolved conversations.
    public static let resolutionLabel = Self(rawValue: "Conversation-Resolution-Label")
    /// Messages that were sent.
    public static let messageSent = Self(rawValue: "Message-Sent")
    /// How long it took to the first answers.
    public static let firstResponseTime = Self(rawValue: "First-Response-Time")
    /// How long it took to answers.
    public static let responseTime = Self(rawValue: "Response-Time")
    /// How long it took to resolve.
    public static let resolutionTime = Self(rawValue: "Resolution-Time")
    /// Ratings by users.
    public static let satisfactionScore = Self(rawValue: "CSAT-Score")
    /// What agents did.
    public static let agentActivity = Self(rawValue: "Agent-Activity")
    /// When agents took conversations.
    public static let agentIntelliAssignActivity = Self(rawValue: "Agent-Intelliassign-Activity")
    /// All that was said.
    public static let chatTranscript = Self(rawValue: "Chat-Transcript")
    /// How agents did.
    public static let agentPerformance = Self(rawValue: "agent-performance")
    /// Interactions.
    public static let interactions = Self(rawValue: "classic")
}

/// How far a report is.
public struct ReportStatus: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It has not begun.
    public static let pending = Self(rawValue: "PENDING")
    /// The service works on it.
    public static let inProgress = Self(rawValue: "IN_PROGRESS")
    /// The files are there.
    public static let completed = Self(rawValue: "COMPLETED")
    /// A part's file is there.
    public static let success = Self(rawValue: "SUCCESS")
    /// There will be no files.
    public static let failed = Self(rawValue: "FAILED")
}
