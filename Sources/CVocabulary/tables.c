#include "CVocabulary.h"

static const unsigned char boilerplate[] = {
#embed "boilerplate.tsv"
};
static const unsigned char breakdowns[] = {
#embed "breakdowns.tsv"
};
static const unsigned char containers[] = {
#embed "containers.tsv"
};
static const unsigned char endings[] = {
#embed "endings.tsv"
};
static const unsigned char indicators[] = {
#embed "indicators.tsv"
};
static const unsigned char labels[] = {
#embed "labels.tsv"
};
static const unsigned char phrases[] = {
#embed "phrases.tsv"
};
static const unsigned char places[] = {
#embed "places.tsv"
};
static const unsigned char surveys[] = {
#embed "surveys.tsv"
};
static const unsigned char units[] = {
#embed "units.tsv"
};
static const unsigned char words[] = {
#embed "words.tsv"
};

#define TABLE(name)                                        \
  const unsigned char *cvocabulary_##name(size_t *count) { \
    *count = sizeof name;                                  \
    return name;                                           \
  }

TABLE(boilerplate)
TABLE(breakdowns)
TABLE(containers)
TABLE(endings)
TABLE(indicators)
TABLE(labels)
TABLE(phrases)
TABLE(places)
TABLE(surveys)
TABLE(units)
TABLE(words)
