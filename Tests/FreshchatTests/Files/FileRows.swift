import Foundation
import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, files and images.
extension EndpointFolder {
    static let files = EndpointFolder(
        "Files", 2,
        """
        POST files/upload
        POST images/upload
        """,
        calls: [
            .reading(
                "POST files/upload", "files/upload", form: ["file=@a.log"],
                answer: .json(
                    200,
                    """
                    {"file_name":"a.log","file_content_type":"text/plain","file_extension_type":"log",\
                    "file_hash":"h1","file_security_status":"VALID","file_size":3}
                    """)
            ) {
                let file = try await $0.files.upload(.data(Data("abc".utf8), filename: "a.log"))
                let texts = [file.name, file.contentType, file.fileExtension, file.securityStatus]
                texts == ["a.log", "text/plain", "log", "VALID"]
                file.fileHash == "h1"
                file.sizeInBytes == 3
            },
            .reading(
                "POST images/upload", "images/upload", form: ["image=@a.png"],
                answer: .json(
                    200,
                    """
                    {"url":"https://img.example.org/a.png","id":"i1","name":"a.png","content_type":"image/png",\
                    "width":640,"height":480,"thumbnail":{"url":"https://img.example.org/s.png","width":64}}
                    """)
            ) {
                let image = try await $0.files.uploadImage(.data(Data("abc".utf8), filename: "a.png"))
                image.url.absoluteString == "https://img.example.org/a.png"
                [image.id, image.name, image.contentType] == ["i1", "a.png", "image/png"]
                [image.width, image.height, image.thumbnail?.width] == [640, 480, 64]
                image.thumbnail?.url?.absoluteString == "https://img.example.org/s.png"
            },
        ])
}
