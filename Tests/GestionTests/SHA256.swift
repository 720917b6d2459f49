import Crypto

/// SHA-256 from the library itself, beside what the program computes.
func sha256(_ message: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: message)) }
