import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The community of Freshdesk", .inTurn)
struct DiscussionTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name         settable   text  required  | refuses [" "]
            description  clearable  text
            created_at   read       time
            updated_at   read       time
            """
        ).expectFields(of: ForumCategory.Fields.self)
        try FieldSheet(
            """
            name               settable   text    required  | refuses [""]
            description        clearable  text
            forum_type         settable   number  type required  | refuses [0, 5] | sample 4
            forum_visibility   settable   number  visibility required  | refuses [0, 5] | sample 4
            company_ids        settable   ids
            forum_category_id  later      id      categoryID
            position           read       number
            topics_count       read       number
            posts_count        read       number
            """
        ).expectFields(of: Forum.Fields.self)
        try FieldSheet(
            """
            title            settable  text    required  | refuses [""]
            message          sent      text    required  | refuses [" "]
            locked           settable  bool    isLocked
            sticky           settable  bool    isSticky
            stamp_type       settable  number  stamp  | refuses [0, 10] | sample 9
            forum_id         later     id
            user_id          read      id
            published        read      bool    isPublished
            replied_by       read      id
            replied_at       read      time
            posts_count      read      number
            hits             read      number
            user_votes       read      number  votes
            merged_topic_id  read      id
            created_at       read      time
            updated_at       read      time
            """
        ).expectFields(of: ForumTopic.Fields.self)
        try FieldSheet(
            """
            body        settable  text  required  | refuses [""]
            body_text   read      text
            answer      later     bool  isAnswer
            topic_id    read      id
            forum_id    read      id
            user_id     read      id
            published   read      bool  isPublished
            spam        read      bool  isSpam
            trash       read      bool  isTrash
            created_at  read      time
            updated_at  read      time
            """
        ).expectFields(of: ForumComment.Fields.self)
    }

    @Test("the message of a topic is its first comment, and deleting goes down to the comments")
    func sandbox() async throws {
        let talk = try SandboxDesk().client.discussions
        let category = try await talk.categories.create(ForumCategoryDraft(name: "Help"))
        let forum = try await talk.forums.create(in: category.id, ForumDraft(name: "Questions", type: .questions))
        #expect(forum.categoryID == category.id)
        #expect(forum.json["created_at"] == nil)
        let topic = try await talk.topics.create(
            in: forum.id, ForumTopicDraft(title: "How?", message: "<p>Say <b>how</b></p>"))
        #expect(topic.postsCount == 1)
        let answer = try await talk.comments.create(in: topic.id, ForumCommentDraft(body: "So"))
        #expect(try await talk.comments.update(answer.id, ForumCommentUpdate { $0.isAnswer = true }).isAnswer == true)
        #expect(try await talk.comments.list(in: topic.id).all().map(\.bodyText) == ["Say how", "So"])
        #expect(try await talk.forums.get(forum.id).postsCount == 2)
        #expect(try await talk.topics.update(topic.id, ForumTopicUpdate { $0.stamp = .answered }).stamp == .answered)
        await expectRefusal(.validationFailed) {
            _ = try await talk.topics.update(topic.id, ForumTopicUpdate { $0.stamp = .planned })
        }
        await expectRefusal(.validationFailed) {
            _ = try await talk.forums.update(forum.id, ForumUpdate { $0.type = .ideas })
        }
        try await talk.topics.update(
            topic.id,
            ForumTopicUpdate {
                $0.isLocked = true; $0.message = "Other"
            })
        #expect(try await talk.comments.list(in: topic.id).first()?.body == "Other")
        await expectRefusal(.conflict) {
            _ = try await talk.comments.create(in: topic.id, ForumCommentDraft(body: "x"))
        }
        try await talk.categories.delete(category.id)
        await expectRefusal(.notFound) { _ = try await talk.topics.get(topic.id) }
        await expectRefusal(.notFound) { _ = try await talk.comments.list(in: topic.id).all() }
    }

    @Test("people follow forums and topics; others may only be asked about by administrators")
    func following() async throws {
        let desk = try SandboxDesk()
        let talk = desk.client.discussions
        let category = try await talk.categories.create(ForumCategoryDraft(name: "Help"))
        let forum = try await talk.forums.create(in: category.id, ForumDraft(name: "F", type: .problems))
        let topic = try await talk.topics.create(in: forum.id, ForumTopicDraft(title: "T", message: "M"))
        let other = try await desk.agent.agents.me().id
        #expect(try await talk.forums.isFollowed(forum.id) == false)
        try await talk.forums.follow(forum.id)
        #expect(try await talk.forums.isFollowed(forum.id) == true)
        try await talk.forums.unfollow(forum.id)
        #expect(try await talk.forums.isFollowed(forum.id) == false)
        try await talk.topics.follow(topic.id, userID: other)
        #expect(try await talk.topics.list(followedBy: other).all().map(\.id) == [topic.id])
        #expect(try await desk.agent.discussions.topics.list(followedBy: nil).all().map(\.id) == [topic.id])
        #expect(try await talk.topics.list(participatedBy: nil).all().map(\.id) == [topic.id])
        #expect(try await desk.agent.discussions.topics.list(participatedBy: nil).all() == [])
        await expectRefusal(.forbidden) {
            _ = try await desk.agent.discussions.topics.isFollowed(topic.id, userID: 70_040_000_021)
        }
        await expectRefusal(.invalidArgument) { try await talk.topics.follow(topic.id, userID: 0) }
    }
}
