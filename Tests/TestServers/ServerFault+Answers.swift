package import Fetch

extension ServerFault {
  /// Faults of what is answered.
  package static let answers: [ServerFault] = [
    ServerFault(
      "answers 304 to its own ETag", "sends it back byte for byte", .notModified,
      validators: ("W/\"5f-é\"", nil)
    ) {
      $0.has("If-None-Match: W/\"5f-é\"") ? answer("", status: "304 Not Modified") : answer("new")
    },
    ServerFault(
      "answers 304 to its own date", "sends it back byte for byte", .notModified,
      validators: (nil, "Tue, 24 Nov 2026 08:00:00 GMT")
    ) {
      $0.has("If-Modified-Since: Tue, 24 Nov 2026 08:00:00 GMT")
        ? [.text("HTTP/1.1 304 Not Modified\r\n\r\n"), .keep] : answer("new")
    },
    ServerFault("answers 304 to a first request", "takes it for no page", .failed(.unexpectedStatus)) { _ in
      [.text("HTTP/1.1 304 Not Modified\r\n\r\n"), .keep]
    },
    ServerFault(
      "has another page under the same URL", "archives the new version", .page, validators: ("\"1\"", nil)
    ) { _ in
      answer("new", fields: ["ETag: \"2\""])
    },
    ServerFault("answers 404", "does not ask again in this run", .failed(.notFound)) { _ in
      answer("<h1>404</h1>", status: "404 Not Found")
    },
    ServerFault("answers 410", "does not ask again in this run", .failed(.notFound)) { _ in
      answer("", status: "410 Gone")
    },
    ServerFault("answers 403", "does not ask again in this run", .failed(.refusedByServer)) { _ in
      answer("no", status: "403 Forbidden")
    },
    ServerFault(
      "answers 412 with a script, as guards of sites do", "reports it and evades nothing",
      .failed(.refusedByServer)
    ) { _ in
      answer("<script>document.cookie='a=1'</script>", status: "412 Precondition Failed")
    },
    ServerFault("answers 401 and asks for a password", "sends none", .failed(.refusedByServer)) { _ in
      answer("", status: "401 Unauthorized", fields: ["WWW-Authenticate: Basic realm=\"a\""])
    },
    ServerFault(
      "answers 500", "does not ask again in this run: it is the page's fault", .failed(.serverError)
    ) {
      _ in
      answer("Server Error in '/' Application", status: "500 Internal Server Error")
    },
    ServerFault("answers 502 twice, then the page", "waits and asks again", .page, times: 3) {
      $0.times < 3 ? answer("", status: "502 Bad Gateway") : answer("page")
    },
    ServerFault(
      "answers 503 all the time", "asks three times, each after a longer wait", .failed(.serverError),
      times: 3
    ) { _ in
      answer("", status: "503 Service Unavailable")
    },
    ServerFault(
      "answers 429 with `Retry-After: 1`, then the page", "waits so long and asks again", .page, times: 2
    ) {
      $0.times < 2 ? answer("", status: "429 Too Many Requests", fields: ["Retry-After: 1"]) : answer("page")
    } check: {
      $0.answer.map { $0.started >= TestClock.start + .seconds(1) } == true
    },
    ServerFault(
      "answers 503 with a date in `Retry-After`, then the page", "waits until then and asks again", .page,
      times: 2
    ) {
      $0.times < 2
        ? answer(
          "", status: "503 Service Unavailable", fields: ["Retry-After: Tue, 24 Nov 2026 08:00:01 GMT"])
        : answer("page")
    } check: {
      $0.answer.map { $0.started >= TestClock.start + .seconds(1) } == true
    },
    ServerFault(
      "answers 429 with `Retry-After: 86400`", "leaves the host alone until the next run after that time",
      .rests,
      leavesHost: true
    ) { _ in answer("", status: "429 Too Many Requests", fields: ["Retry-After: 86400"]) },
    ServerFault("answers 204", "takes it for no page", .failed(.unexpectedStatus)) { _ in
      [.text("HTTP/1.1 204 No Content\r\n\r\n"), .keep]
    },
    ServerFault(
      "answers 206 with a part that nobody asked for", "takes it for no page", .failed(.unexpectedStatus)
    ) { _ in
      answer("part", status: "206 Partial Content", fields: ["Content-Range: bytes 0-3/100"])
    },
    ServerFault("sends a page in GB18030", "archives the bytes as they are", .page) { _ in
      answer([0xCF, 0xD8, 0xD6, 0xBE], fields: ["Content-Type: text/html; charset=GB18030"])
    } check: {
      $0.answer?.content == [0xCF, 0xD8, 0xD6, 0xBE]
    },
  ]

