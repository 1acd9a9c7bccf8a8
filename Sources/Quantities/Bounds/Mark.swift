import Records

/// What a word beside a number makes of it.
enum Mark {
  case approximate
  case greater
  case greaterOrEqual
  case less
  case lessOrEqual

  /// The relation that it stands for.
  var relation: Relation {
    switch self {
    case .approximate: .approximate
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    }
  }
}
