internal import CCurl
internal import CZlib

/// The libraries that pages are fetched and kept with, for the manifest of a run.
public enum FetchLibraries {
  /// The version of zlib that is loaded.
  public static var zlib: String { String(cString: zlibVersion()) }

  /// The version of libcurl that is loaded, with its TLS library.
  public static var curl: String { String(cString: curl_version()) }
}
