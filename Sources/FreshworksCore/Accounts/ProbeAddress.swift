import Foundation

extension FreshworksAccount {
    /// The same account with another call to verify credentials, as authorization profiles of integration platforms
    /// hold it.
    /// - Parameters:
    ///   - address: The full address of a GET call, such as `https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters`.
    ///     `{tenant}` as the first label stands for ``name``.
    ///   - expects: What proves the product, as in ``VerificationProbes/Probe/expects``.
    /// - Throws: ``FreshworksError/Code/foreignOrigin`` if the address does not lie in the account's origin;
    ///   ``FreshworksError/Code/invalidPath`` if its path does not stand as written.
    public func verifying(at address: String, expects: [[String]] = []) throws -> FreshworksAccount {
        let expanded = address.replacing("://{tenant}.", with: "://\(name).", maxReplacements: 1)
        guard origin.contains(address: expanded) else {
            throw FreshworksError(
                .foreignOrigin, "the address that verifies credentials does not lie in \(origin)",
                advice: "Use an address of the account itself; {tenant} may only stand for its first label.")
        }
        let parts = PastedAddress(expanded)
        guard !expanded.contains("#") else {
            throw FreshworksError(.invalidPath, "the address that verifies credentials has a fragment")
        }
        let query = QueryItems(written: parts.suffix.dropFirst())
        var account = self
        account.probes = VerificationProbes(
            .init(PathTemplate(written: String(parts.path)), query: query, startsAtOrigin: true, expects: expects))
        _ = try account.url(for: account.probes.preferred)
        return account
    }
}
