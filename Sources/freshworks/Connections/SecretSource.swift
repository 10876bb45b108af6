import FreshworksCore

/// Where a secret on its way into a connection comes from. It is never an argument.
enum SecretSource {
    /// Reads the secret: from the file or variable that is named, from standard input, or from the terminal without echo.
    /// - Throws: ``Misuse`` when it cannot be read. Nothing of it is repeated.
    static func read(_ arguments: Arguments, _ context: CommandContext, asking prompt: String) throws -> Secret {
        let file = try arguments.one("--secret-file")
        let variable = try arguments.one("--secret-env")
        guard file == nil || variable == nil else { throw Misuse("give --secret-file or --secret-env, not both") }
        if let file {
            return try wrap(
                FreshworksEnvironment.secret("SECRET", in: ["SECRET_FILE": file]), "the file given to --secret-file")
        }
        if let variable {
            return try wrap(context.environment[variable].map { Secret($0) }, "the variable given to --secret-env")
        }
        return try wrap(try context.console.readSecret(prompt), "standard input")
    }

    private static func wrap(_ secret: Secret?, _ source: String) throws -> Secret {
        guard let secret, !secret.isEmpty else { throw Misuse("\(source) holds no secret") }
        return secret
    }
}
