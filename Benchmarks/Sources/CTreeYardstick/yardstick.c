#include "CTreeYardstick.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

static size_t text_of(const xmlNode *node) {
  size_t count = 0;
  const xmlNode *start = node;
  while (node != NULL) {
    if (node->type == XML_TEXT_NODE && node->content != NULL) count += strlen((const char *)node->content);
    if (node->children != NULL) {
      node = node->children;
      continue;
    }
    while (node != start && node->next == NULL) node = node->parent;
    if (node == start) break;
    node = node->next;
  }
  return count;
}

size_t tree_yardstick(const char *bytes, size_t count, int counts_text) {
  /* XML_PARSE_HUGE: without it deep pages are cut, which would look like speed. */
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
  htmlDocPtr tree = htmlReadMemory(bytes, (int)count, NULL, "UTF-8", options);
  if (tree == NULL) return 0;
  size_t text = counts_text ? text_of(xmlDocGetRootElement(tree)) : 0;
  xmlFreeDoc(tree);
  return text;
}
