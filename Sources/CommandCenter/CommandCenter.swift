import ArgumentParser

/// The program: a desk, and every action of it as a sub-command.
@main
struct CommandCenter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "command-center", abstract: "两级社会治理指挥中心的指挥台。",
    discussion: """
      不带子命令时打开指挥台。退出码：
        0   办成
        2   被规则拒绝，或导入时有拒收
        3   城市各表、列映射、演练目录或命令文件有错误
        4   日志打不开、读不了或写不了
        5   没有这件工单、这个席位或这个文件
        6   查验不符
        7   终端用不了
        8   输出写不出去
        64  用法不对
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "指挥台",
        subcommands: [
          DeskCommand.self, ReplayCommand.self, SnapshotCommand.self, OrdersCommand.self, ShowOrderCommand.self,
          RatesCommand.self,
          LeadsCommand.self, ProposalsCommand.self, GridsCommand.self, PartnersCommand.self,
        ]),
      CommandGroup(
        name: "办理",
        subcommands: [
          FileCommand.self, DeclineCommand.self, ClaimCommand.self, TakeOverCommand.self, ReleaseCommand.self,
          DispatchCommand.self, RedispatchCommand.self, SignCommand.self, FeedBackCommand.self, InspectCommand.self,
          CloseCommand.self, ReopenCommand.self, NoteCommand.self, UndoCommand.self, VerifySiteCommand.self,
          SettleCommand.self, StepCommand.self, ContactCommand.self, AssistCommand.self,
          BranchCommand.self, SuggestCommand.self,
        ]),
      CommandGroup(
        name: "审批与层级",
        subcommands: [
          RequestReturnCommand.self, RequestSuspensionCommand.self, RequestExtensionCommand.self, ApproveCommand.self,
          DenyCommand.self, WithdrawCommand.self, ResumeCommand.self, EscalateCommand.self, DelegateCommand.self,
        ]),
      CommandGroup(
        name: "来件人、督办、并单",
        subcommands: [
          AnswerCommand.self, FollowUpCommand.self, AnswerBackCommand.self, UrgeCommand.self, SuperviseCommand.self,
          RaiseCommand.self, NoticeCommand.self,
          InstructCommand.self, StrikeOffCommand.self, ExcludeCommand.self, UnmaskCommand.self, MergeCommand.self,
          SplitCommand.self, DistinguishCommand.self,
        ]),
      CommandGroup(
        name: "值班",
        subcommands: [ResponseCommandGroup.self, HandOverCommandGroup.self, LogCommand.self, PointsCommandGroup.self]),
      CommandGroup(
        name: "数据",
        subcommands: [
          ImportCommand.self, CheckCommand.self, VerifyCommand.self, JournalCommand.self, BackupCommand.self,
          RestoreCommand.self, ClockCommand.self, CorrelateCommand.self,
        ]),
      CommandGroup(name: "演练", subcommands: [DrillCommand.self]),
    ],
    defaultSubcommand: DeskCommand.self)
}
