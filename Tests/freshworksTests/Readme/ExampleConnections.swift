import Foundation
import Freshchat
import FreshworksConnections
import FreshworksSandbox

func readmeConnections(
    secrets: URL, values: [String: String], runtime: FreshworksRuntime, newToken: () async throws -> String
) async throws -> [FreshchatClient] {
    let registry = try ConnectionRegistry(store: FileStore(directory: secrets), runtime: runtime)
    let form = CredentialForm(for: .freshchat)  // form.fields: labels, help and choices to draw a screen with
    let draft = try form.connection(from: values)  // or all problems at once, by field
    for mend in draft.repairs { print(mend) }  // what was mended in what people pasted

    let added = try await registry.add(draft)  // verified first, then stored
    let freshchat = try FreshchatClient(added.connection, runtime: runtime)
    print(added.connection.name, added.connection.verdict == .valid, try await freshchat.agents.list().first() != nil)

    try await registry.rotateCredential(of: added.connection.id) {  // running calls wait for it instead of failing
        .freshchat(token: try await newToken())  // generated in Freshchat, where that ends the old one
    }
    let same = try await registry.find(token: added.instanceToken)  // hand out its reveal(), not the key
    return [freshchat] + (try same.map { [try FreshchatClient($0, runtime: runtime)] } ?? [])
}
