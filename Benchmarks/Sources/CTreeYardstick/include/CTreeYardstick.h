#pragma once
#include <stddef.h>

/* Builds libxml2's tree of a page in UTF-8 and frees it again: the yardstick that the reading of pages is
   held against. Returns how many bytes of text the tree had, so that a page that was cut is noticed;
   `counts_text` 0 leaves the counting out, which takes a walk over the tree. */
size_t tree_yardstick(const char *bytes, size_t count, int counts_text);
