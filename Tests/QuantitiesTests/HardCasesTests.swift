import Quantities
import Records
import Testing
import Vocabulary

/// What no peer reads whole: shared multipliers, colloquial endings, set terms, plan periods.
@Suite struct HardCasesTests {
  private func read(_ text: String, published: Day? = nil) throws -> Annotation {
    Annotator(vocabulary: try Vocabulary.builtIn()).annotate(text, published: published)
  }

  @Test func mixedMultipliers() throws {
    let quantity = try #require(try read("投资1亿2千万元").quantities.first)
    #expect(quantity.value == ExactDecimal(120_000_000))
    #expect(quantity.unit == "元")
  }

  @Test func setTermsAreNoQuantities() throws {
    for term in ["十九大", "两委", "第一书记", "一二三产业"] {
      #expect(try read("围绕\(term)开展工作").quantities.isEmpty, "\(term)")
    }
  }
}
