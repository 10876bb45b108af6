import Foundation

/// What an nginx of the tests is told. Everything it writes is in one folder.
struct NginxConfiguration {
    let certificates: TestCertificates
    let ports: [NginxServer.Place: Int]
    /// A port of `[::1]`, where the machine has that.
    let portOfIPv6: Int?
    /// The port of 127.0.0.1 that answers instead of it below `/behind/` and `/v3/`.
    let portBehind: Int?

    private var folder: String { certificates.folder.path }

    var text: String {
        let servers = ports.map { place, port in server(place, "127.0.0.1:\(port)") }
        let plain = portOfIPv6.map { [server(.plain, "[::1]:\($0)")] } ?? []
        return """
            daemon off;
            master_process off;
            pid \(folder)/nginx.pid;
            events { worker_connections 512; }
            http {
                log_format line '\(NginxLog.Line.format)';
                access_log /dev/stdout line;
                default_type application/json;
                ssl_protocols TLSv1.2 TLSv1.3;
                keepalive_requests 1000000;
                keepalive_timeout 900s;
                # What waits in a test waits for the test, however slow the machine is; nginx would give up after a minute.
                \(Self.patience.joined(separator: "\n    "))
                \(temporaryFolders.joined(separator: "\n    "))
                # So that a request of the tests' size needs nothing of the server before it is complete.
                http2_body_preread_size 1m;
                client_body_buffer_size 1m;
                client_max_body_size 0;
                # Logs a request when its body is complete, as a service that carries it out would have it.
                server {
                    listen unix:\(folder)/answers;
                    access_log off;
                    return 200 '\(NginxServer.answer)';
                }
            \((servers + plain).joined(separator: "\n"))
            }

            """
    }

    private static let patience = [
        "client_header", "client_body", "send", "proxy_connect", "proxy_send", "proxy_read",
    ].map { "\($0)_timeout 900s;" }

    private var temporaryFolders: [String] {
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder)/\($0);" }
    }

    private func server(_ place: NginxServer.Place, _ address: String) -> String {
        let certificate: TestCertificates.Kind? =
            switch place {
            case .http2, .http1, .oldTLS: .good
            case .expired: .expired
            case .wrongHost: .wrongHost
            case .selfSigned: .selfSigned
            case .plain: nil
            }
        var lines = ["listen \(address)\(certificate == nil ? "" : " ssl")\(place == .http2 ? " http2" : "");"]
        if let certificate {
            lines.append("ssl_certificate \(certificates.file(certificate).path);")
            lines.append("ssl_certificate_key \(certificates.key.path);")
        }
        // OpenSSL counts what TLS 1.1 can do as security level 0.
        if place == .oldTLS { lines += ["ssl_protocols TLSv1.1;", "ssl_ciphers ALL:@SECLEVEL=0;"] }
        let answers = "proxy_pass http://unix:\(folder)/answers;"
        lines.append("location / { \(answers) }")
        lines.append("location /uploads/ { client_body_in_file_only on; \(answers) }")
        lines.append("location /files/ { root \(folder); }")
        lines.append("location /packed/ { alias \(folder)/files/; gzip on; gzip_types application/json; }")
        if let portBehind {
            for place in ["/behind/", "/v3/"] {
                lines.append("location \(place) { proxy_pass http://127.0.0.1:\(portBehind); proxy_buffering off; }")
            }
        }
        return "    server {\n        \(lines.joined(separator: "\n        "))\n    }"
    }
}
