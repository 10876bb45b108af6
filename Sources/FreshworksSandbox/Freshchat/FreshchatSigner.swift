import Foundation
import FreshworksCore

/// Signs the sandbox's deliveries. The private key stands here for everybody to read, and signs nothing of worth.
enum FreshchatSigner {
    /// As the webhook settings show it: a SubjectPublicKeyInfo under the label of another form.
    static let publicKey =
        "-----BEGIN RSA PUBLIC KEY-----\n"
        + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoyuf5RO1ePlnXm6wStqlEysW5E5axUWDV45kTeaz05lN38jBXxWo"
        + "P8+ht1CY/1eeTc6DGJOSB7PIxaZVQBRSGmEuHDDCcUBbfw9WQ0/eTRrnKPAnqv2BXpXa8UV8watbs2sAkdWtJwEG5MqlKcK5"
        + "5U7AOEXgf88retLFrNhPkvFCFjiugOuzjWece0w55sMbmi8rRIMtqJp3ZZrBhSPrsZ/OKf9jmQTRSqdUpdUURf7zLeAdYaoC"
        + "upd3Km+bmKagtJng5FhV/TIldunzhFSLT5wuG6D6xlJMQIonFVCJewRQa6EDTLyiCMOXQu8272A9WrQNLzIPkbwFusthym0T"
        + "zQIDAQAB"
        + "\n-----END RSA PUBLIC KEY-----\n"

    /// The signature of a body, in Base64.
    static func sign(_ body: Data) -> String {
        let encoding = RSAPublicKey.encoding(of: body, byteCount: 256)
        return Data(OddModulus(modulus)?.power(encoding, privateExponent) ?? []).base64EncodedString()
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap { $0.hexDigitValue.map(UInt8.init) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static let modulus = bytes(
        """
        a32b9fe513b578f9675e6eb04adaa5132b16e44e5ac54583578e644de6b3d3994ddfc8c15f15a83fcfa1b75098ff579e\
        4dce8318939207b3c8c5a6554014521a612e1c30c271405b7f0f56434fde4d1ae728f027aafd815e95daf1457cc1ab5b\
        b36b0091d5ad270106e4caa529c2b9e54ec03845e07fcf2b7ad2c5acd84f92f1421638ae80ebb38d679c7b4c39e6c31b\
        9a2f2b44832da89a77659ac18523ebb19fce29ff639904d14aa754a5d51445fef32de01d61aa02ba97772a6f9b98a6a0\
        b499e0e45855fd322576e9f384548b4f9c2e1ba0fac6524c408a271550897b04506ba1034cbca208c39742ef36ef603d\
        5ab40d2f320f91bc05bacb61ca6d13cd
        """)
    private static let privateExponent = bytes(
        """
        05ad4e2a22098d96f0f1e36e90c549ccb75b80648c5a7fd95ab410447870c7cfbf36019039e6d123518029042947b34a\
        45682aabc4157901b39540461a2d5ad0c7491268962b4640f1d45333dc0bf0f2888781ab81ee2f22cc9a810be201ba65\
        cfef83d3b3aa78ff5b6f545e29d9eef73b9378c64fe4427b1aed92aa398bd7c675fc4748a9da1db59469882d1c6c4ff3\
        59d994e158c5acedd1d5784e5479b50815d47e930f664dd9b53a6f712a83b682b21b53f34b3be22f2f7d4a4e189460fc\
        d9a3bcbab9510197d9c59ca7e2010298e5dd8a06933b0b4e18c63c4c9cd788fe1a47bcc6fb5cbc1b623973f558e515e7\
        2d9df749877c5a898a9b65766c6dd361
        """)
}
