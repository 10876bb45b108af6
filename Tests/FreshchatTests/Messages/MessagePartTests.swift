import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Freshchat message parts")
struct MessagePartTests {
    private static func url(_ name: String) throws -> URL {
        try #require(URL(string: "https://img.example.org/\(name)"))
    }

    /// What a message of one part has on the wire, and the part as it is read from there.
    private func sent(_ part: OutgoingPart) async throws -> (JSONText, MessagePart) {
        let wire = ScriptedTransport(.json(200, #"{"id":"m1"}"#))
        try await freshchat(wire).messages.send(MessageDraft(from: .bot(), parts: [part]), to: "c1")
        guard case .bytes(let body) = wire.requests[0].body else { throw FreshworksError(.invalidArgument, "no body") }
        let parts = try #require(try JSONValue(parsing: body)["message_parts"]?.arrayValue)
        #expect(parts.count == 1)
        return (JSONText(parts[0].description), try parts[0].record())
    }

    @Test("text")
    func text() async throws {
        let (wire, part) = try await sent(.text("Grüße \"1\""))
        #expect(wire == #"{"text":{"content":"Grüße \"1\""}}"#)
        #expect(part.kind == .text)
        #expect(part.text == "Grüße \"1\"")
    }

    @Test("image")
    func image() async throws {
        let (wire, part) = try await sent(.image(Self.url("a.png")))
        #expect(wire == #"{"image":{"url":"https://img.example.org/a.png"}}"#)
        #expect(part.kind == .image)
        #expect(part.image?.url == (try Self.url("a.png")))
    }

    @Test("file")
    func file() async throws {
        let (wire, part) = try await sent(
            .file(
                name: "log.txt", fileHash: "h1", sizeInBytes: 5_000_000_000, contentType: "text/plain",
                fileExtension: "txt"))
        #expect(
            wire == """
                {"file":{"name":"log.txt","fileHash":"h1","file_size_in_bytes":5000000000,"content_type":"text/plain",\
                "file_extension":"txt"}}
                """)
        #expect(part.kind == .file)
        #expect(part.file?.name == "log.txt")
        #expect(part.file?.fileHash == "h1")
        #expect(part.file?.sizeInBytes == 5_000_000_000)
        #expect(part.file?.contentType == "text/plain")
        #expect(part.file?.fileExtension == "txt")
    }

    @Test("video and audio")
    func media() async throws {
        let (video, videoPart) = try await sent(.video(Self.url("v.mp4"), contentType: "video/mp4"))
        #expect(video == #"{"video":{"url":"https://img.example.org/v.mp4","content_type":"video/mp4"}}"#)
        #expect(videoPart.kind == .video)
        #expect(videoPart.video?.url == (try Self.url("v.mp4")))
        #expect(videoPart.video?.contentType == "video/mp4")
        let (audio, audioPart) = try await sent(.audio(Self.url("a.mp3")))
        #expect(audio == #"{"audio":{"url":"https://img.example.org/a.mp3"}}"#)
        #expect(audioPart.kind == .audio)
        #expect(audioPart.audio?.url == (try Self.url("a.mp3")))
        #expect(audioPart.audio?.contentType == nil)
    }

    @Test("url_button")
    func urlButton() async throws {
        let (wire, part) = try await sent(.urlButton(Self.url("?a=1&b=2"), label: "Open", target: .sameTab))
        #expect(wire == #"{"url_button":{"url":"https://img.example.org/?a=1&b=2","label":"Open","target":"_self"}}"#)
        #expect(part.kind == .urlButton)
        #expect(part.urlButton?.url == (try Self.url("?a=1&b=2")))
        #expect(part.urlButton?.label == "Open")
        #expect(part.urlButton?.target == .sameTab)
    }

    @Test("quick_reply_button")
    func quickReplyButton() async throws {
        let (wire, part) = try await sent(
            .quickReplyButton(
                "Again", customReplyText: "Send it again", payload: "p", displayOrder: 2, type: .resendOTP))
        #expect(
            wire == """
                {"quick_reply_button":{"label":"Again","custom_reply_text":"Send it again","payload":"p",\
                "display_order":2,"type":"RESEND_OTP"}}
                """)
        #expect(part.kind == .quickReplyButton)
        #expect(part.quickReplyButton?.label == "Again")
        #expect(part.quickReplyButton?.customReplyText == "Send it again")
        #expect(part.quickReplyButton?.payload == "p")
        #expect(part.quickReplyButton?.displayOrder == 2)
        #expect(part.quickReplyButton?.type == .resendOTP)
    }