  /// Faults of redirects.
  package static let redirects: [ServerFault] = [
    ServerFault("redirects to the page", "follows, and keeps both answers", .page) {
      $0.target == "/page" ? redirect("/moved.html", status: "301 Moved Permanently") : answer("moved here")
    } check: {
      $0.redirects.map(\.status) == [301] && $0.answer?.url.target == "/moved.html"
    },
    ServerFault("redirects to a path in GB18030, not encoded", "percent-encodes the bytes as they are", .page)
    {
      $0.target == "/page"
        ? [
          .send(
            Array("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /".utf8) + [0xCF, 0xD8, 0xD6, 0xBE]
              + Array(".html\r\n\r\n".utf8)), .keep,
        ] : answer("moved here")
    } check: {
      $0.answer?.url.target == "/%CF%D8%D6%BE.html"
    },
    ServerFault("redirects ten times", "follows", .page) {
      $0.target == "/10" ? answer("at last") : redirect("/\((Int($0.target.dropFirst()) ?? 0) + 1)")
    } check: {
      $0.redirects.count == 10
    },
    ServerFault("redirects eleven times", "stops at the eleventh", .failed(.tooManyRedirects)) {
      $0.target == "/11" ? answer("at last") : redirect("/\((Int($0.target.dropFirst()) ?? 0) + 1)")
    },
    ServerFault(
      "redirects with large bodies", "stops where they are larger than the limit together",
      .failed(.bodyTooLarge)
    ) {
      let number = Int($0.target.dropFirst()) ?? 0
      return answer(
        [UInt8](repeating: 0x61, count: 400_000), status: "302 Found", fields: ["Location: /\(number + 1)"])
    },
    ServerFault("redirects to itself", "stops at once", .failed(.redirectLoop)) { _ in redirect("/page") },
    ServerFault("redirects in a circle", "stops where it closes", .failed(.redirectLoop)) {
      redirect($0.target == "/page" ? "/a" : $0.target == "/a" ? "/b" : "/page")
    },
    ServerFault("redirects without `Location`", "takes it for no page", .failed(.redirectWithoutLocation)) {
      _ in
      answer("", status: "302 Found")
    },
    ServerFault(
      "redirects to a host that the configuration does not name", "does not follow", .failed(.hostNotAllowed)
    ) { _ in
      redirect("http://www.elsewhere.example/")
    },
    ServerFault("redirects to `file:///etc/passwd`", "does not follow", .failed(.schemeRefused)) { _ in
      redirect("file:///etc/passwd")
    },
    ServerFault(
      "redirects to a URL with a password", "does not follow, and does not show the password",
      .failed(.userInfoRefused)
    ) {
      redirect("http://user:secret@127.0.0.1:\($0.port)/a")
    } check: {
      $0.failure?.description.contains("secret") == false
    },
    ServerFault(
      "redirects to an address of a private network", "makes no connection", .failed(.addressRefused),
      policy: Change { policy, _ in policy.allowed = AllowList(["127.0.0.1:*", "10.0.0.1"]) ?? policy.allowed
      }
    ) { _ in redirect("http://10.0.0.1/") },
    ServerFault(
      "redirects to 169.254.169.254, where clouds keep their keys", "makes no connection",
      .failed(.addressRefused),
      policy: Change { policy, _ in
        policy.allowed = AllowList(["127.0.0.1:*", "169.254.169.254"]) ?? policy.allowed
      }
    ) { _ in redirect("http://169.254.169.254/latest/meta-data/") },
    ServerFault(
      "redirects to a loopback address written as one number", "makes no connection",
      .failed(.addressRefused),
      policy: Change { policy, _ in policy.allowed = AllowList(["127.0.0.*:*"]) ?? policy.allowed }
    ) { redirect("http://2130706434:\($0.port)/") },
    ServerFault(
      "redirects to a loopback address inside one of IPv6", "makes no connection", .failed(.addressRefused),
      policy: Change { policy, _ in
        policy.allowed = AllowList(["127.0.0.1:*", "[::ffff:127.0.0.2]:*"]) ?? policy.allowed
      }
    ) { redirect("http://[::ffff:127.0.0.2]:\($0.port)/") },
    ServerFault("redirects with `Retry-After: 1`", "waits so long before it follows", .page) {
      $0.target == "/page" ? redirect("/moved.html", fields: ["Retry-After: 1"]) : answer("moved here")
    } check: {
      $0.answer.map { $0.started >= TestClock.start + .seconds(1) } == true
    },
  ]
}
