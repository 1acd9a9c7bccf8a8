#pragma once
#include <stddef.h>

/* A file of the report that is compiled into the binary: a template, a style sheet, a script, a table.
   Name and bytes live as long as the process. */
struct ctemplates_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/* The first of the files; `count` is set to how many there are. */
const struct ctemplates_file *ctemplates_files(size_t *count);
