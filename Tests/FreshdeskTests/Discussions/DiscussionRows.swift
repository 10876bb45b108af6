import Foundation
import Freshdesk
import TestSupport

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
        calls: categoryCalls, forumCalls, topicCalls, commentCalls)

    private static let categoryCalls: [WireCall] = [
        .reading("GET discussions/categories", "discussions/categories?per_page=100", answer: category.list()) {
            category.facts(try await $0.discussions.categories.list().all())
        },
        .reading(
            "POST discussions/categories", "discussions/categories", #"{"name":"How to","description":"?"}"#,
            answer: category.answer(201)
        ) {
            category.facts(
                try await $0.discussions.categories.create(ForumCategoryDraft(name: "How to") { $0.description = "?" }))
        },
        .reading("GET discussions/categories/{id}", "discussions/categories/1", answer: category.answer()) {
            category.facts(try await $0.discussions.categories.get(1))
        },
        .reading(
            "PUT discussions/categories/{id}", "discussions/categories/1", #"{"description":null}"#,
            answer: category.answer()
        ) {
            category.facts(
                try await $0.discussions.categories.update(1, ForumCategoryUpdate { $0.description = .clear }))
        },
        .silent("DELETE discussions/categories/{id}", "discussions/categories/1") {
            try await $0.discussions.categories.delete(1)
        },
    ]

    private static let forumCalls: [WireCall] = [
        .reading(
            "GET discussions/categories/{id}/forums", "discussions/categories/1/forums?per_page=100",
            answer: forum.list()
        ) { forum.facts(try await $0.discussions.forums.list(in: 1).all()) },
        .reading(
            "POST discussions/categories/{id}/forums", "discussions/categories/1/forums",
            #"{"name":"Ideas","forum_type":2,"forum_visibility":4,"company_ids":[7]}"#, answer: forum.answer(201)
        ) {
            let draft = ForumDraft(name: "Ideas", type: .ideas, visibility: .companies) { $0.companyIDs = [7] }
            forum.facts(try await $0.discussions.forums.create(in: 1, draft))
        },
        .reading("GET discussions/forums/{id}", "discussions/forums/5", answer: forum.answer()) {
            forum.facts(try await $0.discussions.forums.get(5))
        },
        .reading(
            "PUT discussions/forums/{id}", "discussions/forums/5", #"{"forum_category_id":2}"#, answer: forum.answer()
        ) { forum.facts(try await $0.discussions.forums.update(5, ForumUpdate { $0.categoryID = 2 })) },
        .silent("DELETE discussions/forums/{id}", "discussions/forums/5") {
            try await $0.discussions.forums.delete(5)
        },
        .silent("POST discussions/forums/{id}/follow", "discussions/forums/5/follow") {
            try await $0.discussions.forums.follow(5)
        },
        .silent("DELETE discussions/forums/{id}/follow", "discussions/forums/5/follow?user_id=2") {
            try await $0.discussions.forums.unfollow(5, userID: 2)
        },
        .reading("GET discussions/forums/{id}/follow", "discussions/forums/5/follow?user_id=2", answer: .empty(404)) {
            try await $0.discussions.forums.isFollowed(5, userID: 2) == false
        },
    ]

    private static let topicCalls: [WireCall] = [
        .reading(
            "GET discussions/forums/{id}/topics", "discussions/forums/5/topics?per_page=100", answer: topic.list()
        ) { topic.facts(try await $0.discussions.topics.list(in: 5).all()) },
        .reading(
            "POST discussions/forums/{id}/topics", "discussions/forums/5/topics",
            #"{"title":"How","message":"<p>?</p>","sticky":true}"#, answer: topic.answer(201)
        ) {
            let draft = ForumTopicDraft(title: "How", message: "<p>?</p>") { $0.isSticky = true }
            topic.facts(try await $0.discussions.topics.create(in: 5, draft))
        },
        .reading("GET discussions/topics/{id}", "discussions/topics/3", answer: topic.answer()) {
            topic.facts(try await $0.discussions.topics.get(3))
        },
        .reading(
            "PUT discussions/topics/{id}", "discussions/topics/3",
            #"{"message":"x","locked":true,"stamp_type":6,"forum_id":4}"#, answer: topic.answer()
        ) {
            topic.facts(
                try await $0.discussions.topics.update(
                    3,
                    ForumTopicUpdate {
                        $0.message = "x"
                        $0.isLocked = true
                        $0.stamp = .answered
                        $0.forumID = 4
                    }))
        },
        .silent("DELETE discussions/topics/{id}", "discussions/topics/3") {
            try await $0.discussions.topics.delete(3)
        },
        .silent("POST discussions/topics/{id}/follow", "discussions/topics/3/follow", #"{"user_id":2}"#) {
            try await $0.discussions.topics.follow(3, userID: 2)
        },
        .silent("DELETE discussions/topics/{id}/follow", "discussions/topics/3/follow") {
            try await $0.discussions.topics.unfollow(3)
        },
        .reading("GET discussions/topics/{id}/follow", "discussions/topics/3/follow", answer: .empty(204)) {
            try await $0.discussions.topics.isFollowed(3)
        },
        .reading(
            "GET discussions/topics/followed_by", "discussions/topics/followed_by?user_id=12&per_page=100",
            answer: topic.list()
        ) { topic.facts(try await $0.discussions.topics.list(followedBy: 12).all()) },
        .reading(
            "GET discussions/topics/participated_by", "discussions/topics/participated_by?per_page=100",
            answer: topic.list()
        ) { topic.facts(try await $0.discussions.topics.list(participatedBy: nil).all()) },
    ]

    private static let commentCalls: [WireCall] = [
        .reading(
            "GET discussions/topics/{id}/comments", "discussions/topics/1/comments?per_page=100",
            answer: comment.list()
        ) { comment.facts(try await $0.discussions.comments.list(in: 1).all()) },
        .reading(
            "POST discussions/topics/{id}/comments", "discussions/topics/1/comments", #"{"body":"So"}"#,
            answer: comment.answer(201)
        ) { comment.facts(try await $0.discussions.comments.create(in: 1, ForumCommentDraft(body: "So"))) },
        .reading(
            "PUT discussions/comments/{id}", "discussions/comments/4", #"{"answer":true}"#, answer: comment.answer()
        ) { comment.facts(try await $0.discussions.comments.update(4, ForumCommentUpdate { $0.isAnswer = true })) },
        .silent("DELETE discussions/comments/{id}", "discussions/comments/4") {
            try await $0.discussions.comments.delete(4)
        },
    ]
}

