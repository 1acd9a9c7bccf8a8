/// Who or what a number is about, in the words of the text.
struct Subject: Equatable {
  /// The words that name it in full: 露地蔬菜类播种面积.
  var label: String
  /// Which part of an indicator is meant: `part=幼儿`, `age=35岁以下`.
  var breakdown: [String] = []
  /// The name of the indicator whose part is meant, where the words are those of both.
  var whole: String?
  /// The words without the bounds at their head: 产业基地 of 百亩以上产业基地.
  var core: String
  /// Whether the words are a bound and no noun: 千亩以上.
  var isCondition = false
  /// The words without the noun at the end that says what of it is measured: 露地蔬菜类.
  var stem: String
  /// What the words lack to stand alone.
  var need: Need = .nothing
  /// Whether an owner was found for words that lacked one.
  var isOwned = false
  /// Whether the words are a deed and not a measure: 惠及, 村均.
  var isDeed = false
  /// Whether such a deed was put to its owner: 事故死亡.
  var isOwnedDeed = false
  /// The deed that the words begin with, which a list shares: 新增 of 新增移动基站.
  var deed: String?
  /// Whether the words end as the names of institutions do: 普通中学.
  var isInstitution = false
  /// Whether they name people or things of one: 普通中学招生.
  var isMember = false

  /// What a name lacks to stand alone.
  enum Need {
    case nothing
    /// 产量: of what.
    case owner
    /// 在校学生: of which institution, where one was counted before.
    case institution
  }

  init(_ label: String, stem: String? = nil, need: Need = .nothing, isInstitution: Bool = false) {
    self.label = label
    core = label
    self.stem = stem ?? label
    self.need = need
    self.isInstitution = isInstitution
  }

  /// This measure of the other subject: 产量 of 露地蔬菜类播种面积 is 露地蔬菜类产量.
  func of(_ owner: Subject) -> Subject {
    if owner.label.ends(with: label) || (isDeed && owner.label.begins(with: label)) { return owner }
    // 果园4100亩，户均10.6亩 is 户均果园.
    if isDeed, label.ends(with: "均") {
      var owned = Subject(label + owner.label, stem: owner.stem)
      owned.isOwned = true
      return owned
    }
    // 发生事故3起，死亡1人，受伤2人: the injured are of the accidents and not of the dead.
    let isNext = isDeed && owner.isOwnedDeed
    var whose = owner.stem.isEmpty || (isDeed && !isNext) ? owner.label : owner.stem
    // What was added has no total; what it was added to has: 新增企业5家，总数达到43家.
    if let deed = owner.deed, ["新增", "净增", "增加", "新发展"].contains(deed), !isDeed, whose.begins(with: deed),
      whose != deed
    {
      whose = String(whose.dropFirst(deed.count))
    }
    var owned = Subject(whose + label, stem: whose)
    (owned.isOwned, owned.isOwnedDeed) = (true, isDeed)
    return owned
  }

  /// This part of the other subject: 幼儿 of 在校学生 is 在校学生：幼儿.
  ///
  /// - Parameter parts: the parts, where the words name several.
  func part(of whole: Subject, parts: [String]? = nil) -> Subject {
    var part = Subject(whole.label + "：" + label, stem: stem)
    part.whole = whole.label
    part.breakdown = whole.breakdown + (parts ?? [label]).map { "part=" + $0 }
    return part
  }
}
