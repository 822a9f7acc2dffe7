"use strict";
/* What a part of a training map or a ribbon says is written below the map that it belongs to. */
(() => {
  for (const figure of document.querySelectorAll("figure.states")) {
    const place = figure.querySelector(".saying");
    if (!place) continue;
    const say = (event) => {
      const part = event.target.closest("[tabindex][aria-label]");
      if (part && part.closest("svg")) place.textContent = part.getAttribute("aria-label");
    };
    figure.addEventListener("focusin", say);
    figure.addEventListener("pointerover", say);
  }
})();