private let category = Sample<ForumCategory>(
    """
    {"id":1,"name":"How to","description":"Help","created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 1
    $0.name == "How to"
    $0.description == "Help"
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let forum = Sample<Forum>(
    """
    {"id":5,"name":"Ideas","description":"What is missing","position":2,"forum_category_id":1,"forum_type":2,\
    "forum_visibility":4,"company_ids":[7],"topics_count":3,"posts_count":9}
    """
) {
    $0.id == 5
    $0.name == "Ideas"
    $0.description == "What is missing"
    $0.position == 2
    $0.categoryID == 1
    $0.type == .ideas
    $0.visibility == .companies
    $0.companyIDs == [7]
    $0.topicsCount == 3
    $0.postsCount == 9
}

private let topic = Sample<ForumTopic>(
    """
    {"id":3,"title":"How","forum_id":5,"user_id":12,"locked":false,"published":true,"stamp_type":6,"replied_by":13,\
    "sticky":true,"posts_count":1,"hits":20,"user_votes":4,"merged_topic_id":2,"replied_at":"2025-01-04T09:00:00Z",\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 3
    $0.title == "How"
    $0.forumID == 5
    $0.userID == 12
    $0.isLocked == false
    $0.isPublished == true
    $0.stamp == .answered
    $0.repliedBy == 13
    $0.isSticky == true
    $0.postsCount == 1
    $0.hits == 20
    $0.votes == 4
    $0.mergedTopicID == 2
    $0.repliedAt == utc(2025, 1, 4, 9)
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let comment = Sample<ForumComment>(
    """
    {"id":4,"body":"<p>So</p>","body_text":"So","topic_id":1,"forum_id":5,"user_id":12,"published":true,"spam":null,\
    "trash":false,"answer":true,"created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 4
    $0.body == "<p>So</p>"
    $0.bodyText == "So"
    $0.topicID == 1
    $0.forumID == 5
    $0.userID == 12
    $0.isPublished == true
    $0.isSpam == nil
    $0.isTrash == false
    $0.isAnswer == true
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
