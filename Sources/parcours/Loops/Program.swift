import Display
import Interface

/// The one loop's body: a message changes the state, its effects change the world, and so on.
struct Program: ~Copyable {
  var state: State
  let world: World

  /// Applies a message and all that follows from it.
  mutating func handle(_ message: Message) {
    var effects = state.update(message)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      guard let report = world.perform(effect, for: state.session) else { continue }
      effects += state.update(.report(report))
    }
  }
}
