/* For who listens instead of looks and who has no mouse: names of pick lists, buttons that can be reached. */
"use strict";

function nameOf(select) {
  const label = select.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  const words = label?.textContent || select.getAttribute("aria-label") || "";
  return words.replace("*", "").trim();
}

function namePickList(container) {
  const select = container.previousElementSibling;
  const name = select?.tagName === "SELECT" ? nameOf(select) : "";
  if (!name) {
    return;
  }
  container.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-search__field")
    .forEach((part) => {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", name);
    });
}

function nameAll(root) {
  root.querySelectorAll(".select2-container--admin-autocomplete").forEach(namePickList);
}

/* Drawn as buttons, but reached by the mouse only: removing a row, and the menu beside a pick list. */
const BUTTONS = [
  [".delete-template, label:has(> .hidden .delete)", "removeRow"],
  [".related-widget-wrapper [x-ref^=relatedWidgetWrapper]", "related"],
];

function makeButtons(root) {
  const words = document.getElementById("rk-words")?.dataset;
  if (!words) {
    return;
  }
  for (const [selector, word] of BUTTONS) {
    root.querySelectorAll(selector).forEach((button) => {
      button.setAttribute("role", "button");
      button.setAttribute("tabindex", "0");
      button.setAttribute("aria-label", words[word]);
    });
  }
}

document.addEventListener("keydown", (event) => {
  const isPress = event.key === "Enter" || event.key === " ";
  if (isPress && event.target.matches("[role=button][tabindex]") && event.target.closest("form")) {
    event.preventDefault();
    (event.target.querySelector(".material-symbols-outlined") || event.target).click();
  }
});

window.addEventListener("load", () => {
  nameAll(document);
  makeButtons(document);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE && (node.matches(".select2-container") || node.children.length)) {
          nameAll(node.parentElement || document);
          makeButtons(node.parentElement || document);
        }
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
});
