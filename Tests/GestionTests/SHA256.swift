import Crypto

/// SHA-256, as the programs give it to what takes it as a closure.
func sha256(_ message: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: message)) }
