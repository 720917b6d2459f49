/// SHA-256 (FIPS 180-4), for tests only: the programs use swift-crypto.
func sha256(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  let zeros = (119 - message.count % 64) % 64
  let bits = UInt64(message.count) * 8
  let length: [UInt8] = (0..<8).map { (place: UInt64) in
    UInt8(truncatingIfNeeded: bits >> (56 - 8 * place))
  }
  var padded = message
  padded.append(0x80)
  padded += [UInt8](repeating: 0, count: zeros)
  padded += length
  for start in stride(from: 0, to: padded.count, by: 64) {
    compress(Array(padded[start..<start + 64]), into: &state)
  }
  var digest: [UInt8] = []
  for word in state {
    for shift: UInt32 in [24, 16, 8, 0] { digest.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
  return digest
}

private func compress(_ block: [UInt8], into state: inout [UInt32]) {
  let w = schedule(block)
  var v = state
  for place in 0..<64 {
    let choice: UInt32 = (v[4] & v[5]) ^ (~v[4] & v[6])
    let majority: UInt32 = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
    let s1: UInt32 = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
    let s0: UInt32 = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
    var first: UInt32 = v[7] &+ s1
    first &+= choice
    first &+= constants[place]
    first &+= w[place]
    let second: UInt32 = s0 &+ majority
    v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
  }
  for place in 0..<8 { state[place] &+= v[place] }
}

private func schedule(_ block: [UInt8]) -> [UInt32] {
  var w: [UInt32] = []
  for start in stride(from: 0, to: 64, by: 4) {
    var word: UInt32 = 0
    for byte in block[start..<start + 4] { word = word << 8 | UInt32(byte) }
    w.append(word)
  }
  for place in 16..<64 {
    let early: UInt32 = w[place - 15]
    let late: UInt32 = w[place - 2]
    let s0: UInt32 = turned(early, 7) ^ turned(early, 18) ^ (early >> 3)
    let s1: UInt32 = turned(late, 17) ^ turned(late, 19) ^ (late >> 10)
    var word: UInt32 = w[place - 16] &+ s0
    word &+= w[place - 7]
    word &+= s1
    w.append(word)
  }
  return w
}

private func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
  (word >> count) | (word << (32 - count))
}

private let constants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
