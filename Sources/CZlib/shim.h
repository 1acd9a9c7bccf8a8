#pragma once
#include <zlib.h>

/* inflateInit2 is a macro that Swift cannot import. `window` is 16 + MAX_WBITS for gzip with its header, MAX_WBITS for
   zlib and -MAX_WBITS for deflate without any. */
static inline int czlib_inflate_init(z_stream *stream, int window) {
  return inflateInit2(stream, window);
}

/* The same for deflate: one gzip member, with the header that gzip -n writes. */
static inline int czlib_deflate_gzip_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
