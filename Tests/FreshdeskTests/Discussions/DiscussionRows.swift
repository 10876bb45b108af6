import Freshdesk
import TestSupport
import Testing

// Source: developers.freshdesk.com/api, discussions.
extension EndpointFolder {
    static let discussions = EndpointFolder(
        "Discussions", 27,
        """
        GET discussions/categories
        POST discussions/categories
        GET discussions/categories/{id}
        PUT discussions/categories/{id}
        DELETE discussions/categories/{id}
        GET discussions/categories/{id}/forums
        POST discussions/categories/{id}/forums
        GET discussions/forums/{id}
        PUT discussions/forums/{id}
        DELETE discussions/forums/{id}
        POST discussions/forums/{id}/follow
        DELETE discussions/forums/{id}/follow
        GET discussions/forums/{id}/follow
        GET discussions/forums/{id}/topics
        POST discussions/forums/{id}/topics
        GET discussions/topics/{id}
        PUT discussions/topics/{id}
        DELETE discussions/topics/{id}
        POST discussions/topics/{id}/follow
        DELETE discussions/topics/{id}/follow
        GET discussions/topics/{id}/follow
        GET discussions/topics/followed_by
        GET discussions/topics/participated_by
        GET discussions/topics/{id}/comments
        POST discussions/topics/{id}/comments
        PUT discussions/comments/{id}
        DELETE discussions/comments/{id}
        """,
        calls: categoryCalls, forumCalls, topicCalls)

