import ArgumentParser

/// Processes that put a journal under stress, for tests and benchmarks.
@main
struct JournalStress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "JournalStress", abstract: "Put a journal under stress.",
    subcommands: [
      Fill.self, ReadTimes.self, Writer.self, Checkpointer.self, Opener.self, Victim.self, Racer.self, Holder.self,
      Bare.self, Year.self, PastTimes.self,
    ])
}
