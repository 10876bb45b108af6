import Foundation

/// A session as its store keeps it.
struct SessionRecord: Sendable {
    /// Of which consent the tokens are. Another consent starts another family.
    var family: String
    /// How many pairs this family has had. A higher one is newer, whatever the clocks say.
    var generation: Int
    var tokens: OAuthTokens
    /// Whose tokens these are: they go back to this server, as this client, only.
    var server: Server
    /// Who is refreshing.
    var claim: Claim?
    /// Why the server took the session back, as an error's code.
    var refusal: String?

    struct Server: Sendable, Hashable {
        var tokenURL: String
        var clientID: String

        init(tokenURL: String, clientID: String) {
            self.tokenURL = tokenURL
            self.clientID = clientID
        }

        init(_ configuration: OAuthConfiguration) {
            self.init(tokenURL: configuration.tokenURL.absoluteString, clientID: configuration.clientID)
        }
    }

    /// A refresh under way. It ends with the next change of the record, or when its time is over.
    struct Claim: Sendable, Hashable {
        var owner: String
        /// How long others have to leave the refresh to the owner.
        var lasts: Duration
        /// When that ends by the owner's calendar clock. For people who look; and it tells one claim from the next.
        var until: Date
    }

    init(
        family: String, generation: Int, tokens: OAuthTokens, server: Server, claim: Claim? = nil,
        refusal: String? = nil
    ) {
        self.family = family
        self.generation = generation
        self.tokens = tokens
        self.server = server
        self.claim = claim
        self.refusal = refusal
    }

    /// Whether this record is of the same consent and has a newer pair.
    func isNewer(than other: SessionRecord) -> Bool {
        family == other.family && generation > other.generation
    }

    /// Whether both records hold the same pair, whoever claims to refresh it.
    func holdsSamePair(as other: SessionRecord) -> Bool {
        family == other.family && generation == other.generation
            && tokens.accessToken == other.tokens.accessToken
    }

    /// The first record of a new consent.
    init(_ tokens: OAuthTokens, server: Server, after former: SessionRecord?) {
        self.init(
            family: RandomName.make(), generation: (former?.generation ?? 0) + 1, tokens: tokens, server: server)
    }

    /// The record of the next pair of the same consent.
    func next(_ tokens: OAuthTokens) -> SessionRecord {
        var record = self
        record.tokens = tokens
        record.generation += 1
        record.claim = nil
        record.refusal = nil
        return record
    }
}

extension SessionRecord {
    private static let schema: Int64 = 1

    var data: Data {
        let milliseconds = claim.map { Int64($0.lasts / .milliseconds(1)) }
        let json: JSONValue = [
            "schema": .number(JSONNumber(Self.schema)), "family": .string(family),
            "generation": .number(JSONNumber(Int64(generation))), "tokens": .object(tokens.json),
            "token_url": .string(server.tokenURL), "client_id": .string(server.clientID),
            "claim": claim.map {
                [
                    "owner": .string($0.owner), "milliseconds": .number(JSONNumber(milliseconds ?? 0)),
                    "until": .string(Timestamp.format($0.until, milliseconds: true)),
                ]
            } ?? .null,
            "refusal": refusal.map { .string($0) } ?? .null,
        ]
        return json.serialized()
    }

    /// - Throws: ``FreshworksError/Code/malformedSession``, never quoting the data.
    init(data: Data) throws {
        guard let json = try? JSONValue(parsing: data).objectValue, let schema: Int64 = json["schema"] else {
            throw FreshworksError(
                .malformedSession, "the stored session cannot be read",
                advice: "Look whether something else writes under its key; if not, ask the user for consent again.")
        }
        guard schema == Self.schema else {
            throw FreshworksError(
                .malformedSession, "the session was stored by a newer version of this library",
                advice: "Update this program.")
        }
        guard let family: String = json["family"], let generation: Int = json["generation"],
            let tokens: JSONObject = json["tokens"], let tokenURL: String = json["token_url"],
            let clientID: String = json["client_id"]
        else {
            throw FreshworksError(
                .malformedSession, "the stored session lacks a part", advice: "Ask the user for consent again.")
        }
        // One that no session reaches would overflow with the next pair.
        guard generation < 1 << 53 else {
            throw FreshworksError(
                .malformedSession, "the stored session is damaged", advice: "Ask the user for consent again.")
        }
        let refusal: String? = json["refusal"]
        self.init(
            family: family, generation: generation, tokens: try OAuthTokens(json: tokens),
            server: Server(tokenURL: tokenURL, clientID: clientID), claim: Claim(json: json["claim"]),
            refusal: refusal.map { OAuthSyntax.isErrorWord($0) ? $0 : "unknown" })
    }
}

extension SessionRecord.Claim {
    fileprivate init?(json: JSONObject?) {
        guard let json, let owner: String = json["owner"], let milliseconds: Int64 = json["milliseconds"],
            let until: Date = json["until"]
        else { return nil }
        self.init(owner: owner, lasts: .milliseconds(milliseconds).withinClaimLimits, until: until)
    }
}

extension Duration {
    /// The nearest length that a claim can have: nobody shall wait for ever for what a damaged record says.
    var withinClaimLimits: Duration { min(max(self, .milliseconds(100)), .seconds(600)) }
}

extension FreshworksError.Code {
    /// What the store holds under a session's key is not a session.
    public static let malformedSession = Self(rawValue: "malformed_session")
}
