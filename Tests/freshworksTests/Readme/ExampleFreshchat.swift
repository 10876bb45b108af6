import Freshchat

// The README's code for Freshchat, which its test compares with this file.

func answerEveryone(_ freshchat: FreshchatClient, as agent: Agent) async throws {
    for try await user in freshchat.users.list() {
        for try await conversation in freshchat.users.conversations(of: user.id) {
            let last = try await freshchat.messages.list(in: conversation.id).first()
            print(user.firstName ?? user.id, last?.text ?? "-")
            let answer = MessageDraft(from: .agent(agent.id), text: "We are on it.")
            try await freshchat.messages.send(answer, to: conversation.id)
            let mine = ConversationUpdate {
                $0.status = .assigned
                $0.assignedAgentID = .set(agent.id)
                $0.assignedGroupID = .clear
            }
            try await freshchat.conversations.update(conversation.id, mine)
        }
    }
}
