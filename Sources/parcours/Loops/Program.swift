import Display
import Interface

/// The one loop's body: a message changes the state, its effects change the world, and so on.
struct Program: ~Copyable {
  var state: State
  let world: World

  /// What the first page asks of the world before anything is typed.
  mutating func begin() { follow(state.arrival) }

  /// Applies a message and all that follows from it.
  mutating func handle(_ message: Message) { follow(state.update(message)) }

  private mutating func follow(_ first: [Effect]) {
    var effects = first
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      guard let report = world.perform(effect, for: state.session) else { continue }
      effects += state.update(.report(report))
    }
  }
}
