// Which language labels are shown in: the reader's choice, kept where the browser keeps it for files.
(() => {
  "use strict";
  const key = "xianzhi-language";
  const known = ["zh", "en", "both"];
  const remembered = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (language) => { try { localStorage.setItem(key, language); } catch { /* some browsers keep nothing for files */ } };
  const show = (language) => {
    document.documentElement.dataset.language = language;
    document.documentElement.lang = language === "en" ? "en" : "zh-Hans";
    for (const button of document.querySelectorAll("[data-language]")) {
      if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
  };
  const first = remembered();
  show(known.includes(first) ? first : /^zh/.test(navigator.language) ? "zh" : "en");
  const group = document.querySelector(".languages");
  group.hidden = false;
  group.addEventListener("click", (event) => {
    const language = event.target.closest("button")?.dataset.language;
    if (!language) return;
    show(language);
    remember(language);
  });
})();
