/* Puts the text of a box on the clipboard. Without this file the text is selected and copied by hand. */
(() => {
  "use strict";

  const copy = async (box) => {
    box.focus();
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
      return true;
    } catch {
      // Refused, or no clipboard outside https: the text stays selected.
      return false;
    }
  };

  for (const button of document.querySelectorAll("button[data-salin]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const isDone = await copy(document.getElementById(button.dataset.salin));
      button.textContent = isDone ? button.dataset.sudah : button.dataset.gagal;
    });
  }
})();
