#pragma once
/* Debian builds libxml2 with ICU: its encoding.h would include <unicode/ucnv.h>, which clashes
   with the ICU inside Foundation as soon as one compilation sees both. The headers below come
   only after the macro is gone. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* The version of the library that is loaded, which need not be that of the headers: `20914`, and what its distributor adds. */
static inline const char *clibxml2_version(void) { return xmlParserVersion; }

/* HTML_PARSE_IGNORE_ENC makes the parser trust the encoding that it is given. XML_PARSE_HUGE lifts its limits on
   depth and on the size of a text, unless they are to hold; the HTML parser of 2.9 heeds it without naming it. */
static inline int clibxml2_html_options(int limited) {
  return HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
         HTML_PARSE_IGNORE_ENC | (limited ? 0 : XML_PARSE_HUGE);
}

/* From 2.12 on the structured handler takes a pointer to const: both are hidden here. It must be
   set, since errors such as a repeated id reach it even with HTML_PARSE_NOERROR. */
#if LIBXML_VERSION >= 21200
static inline void clibxml2_ignore(void *context, const xmlError *error) {
  (void)context; (void)error;
}
#else
static inline void clibxml2_ignore(void *context, xmlErrorPtr error) {
  (void)context; (void)error;
}
#endif

/* What became of a parse: 0 the end was reached, else the code of the error that stopped it. From 2.14 on a
   function says whether it was stopped; before, a member of the context that later versions withdraw. */
static inline int clibxml2_stopped(htmlParserCtxtPtr context) {
#if LIBXML_VERSION >= 21400
  if (!xmlCtxtIsStopped(context)) return 0;
#else
  if (context->disableSAX == 0) return 0;
#endif
  const xmlError *error = xmlCtxtGetLastError(context);
  return error != NULL && error->code != 0 ? error->code : XML_ERR_INTERNAL_ERROR;
}

/* Parses `count` bytes of UTF-8 with `handler`, whose functions get `user`, with the library's own limits where
   `limited` is not 0. No tree is built. While it goes on `*running` is what `xmlStopParser` stops. Returns what became
   of it, as above; -1 where memory ran out. */
static inline int clibxml2_parse(
    htmlSAXHandler *handler, void *user, htmlParserCtxtPtr *running, const char *bytes, int count, int limited) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return -1;
  *running = context;
  handler->serror = clibxml2_ignore;
  handler->initialized = XML_SAX2_MAGIC;
  *context->sax = *handler;
  context->userData = user;
  htmlDocPtr tree = htmlCtxtReadMemory(context, bytes, count, NULL, "UTF-8", clibxml2_html_options(limited));
  int stopped = clibxml2_stopped(context);
  if (tree != NULL) xmlFreeDoc(tree);
  *running = NULL;
  htmlFreeParserCtxt(context);
  return stopped;
}
