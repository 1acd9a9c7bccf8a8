#pragma once
/* Debian builds libxml2 with ICU: its encoding.h would include <unicode/ucnv.h>, which clashes
   with the ICU inside Foundation as soon as one compilation sees both. The headers below come
   only after the macro is gone. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* A macro whose value Swift cannot import. */
static inline const char *clibxml2_version(void) { return LIBXML_DOTTED_VERSION; }
