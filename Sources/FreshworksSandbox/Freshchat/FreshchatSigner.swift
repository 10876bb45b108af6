import Foundation
import FreshworksCore

/// Signs the sandbox's deliveries. The private key stands here for everybody to read, and signs nothing of worth.
enum FreshchatSigner {
    /// As the webhook settings show it: a SubjectPublicKeyInfo under the label of another form.
    static let publicKey =
        "-----BEGIN RSA PUBLIC KEY-----\n"
        + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1bLWVgZPY9fPJL/04plQRTxqeri72fNJj8Ra8HCht/0aODe/E/E1"
        + "UXnReJ3PWsE7/A0ev6y9udmiI917c/q0gHGFKaiFabvwvLCu7z4L558H+HksL4b3kGdWk5rwG7NcjcIrTKSFwRxASDsNRV9H"
        + "K48rptIVH/dFw048+DIy8pKfFiixBmeLSnkiViZ/NqmFOokQXZOgAiyPstFFsgFJiaIbV2P1bp3YZ7q/hkSEUgOdFuARdaic"
        + "35+Lfp7nDOWc/RvIsgvwusKDqyr8CA3WKbm1g0Mv3/uXwF99cqZpe4mvxH6aBkBIn621VWgV3bYl8SNcrPPmwl+1CYysJ4rS"
        + "cQIDAQAB"
        + "\n-----END RSA PUBLIC KEY-----\n"

    /// The signature of a body, in Base64.
    static func sign(_ body: Data) -> String {
        let encoding = RSAPublicKey.encoding(of: body, byteCount: 256)
        return Data(modulus?.power(encoding, privateExponent) ?? []).base64EncodedString()
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap { $0.hexDigitValue.map(UInt8.init) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static let modulus = OddModulus(
        bytes(
            """
            d5b2d656064f63d7cf24bff4e29950453c6a7ab8bbd9f3498fc45af070a1b7fd1a3837bf13f1355179d1789dcf5ac13b\
            fc0d1ebfacbdb9d9a223dd7b73fab480718529a88569bbf0bcb0aeef3e0be79f07f8792c2f86f7906756939af01bb35c\
            8dc22b4ca485c11c40483b0d455f472b8f2ba6d2151ff745c34e3cf83232f2929f1628b106678b4a792256267f36a985\
            3a89105d93a0022c8fb2d145b2014989a21b5763f56e9dd867babf86448452039d16e01175a89cdf9f8b7e9ee70ce59c\
            fd1bc8b20bf0bac283ab2afc080dd629b9b583432fdffb97c05f7d72a6697b89afc47e9a0640489fadb5556815ddb625\
            f1235cacf3e6c25fb5098cac278ad271
            """))

    /// A short one: the modulus has eight primes, and less one they have most of their factors in common. Without the optimizer
    /// a signature by an exponent of the usual length takes a tenth of a second, and tests wait for hundreds.
    private static let privateExponent = bytes(
        """
        0203cf996eff6e7438d4778aa9c64ad5cd71fbd29d641dc7eeb7105b57a907178fdb3c896f0d0fe201
        """)
}
