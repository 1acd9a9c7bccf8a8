#pragma once
#include <zlib.h>

/* inflateInit2 is a macro that Swift cannot import. 16 + MAX_WBITS: gzip with its header. */
static inline int czlib_inflate_gzip_init(z_stream *stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}

/* The same for deflate: one gzip member, with the header that gzip -n writes. */
static inline int czlib_deflate_gzip_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
