public import ArgumentParser
public import Pipeline

// Words that options choose between, as the pipeline has them.
extension Diff.Format: ExpressibleByArgument {}
extension LogFormat: ExpressibleByArgument {}
extension Explanation.Format: ExpressibleByArgument {}
extension StatusReport.Format: ExpressibleByArgument {}
extension Suggestions.Format: ExpressibleByArgument {}
