import ArgumentParser
import Journal
import SQLiteJournal
import SafeText

/// `command-center verify`: prove a journal.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "查验日志：逐条重算摘要和链，再比对各投影。", discussion: "有断链、缺失、被改时逐处指出，退出码为 6。")

  @OptionGroup var sitting: SittingOptions

  @Flag(name: .long, help: "输出一行 JSON。")
  var json = false

  func run() throws {
    var isClean = true
    try Failure.guarded {
      let (proof, identity) = try prove()
      isClean = proof.isClean
      let output = StandardOutput()
      if json {
        try output.json(ProofRecord(proof, identity: identity))
      } else {
        for line in ProofRecord(proof, identity: identity).lines { try output.line(line) }
      }
      try output.flush()
    }
    if !isClean { throw ExitCode(Failure.Code.proof.rawValue) }
  }

  /// Walks the journal; one that is too damaged to be walked to its end does not prove either.
  private func prove() throws -> (Verification, JournalIdentity) {
    do {
      let store = try JournalFile.open(sitting)
      return (try JournalVerifier.verify(store), store.identity)
    } catch let error as JournalError where error.code == .damaged {
      throw Failure(
        .proof, "日志已损坏，查验走不到底：\(error.subject)（\(error.detail)）。请停用并保留原文件，用最近的备份和交接单上的末端值核对。")
    }
  }
}

/// What a verification came to, as programs read it.
struct ProofRecord: Encodable {
  private let clean: Bool
  private let kind: JournalKind
  private let city: String
  private let site: String
  private let events: Int64
  private let streams: Int
  private let headSequence: Int64
  private let headChain: String
  /// Where the journal left the one that it goes on from.
  private let parent: JournalParent?
  private let engine: String
  private let findings: [Item]

  private struct Item: Encodable {
    let code: String
    let stream: String?
    let version: Int?
    let sequence: Int64?
    let detail: String
    let message: String
  }

  init(_ proof: Verification, identity: JournalIdentity) {
    clean = proof.isClean
    kind = identity.kind
    city = identity.city
    site = identity.site
    events = proof.events
    streams = proof.streams
    headSequence = proof.head.sequence
    headChain = proof.head.chain
    parent = identity.parent
    engine = "SQLite " + SQLiteJournal.engineVersion
    findings = proof.findings.map { finding in
      Item(
        code: finding.code.rawValue, stream: finding.stream.map { $0.kind.rawValue + "/" + $0.id },
        version: finding.version, sequence: finding.sequence, detail: finding.detail,
        message: SafeText(finding.message).string)
    }
  }

  /// The same for people, what is broken first.
  var lines: [String] {
    findings.map {
      $0.message + ($0.detail.isEmpty ? "" : "（\($0.detail)）")
    } + [
      clean ? "完好：\(events) 条事件，\(streams) 个流" : "有 \(findings.count) 处不符：\(events) 条事件，\(streams) 个流",
      "末条 \(headSequence)  链 \(headChain)",
    ]
      + (parent.map { ["分自 \(SafeText($0.journal).string) 第 \($0.sequence) 条  链 \($0.head)"] } ?? [])
      + ["引擎 \(engine)"]
  }
}