    private static let categoryCalls: [WireCall] = [
        .reading(
            "GET discussions/categories", "discussions/categories?per_page=100",
            answer: .json(200, #"[{"id":1,"name":"How to"}]"#)
        ) { try await $0.discussions.categories.list().all().map(\.name) == ["How to"] },
        WireCall("POST discussions/categories", "discussions/categories", #"{"name":"How to","description":"?"}"#) {
            try await $0.discussions.categories.create(ForumCategoryDraft(name: "How to") { $0.description = "?" })
        },
        WireCall("GET discussions/categories/{id}", "discussions/categories/1") {
            _ = try await $0.discussions.categories.get(1)
        },
        WireCall("PUT discussions/categories/{id}", "discussions/categories/1", #"{"description":null}"#) {
            try await $0.discussions.categories.update(1, ForumCategoryUpdate { $0.description = .clear })
        },
        WireCall("DELETE discussions/categories/{id}", "discussions/categories/1", answer: .empty(204)) {
            try await $0.discussions.categories.delete(1)
        },
    ]

    private static let forumCalls: [WireCall] = [
        .reading(
            "GET discussions/categories/{id}/forums", "discussions/categories/1/forums?per_page=100",
            answer: .json(200, #"[{"id":2,"forum_type":2,"forum_visibility":4,"topics_count":3}]"#)
        ) {
            let forum = try await $0.discussions.forums.list(in: 1).first()
            return forum?.type == .ideas && forum?.visibility == .companies && forum?.topicsCount == 3
        },
        WireCall(
            "POST discussions/categories/{id}/forums", "discussions/categories/1/forums",
            #"{"name":"Ideas","forum_type":2,"forum_visibility":4,"company_ids":[7]}"#
        ) {
            let draft = ForumDraft(name: "Ideas", type: .ideas, visibility: .companies) { $0.companyIDs = [7] }
            try await $0.discussions.forums.create(in: 1, draft)
        },
        WireCall("GET discussions/forums/{id}", "discussions/forums/5") { _ = try await $0.discussions.forums.get(5) },
        WireCall("PUT discussions/forums/{id}", "discussions/forums/5", #"{"forum_category_id":2}"#) {
            try await $0.discussions.forums.update(5, ForumUpdate { $0.categoryID = 2 })
        },
        WireCall("DELETE discussions/forums/{id}", "discussions/forums/5", answer: .empty(204)) {
            try await $0.discussions.forums.delete(5)
        },
        WireCall("POST discussions/forums/{id}/follow", "discussions/forums/5/follow", answer: .empty(204)) {
            try await $0.discussions.forums.follow(5)
        },
        WireCall("DELETE discussions/forums/{id}/follow", "discussions/forums/5/follow?user_id=2", answer: .empty(204))
        {
            try await $0.discussions.forums.unfollow(5, userID: 2)
        },
        .reading("GET discussions/forums/{id}/follow", "discussions/forums/5/follow?user_id=2", answer: .empty(404)) {
            try await $0.discussions.forums.isFollowed(5, userID: 2) == false
        },
    ]

    private static let topicCalls: [WireCall] = [
        .reading(
            "GET discussions/forums/{id}/topics", "discussions/forums/5/topics?per_page=100",
            answer: .json(200, #"[{"id":1,"stamp_type":null,"sticky":true,"posts_count":1}]"#)
        ) {
            let topic = try await $0.discussions.topics.list(in: 5).first()
            return topic?.isSticky == true && topic?.stamp == nil && topic?.postsCount == 1
        },
        WireCall(
            "POST discussions/forums/{id}/topics", "discussions/forums/5/topics",
            #"{"title":"How","message":"<p>?</p>","sticky":true}"#
        ) {
            let draft = ForumTopicDraft(title: "How", message: "<p>?</p>") { $0.isSticky = true }
            try await $0.discussions.topics.create(in: 5, draft)
        },
        WireCall("GET discussions/topics/{id}", "discussions/topics/3") { _ = try await $0.discussions.topics.get(3) },
        WireCall(
            "PUT discussions/topics/{id}", "discussions/topics/3",
            #"{"message":"x","locked":true,"stamp_type":6,"forum_id":4}"#
        ) {
            try await $0.discussions.topics.update(
                3,
                ForumTopicUpdate {
                    $0.message = "x"
                    $0.isLocked = true
                    $0.stamp = .answered
                    $0.forumID = 4
                })
        },
        WireCall("DELETE discussions/topics/{id}", "discussions/topics/3", answer: .empty(204)) {
            try await $0.discussions.topics.delete(3)
        },
        WireCall(
            "POST discussions/topics/{id}/follow", "discussions/topics/3/follow", #"{"user_id":2}"#, answer: .empty(204)
        ) { try await $0.discussions.topics.follow(3, userID: 2) },
        WireCall("DELETE discussions/topics/{id}/follow", "discussions/topics/3/follow", answer: .empty(204)) {
            try await $0.discussions.topics.unfollow(3)
        },
        .reading("GET discussions/topics/{id}/follow", "discussions/topics/3/follow", answer: .empty(204)) {
            try await $0.discussions.topics.isFollowed(3)
        },
        .reading(
            "GET discussions/topics/followed_by", "discussions/topics/followed_by?user_id=12&per_page=100",
            answer: .json(200, #"[{"id":1,"user_id":1}]"#)
        ) { try await $0.discussions.topics.list(followedBy: 12).all().map(\.userID) == [1] },
        WireCall(
            "GET discussions/topics/participated_by", "discussions/topics/participated_by?per_page=100",
            answer: .json(200, "[]")
        ) { _ = try await $0.discussions.topics.list(participatedBy: nil).all() },
        .reading(
            "GET discussions/topics/{id}/comments", "discussions/topics/1/comments?per_page=100",
            answer: .json(200, #"[{"id":4,"body_text":"So","answer":false,"spam":null}]"#)
        ) {
            let comment = try await $0.discussions.comments.list(in: 1).first()
            return comment?.bodyText == "So" && comment?.isAnswer == false && comment?.isSpam == nil
        },
        WireCall("POST discussions/topics/{id}/comments", "discussions/topics/1/comments", #"{"body":"So"}"#) {
            try await $0.discussions.comments.create(in: 1, ForumCommentDraft(body: "So"))
        },
        WireCall("PUT discussions/comments/{id}", "discussions/comments/4", #"{"answer":true}"#) {
            try await $0.discussions.comments.update(4, ForumCommentUpdate { $0.isAnswer = true })
        },
        WireCall("DELETE discussions/comments/{id}", "discussions/comments/4", answer: .empty(204)) {
            try await $0.discussions.comments.delete(4)
        },
    ]
}