    @Test("collection")
    func collection() async throws {
        let (wire, part) = try await sent(.collection([.text("a"), .quickReplies("Yes")]))
        #expect(
            wire == """
                {"collection":{"sub_parts":[{"text":{"content":"a"}},\
                {"collection":{"sub_parts":[{"quick_reply_button":{"label":"Yes"}}]}}]}}
                """)
        #expect(part.kind == .collection)
        #expect(part.collection == [.text("a"), OutgoingPart.quickReplies("Yes").part])
    }

    @Test("template_content")
    func template() async throws {
        let card = TemplatePart.Section(name: "title", parts: [.text("Shoes"), .callback("Buy", payload: "42")])
        let (wire, part) = try await sent(.template(.carouselCard, sections: [card]))
        #expect(
            wire == """
                {"template_content":{"type":"carousel_card_default","sections":[{"name":"title",\
                "parts":[{"text":{"content":"Shoes"}},{"callback":{"label":"Buy","payload":"42"}}]}]}}
                """)
        #expect(part.kind == .templateContent)
        #expect(part.template?.type == .carouselCard)
        #expect(part.template?.sections?.map(\.name) == ["title"])
        #expect(part.template?.sections?.first?.parts?.map(\.kind) == [.text, .callback])
    }

    @Test("callback, reference and email")
    func others() async throws {
        let (callback, callbackPart) = try await sent(.callback("Buy", payload: "42"))
        #expect(callback == #"{"callback":{"label":"Buy","payload":"42"}}"#)
        #expect(callbackPart.kind == .callback)
        #expect(callbackPart.callback?.label == "Buy")
        #expect(callbackPart.callback?.payload == "42")
        let (reference, referencePart) = try await sent(
            .reference("See", referenceID: "r1", placeholderReferenceID: "p1"))
        #expect(
            reference == #"{"reference":{"label":"See","reference_id":"r1","placeholder_reference_id":"p1"}}"#)
        #expect(referencePart.kind == .reference)
        #expect(referencePart.reference?.label == "See")
        #expect(referencePart.reference?.referenceID == "r1")
        #expect(referencePart.reference?.placeholderReferenceID == "p1")
        let (email, emailPart) = try await sent(.email("<p>Hi</p>", subject: "Hello"))
        #expect(email == #"{"email":{"content":"<p>Hi</p>","subject":"Hello"}}"#)
        #expect(emailPart.kind == .email)
        #expect(emailPart.email?.content == "<p>Hi</p>")
        #expect(emailPart.email?.subject == "Hello")
    }

    @Test("a part of a kind that is new is kept, and can be sent")
    func unknown() async throws {
        let received = try RecordProbe<MessagePart>(#"{"hologram":{"shape":"cube","sides":6.0}}"#, required: []).record
        #expect(received.kind == MessagePart.Kind(rawValue: "hologram"))
        let known: [Any?] = [
            received.text, received.image, received.file, received.video, received.audio, received.urlButton,
            received.quickReplyButton, received.collection, received.template, received.callback, received.reference,
            received.email, received.attachmentInput, received.textInput, received.helpText,
        ]
        #expect(known.allSatisfy { $0 == nil })
        #expect(try await sent(#require(OutgoingPart(received))).0 == #"{"hologram":{"shape":"cube","sides":6.0}}"#)
        let hologram = OutgoingPart(OutgoingPart.Kind(rawValue: "hologram"), ["shape": "ball"])
        #expect(try await sent(hologram).0 == #"{"hologram":{"shape":"ball"}}"#)
        #expect(MessagePart(json: [:]).kind == nil)
    }

    @Test(
        "what bots ask with is read, and cannot be sent on, nor what holds it",
        arguments: ["text_input", "attachment_input", "help_text"])
    func onlyReceived(kind: String) async throws {
        let part = MessagePart(json: JSONObject([(kind, ["label": "Name?"] as JSONValue)]))
        #expect(part.kind?.rawValue == kind)
        let read: [JSONValue?] = [part.textInput, part.attachmentInput, part.helpText]
        #expect(read.compactMap(\.self) == [["label": "Name?"]])
        let inner = JSONValue.object(part.json)
        let holders: [JSONObject] = [
            part.json, ["collection": ["sub_parts": [["text": ["content": "a"]], inner]]],
            ["template_content": ["type": "carousel", "sections": [["name": "s", "parts": [inner]]]]],
        ]
        for json in holders {
            #expect(OutgoingPart(MessagePart(json: json)) == nil)
            // Whoever makes it of its JSON is told before anything is sent.
            let made = try #require(OutgoingPart(json: .object(json)))
            await expectRefusal(.invalidArgument) { _ = try await sent(made) }
        }
        #expect(OutgoingPart(MessagePart(json: [:])) == nil)
    }

    @Test("an image as it is received, and nulls")
    func receivedImage() throws {
        let probe = try RecordProbe<ImagePart>(
            #"{"url":"https://img.example.org/a.png","contentType":"image/png","width":640,"height":480,"#
                + #""thumbnail":{"url":"https://img.example.org/t.png","content_type":"image/jpeg","width":64}}"#,
            required: [])
        probe.reads(\.url?.absoluteString, "https://img.example.org/a.png")
        probe.reads(\.contentType, "image/png")
        probe.reads(\.width, 640)
        probe.reads(\.height, 480)
        probe.reads(\.thumbnail?.url?.absoluteString, "https://img.example.org/t.png")
        probe.reads(\.thumbnail?.contentType, "image/jpeg")
        probe.reads(\.thumbnail?.width, 64)
    }

    @Test("a file as it is received, in both spellings, and nulls")
    func receivedFile() throws {
        let probe = try RecordProbe<FilePart>(
            #"{"name":"log.txt","url":"https://img.example.org/f","file_size_in_bytes":12,"content_type":"text/plain","#
                + #""file_extension":"txt","fileHash":"h1","fileSource":"FRESHCHAT"}"#, required: [])
        probe.reads(\.name, "log.txt")
        probe.reads(\.url?.absoluteString, "https://img.example.org/f")
        probe.reads(\.sizeInBytes, 12)
        probe.reads(\.contentType, "text/plain")
        probe.reads(\.fileExtension, "txt")
        probe.reads(\.fileHash, "h1")
        probe.reads(\.source, .freshchat)
        let other = try RecordProbe<FilePart>(
            #"{"file_hash":"h2","contentType":"text/csv","fileSource":"MOON"}"#, required: [])
        other.reads(\.fileHash, "h2")
        other.reads(\.contentType, "text/csv")
        other.reads(\.source, FilePart.Source(rawValue: "moon"))
    }

    @Test("every other kind as it is received, and nulls")
    func receivedOthers() throws {
        let media = try RecordProbe<MediaPart>(
            #"{"url":"https://img.example.org/v.mp4","content_type":"video/mp4"}"#, required: [])
        media.reads(\.url?.absoluteString, "https://img.example.org/v.mp4")
        media.reads(\.contentType, "video/mp4")
        let other = try RecordProbe<MediaPart>(#"{"contentType":"audio/mpeg"}"#, required: [])
        other.reads(\.contentType, "audio/mpeg")
        let urlButton = try RecordProbe<URLButton>(
            #"{"url":"https://img.example.org/","label":"Open","target":"_blank"}"#, required: [])
        urlButton.reads(\.url?.absoluteString, "https://img.example.org/")
        urlButton.reads(\.label, "Open")
        urlButton.reads(\.target, .newTab)
        let reply = try RecordProbe<QuickReplyButton>(
            #"{"label":"Yes","custom_reply_text":"Yes, please","payload":"p","display_order":1,"type":"RESEND_OTP"}"#,
            required: [])
        reply.reads(\.label, "Yes")
        reply.reads(\.customReplyText, "Yes, please")
        reply.reads(\.payload, "p")
        reply.reads(\.displayOrder, 1)
        reply.reads(\.type, .resendOTP)
        let template = try RecordProbe<TemplatePart>(#"{"type":"carousel","sections":[{"name":"s"}]}"#, required: [])
        template.reads(\.type, .carousel)
        template.reads(\.sections?.first?.name, "s")
        let section = try RecordProbe<TemplatePart.Section>(
            #"{"name":"s","parts":[{"text":{"content":"a"}}]}"#, required: [])
        section.reads(\.name, "s")
        section.reads(\.parts, [.text("a")])
        let callback = try RecordProbe<CallbackPart>(#"{"label":"Buy","payload":"42"}"#, required: [])
        callback.reads(\.label, "Buy")
        callback.reads(\.payload, "42")
        let reference = try RecordProbe<ReferencePart>(
            #"{"label":"See","reference_id":"r1","placeholder_reference_id":"p1"}"#, required: [])
        reference.reads(\.label, "See")
        reference.reads(\.referenceID, "r1")
        reference.reads(\.placeholderReferenceID, "p1")
        let email = try RecordProbe<EmailPart>(#"{"content":"<p>Hi</p>","subject":"Hello"}"#, required: [])
        email.reads(\.content, "<p>Hi</p>")
        email.reads(\.subject, "Hello")
    }
}
