import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A transport with a fault", .inTurn, .endsIfItHangs)
struct BrokenTransportTests {
    @Test("is refused, and the law is named", arguments: BrokenTransport.Fault.allCases)
    func refused(fault: BrokenTransport.Fault) async throws {
        let transport = BrokenTransport(fault, over: try TransportKind.libcurl.make())
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                try await checkConformance(of: transport, patience: isWaitedFor(fault) ? .seconds(6) : .seconds(120))
            })
        #expect(error.code.rawValue == "transport_law_broken")
        #expect(error.message.hasPrefix("the transport breaks the law \"\(law(for: fault))\": "), "\(error)")
    }

    @Test("is the only one that is refused")
    func accepted() async throws {
        let transport = BrokenTransport(nil, over: try TransportKind.libcurl.make())
        try await checkConformance(of: transport, patience: .seconds(120))
    }

    @Test("is not checked any longer when the check is canceled")
    func canceled() async throws {
        let begun = AsyncStream.makeStream(of: Void.self)
        let transport = ScriptedTransport { _ in
            begun.continuation.finish()
            try await Task.sleep(for: .seconds(86_400))
            return .empty(200)
        }
        let check = Task { try await checkConformance(of: transport, patience: .seconds(86_400)) }
        for await _ in begun.stream {}
        check.cancel()
        await #expect(throws: CancellationError.self) { try await check.value }
    }

    /// Whether the fault is that something does not come.
    private func isWaitedFor(_ fault: BrokenTransport.Fault) -> Bool {
        [.readsHeadsWithoutEnd, .neverEnds, .ignoresCancellation, .savesHalves, .removesOldFiles].contains(fault)
    }

    private func law(for fault: BrokenTransport.Fault) -> String {
        switch fault {
        case .losesQuery, .dropsField, .takesPatchForPut: "a request arrives as it was given"
        case .callsItAForm, .sendsPartOfFiles:
            "a body arrives whole, with its length, and is called nothing that it is not"
        case .sendsMissingFiles: "a file that cannot be read is refused, and nothing is sent"
        case .keepsCookies, .keepsCredentials: "nothing of a call is in the next one"
        case .mixesAnswersUp: "calls that are made at once each get their own answer"
        case .repeatsWrites, .callsLostOnesUnsent: "a request that may have arrived is not sent again"
        case .asksAgainOn401, .throwsStatuses: "every status is an answer, with its body"
        case .followsRedirects: "a redirect is an answer"
        case .tellsOneOfRepeatedFields, .dropsFieldOfAnswers:
            "all fields of an answer are told, repeated ones in their order"
        case .endsChunksEarly, .waitsForBodyOfHEAD: "an answer ends where it says, and not before"
        case .cutsSilently, .hidesStatusOfCutAnswers: "an answer that is cut is a failure"
        case .callsGarbageCut: "what is not HTTP is told from what is cut"
        case .ignoresLimit, .cutsAtLimit: "no more comes to memory than the call allows"
        case .readsHeadsWithoutEnd: "a head without end is refused"
        case .keepsPacked: "what comes packed on request is unpacked, and its whole size counts"
        case .unpacksFiles: "a file that is packed stays packed"
        case .keepsFilesInMemory, .sharesFiles, .leavesPartsOfFiles:
            "an answer to a file is there, whole and private, and nowhere else"
        case .savesRefusals: "an answer that is no success goes to memory, and leaves the file as it was"
        case .savesHalves, .removesOldFiles:
            "an answer to a file that does not come whole leaves the file as it was"
        case .takesAnyPlace: "a file that cannot be written is a failure"
        case .neverEnds, .endsTooSoon: "no more than the timeout passes, and no less"
        case .ignoresCancellation, .throwsItsOwnWhenCanceled:
            "a canceled call ends at once, with CancellationError"
        case .sendsForCanceledTasks: "a call of a canceled task is not made"
        case .callsRefusedOnesSent, .throwsItsOwn: "where nothing listens, nothing was sent"
        case .callsUnknownNamesLost: "a name that does not exist is told, and nothing was sent"
        case .sendsInTheClear: "what is to be encrypted never goes in the clear"
        }
    }
}
