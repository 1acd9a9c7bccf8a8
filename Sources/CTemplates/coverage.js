// Colours the table of coverage for one indicator. The page has the colours for all of them together.
let xianzhiCoverageData = null;
function xianzhiCoverage(data) { xianzhiCoverageData = data; }
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const choice = document.getElementById("indicator");
  const table = document.getElementById("heat");
  if (!choice || !table || !xianzhiCoverageData) return;
  const cells = [...table.querySelectorAll("td")].map((cell) => ({
    cell, code: cell.parentElement.dataset.code, year: cell.dataset.year, count: cell.textContent, shade: cell.className,
  }));
  choice.parentElement.hidden = false;
  choice.addEventListener("change", () => {
    const counts = cells.map(({ code, year }) => xianzhiCoverageData[code]?.[choice.value]?.[year] ?? 0);
    const most = Math.max(1, ...counts);
    cells.forEach(({ cell, count, shade }, index) => {
      if (choice.value === "") {
        cell.textContent = count;
        cell.className = shade;
        return;
      }
      const now = counts[index];
      cell.textContent = now === 0 ? "" : String(now);
      cell.className = `cell c${now === 0 ? 0 : Math.max(1, Math.ceil((now * 5) / most))}`;
    });
  });
});
