// Searches all observations as one types. Rows come from scripts in data/, since a page opened from disk may not fetch.
const xianzhiSearch = { rows: [] };

/** Takes the rows of one script: lists of words that stand once, and rows that name them by number. */
function xianzhiRows(lists, rows) {
  "use strict";
  const [documents, regions, indicators, units, periods, sentences, tiers, parts] = lists;
  const split = (text) => text.split("\u001f");
  const sources = documents.map(split), places = regions.map(split), names = indicators.map(split);
  const lower = sentences.map((sentence) => sentence.toLowerCase());
  const years = periods.map((period) => [Number(period.slice(0, 4)) || 0, Number((period.split("/")[1] ?? period).slice(0, 4)) || 0]);
  for (const row of rows) {
    const [id, source, place, name, measure, goal, value, unit, period, text, sentence, tier, part, preferred] = row;
    xianzhiSearch.rows.push({
      id, source: sources[source], place: places[place], name: names[name], measure, goal, value, unit: units[unit],
      period: periods[period], years: years[period], text, sentence: sentences[sentence], tier: tiers[tier], part: parts[part], preferred,
      // What words are looked for in; the sentence is shared by its rows.
      words: `${places[place].join(" ")} ${names[name].join(" ")} ${parts[part]} ${text} ${value} ${sources[source][1]}`.toLowerCase(),
      lower: lower[sentence],
    });
  }
}

addEventListener("DOMContentLoaded", () => {
  "use strict";
  const pageSize = 100;
  const form = document.getElementById("filters");
  const body = document.querySelector("#results tbody");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const rows = xianzhiSearch.rows;
  const fields = ["words", "region", "indicator", "from", "to", "measure", "status", "tier", "mapped", "preferred"];
  const field = (name) => document.getElementById(name);
  const labels = [...field("measure").options].slice(1).map((option) => option.dataset);
  const goal = field("status").options[2].dataset;
  let found = [];
  let shown = 0;

  // Lists to choose from: the commonest first.
  const suggest = (id, pick) => {
    const counts = new Map();
    for (const row of rows) for (const text of pick(row)) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
    const list = field(id);
    for (const [text] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 500)) {
      list.append(Object.assign(document.createElement("option"), { value: text }));
    }
  };
  suggest("regions", (row) => [row.place[1]]);
  suggest("indicators", (row) => (row.name[0] ? [row.name[1]] : []));

  const filter = () => {
    const words = field("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const region = field("region").value.trim(), indicator = field("indicator").value.trim();
    const from = Number(field("from").value) || 0, to = Number(field("to").value) || 9999;
    const measure = field("measure").value, status = field("status").value, tier = field("tier").value, mapped = field("mapped").value, preferred = field("preferred").value;
    const hasYears = from > 0 || to < 9999;
    found = rows.filter((row) =>
      (measure === "" || row.measure === Number(measure)) &&
      (status === "" || row.goal === Number(status)) &&
      (tier === "" || row.tier === tier) &&
      (preferred === "" || row.preferred === 1) &&
      (mapped === "" || (row.name[0] !== "") === (mapped === "1")) &&
      (!hasYears || (row.years[1] >= from && row.years[0] <= to && row.years[0] > 0)) &&
      (region === "" || row.place[0].startsWith(region) || row.place[1].includes(region)) &&
      (indicator === "" || row.name[0] === indicator || row.name[1].includes(indicator)) &&
      words.every((word) => row.words.includes(word) || row.lower.includes(word)));
    shown = 0;
    body.replaceChildren();
    show();
    const numbers = `${found.length.toLocaleString("en")} / ${rows.length.toLocaleString("en")} `;
    count.replaceChildren(numbers, ...both({ zh: "条观测值", en: "observations" }));
    keep();
  };

  const element = (name, text, link) => {
    const made = document.createElement(name);
    if (link) made.append(Object.assign(document.createElement("a"), { href: link, textContent: text }));
    else made.textContent = text;
    return made;
  };

  const both = (label) => ["zh", "en"].map((language) =>
    Object.assign(document.createElement("span"), { className: language, lang: language, textContent: `${label[language]} ` }));

  const line = (row) => {
    const made = document.createElement("tr");
    const link = `${row.source[0]}#m-${encodeURIComponent(row.id)}`;
    const region = element("td", row.place[1] || "–", /^\d{6}$/.test(row.place[0]) ? `regions/${row.place[0]}.html` : "");
    const value = element("td", row.text, link);
    value.className = "number";
    const sentence = element("td", row.sentence);
    sentence.className = "sentence";
    const source = element("td", [row.source[1], row.source[2]].filter(Boolean).join(" · "));
    source.className = "source";
    const label = element("td", [row.name[1], row.part].filter(Boolean).join(" · "));
    const measure = element("td", "");
    measure.append(...both(labels[row.measure]));
    if (row.goal) measure.append(" · ", ...both(goal));
    for (const own of [region, value, sentence, label]) own.lang = "zh";
    made.append(region, label, element("td", row.period || "–"), value, measure, sentence, source);
    return made;
  };

  const show = () => {
    const next = found.slice(shown, shown + pageSize);
    body.append(...next.map(line));
    shown += next.length;
    more.hidden = shown >= found.length;
  };

  // What is asked for stands in the address, so that it can be kept and sent on.
  const keep = () => {
    const asked = new URLSearchParams();
    for (const name of fields) if (field(name).value !== "") asked.set(name, field(name).value);
    try { history.replaceState(null, "", `#${asked}`); } catch { /* some browsers refuse for files */ }
  };
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const name of fields) if (asked.has(name)) field(name).value = asked.get(name);
  };

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  form.addEventListener("reset", () => setTimeout(filter));
  more.addEventListener("click", show);
  addEventListener("hashchange", () => { read(); filter(); });
  read();
  filter();
});
