import Records
import Vocabulary

/// Takes the day on which an office answered a letter for the day on which both came out.
///
/// Reads: labels such as 答复时间, or 回复时间, on pages of a letter or where a label names the office that answers.
/// Yields: the latest such day, where no later one is given: a page comes out no earlier than its answer.
/// Refuses: times of replies in forums, which no office signs.
struct AnswerDate {
  let fields: LabelledFields

  func read(_ lines: Range<Int>, isLetter: Bool, into found: inout Metadata) {
    var days: [Day] = []
    var isAnswered = isLetter
    for index in lines {
      let line = fields.finder.lines.lines[index]
      // Labels stand beside a date, or alone in a cell.
      guard line.characters <= 80, line.stops == 0, line.digits >= 6 || line.characters <= 16 else {
        continue
      }
      for field in fields.info(index).fields {
        if field.label == .respondent { isAnswered = true }
        guard field.label == .answered else { continue }
        if let date = DateReader(fields.text).first(in: field.value) {
          days.append(date.day)
        } else if field.value.isEmpty, lines.contains(index + 1), let day = fields.firstDay(in: index + 1) {
          days.append(day)
        }
      }
    }
    guard isAnswered, let latest = days.max(), found.published.map({ $0 < latest }) ?? true else { return }
    found.published = latest
    found.rules["published"] = "AnswerDate"
  }
}
