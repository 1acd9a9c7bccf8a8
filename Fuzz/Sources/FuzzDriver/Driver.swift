/// What libFuzzer calls with each input.
public typealias FuzzTarget = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: FuzzTarget
) -> CInt

/// Lets libFuzzer try `target` as the arguments of the process say, and returns the status to exit with.
///
/// SwiftPM calls a module's main by a name of its own, so libFuzzer's main is never used: each target hands what its
/// own main is given to this function.
public func drive(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ target: FuzzTarget
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, target)
}
