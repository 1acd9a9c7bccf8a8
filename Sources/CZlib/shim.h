#pragma once
#include <zlib.h>

/* inflateInit2 is a macro that Swift cannot import. 16 + MAX_WBITS: gzip with its header. */
static inline int czlib_inflate_gzip_init(z_stream *stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}
