// Shows what a mark became beside the text. Without this script each mark leads to its row below the text.
(() => {
  "use strict";
  const details = document.querySelector(".details");
  const page = document.querySelector(".page");
  if (!details || !page) return;
  details.classList.add("interactive");
  let opened = null;

  const open = (mark, movesFocus) => {
    const detail = document.getElementById(mark.hash.slice(1));
    if (!detail) return;
    if (opened) {
      opened.detail.classList.remove("open");
      opened.mark.removeAttribute("aria-current");
    }
    opened = { mark, detail };
    detail.classList.add("open");
    mark.setAttribute("aria-current", "true");
    details.scrollTop = 0;
    if (movesFocus) detail.focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
  };

  page.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    if (!mark) return;
    event.preventDefault();
    open(mark, true);
  });

  const back = () => { if (opened) opened.mark.focus(); };
  details.addEventListener("keydown", (event) => { if (event.key === "Escape") back(); });
  details.addEventListener("click", (event) => {
    if (!event.target.closest(".back a")) return;
    event.preventDefault();
    back();
  });

  // An address may name an observation, a mark or a detail.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let mark = target.closest(".detail") ? page.querySelector(`a.mark[href="#${CSS.escape(target.id)}"]`) : target;
    while (mark && !mark.matches("a.mark")) mark = mark.nextElementSibling;
    if (!mark) return;
    open(mark, false);
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);
  follow();

  document.querySelector(".legend")?.addEventListener("change", (event) => {
    page.classList.toggle(`hides-${event.target.dataset.kind}`, !event.target.checked);
  });
})();
