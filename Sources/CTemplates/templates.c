#include "CTemplates.h"

static const unsigned char chart_mustache[] = {
#embed "chart.mustache"
};
static const unsigned char evidence_mustache[] = {
#embed "evidence.mustache"
};
static const unsigned char foot_mustache[] = {
#embed "foot.mustache"
};
static const unsigned char head_mustache[] = {
#embed "head.mustache"
};
static const unsigned char overview_mustache[] = {
#embed "overview.mustache"
};
static const unsigned char piece_mustache[] = {
#embed "piece.mustache"
};
static const unsigned char region_mustache[] = {
#embed "region.mustache"
};
static const unsigned char regions_mustache[] = {
#embed "regions.mustache"
};
static const unsigned char row_mustache[] = {
#embed "row.mustache"
};
static const unsigned char search_mustache[] = {
#embed "search.mustache"
};
static const unsigned char coverage_js[] = {
#embed "coverage.js"
};
static const unsigned char evidence_js[] = {
#embed "evidence.js"
};
static const unsigned char report_css[] = {
#embed "report.css"
};
static const unsigned char report_js[] = {
#embed "report.js"
};
static const unsigned char search_js[] = {
#embed "search.js"
};
static const unsigned char terms_tsv[] = {
#embed "terms.tsv"
};

#define FILE(name, symbol) {name, symbol, sizeof symbol}

static const struct ctemplates_file files[] = {
    FILE("chart.mustache", chart_mustache),
    FILE("evidence.mustache", evidence_mustache),
    FILE("foot.mustache", foot_mustache),
    FILE("head.mustache", head_mustache),
    FILE("overview.mustache", overview_mustache),
    FILE("piece.mustache", piece_mustache),
    FILE("region.mustache", region_mustache),
    FILE("regions.mustache", regions_mustache),
    FILE("row.mustache", row_mustache),
    FILE("search.mustache", search_mustache),
    FILE("coverage.js", coverage_js),
    FILE("evidence.js", evidence_js),
    FILE("report.css", report_css),
    FILE("report.js", report_js),
    FILE("search.js", search_js),
    FILE("terms.tsv", terms_tsv),
};

const struct ctemplates_file *ctemplates_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
