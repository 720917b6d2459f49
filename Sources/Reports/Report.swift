/// Which agents handed in their attestation: the rows of HR's list, in order, and their counts.
///
/// Its input holds no answer and no score, so that no format can show one (`rgpd.md` §5).
package struct Report: Sendable {
  /// Sorted by employer, direction, service, name, first name (folded), then identifier; rows
  /// attached to nobody come last.
  package let rows: [Row]
  package let tally: Tally
  /// Files left out, lines left out, records joined to nobody for sure, zeros forgiven.
  package let remarks: [Remark]

  /// Joins what the depot holds with HR's list; without a list, a row holds a record only.
  ///
  /// Records outside `period` do not count: their agent may be « Non remis ». Of several records
  /// of one person for one course, the newest version holds, then the latest day.
  package init(
    _ intake: Intake, agents list: AgentList?, period: Period = Period(),
    sortedBy grouping: Grouping? = nil
  ) {
    var attachment = Attachment(list?.agents)
    for filed in intake.records.sorted(by: { $0.file < $1.file }) {
      attachment.add(filed, in: period)
    }
    rows = attachment.rows.inOrder(by: grouping)
    remarks = intake.remarks + (list?.remarks ?? []) + attachment.remarks
    var tally = attachment.tally
    tally.seen = intake.count
    tally.leftOut = intake.remarks.count
    tally.linesLeftOut = list?.linesLeftOut ?? 0
    self.tally = tally
  }
}
