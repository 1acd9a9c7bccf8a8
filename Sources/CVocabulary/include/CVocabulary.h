#pragma once
#include <stddef.h>

/* The tables beside this file, compiled into the binary: each function gives the first byte of a
   table and sets `count` to its length. The bytes live as long as the process. */
const unsigned char *cvocabulary_boilerplate(size_t *count);
const unsigned char *cvocabulary_breakdowns(size_t *count);
const unsigned char *cvocabulary_containers(size_t *count);
const unsigned char *cvocabulary_endings(size_t *count);
const unsigned char *cvocabulary_indicators(size_t *count);
const unsigned char *cvocabulary_labels(size_t *count);
const unsigned char *cvocabulary_phrases(size_t *count);
const unsigned char *cvocabulary_places(size_t *count);
const unsigned char *cvocabulary_surveys(size_t *count);
const unsigned char *cvocabulary_units(size_t *count);
const unsigned char *cvocabulary_words(size_t *count);
