/* The Rakor form: rows that were only typed can be chosen elsewhere on it, and typing survives a removed row. */
"use strict";

/* Rows of a formset that are not stored yet, as [value, label]. */
function typedRows(select) {
  const prefix = select.dataset.rows;
  const rows = document.querySelectorAll(`#${prefix}-data > .form-group:not(.empty-form)`);
  const words = (index) => select.dataset.describe
    .split(" ")
    .map((name) => document.getElementById(`id_${prefix}-${index}-${name}`)?.value.trim())
    .filter(Boolean)
    .join(" ");
  return [...rows]
    .map((row, index) => [`${prefix}-${index}`, row.classList.contains("original") ? "" : words(index)])
    .filter(([, label]) => label);
}

/* Offer them in a group of their own; what was chosen stays chosen, by its words if its place moved. */
function offerTypedRows(select) {
  const prefix = `${select.dataset.rows}-`;
  const chosen = select.selectedOptions[0];
  const wasTyped = chosen?.value.startsWith(prefix);
  const words = chosen?.textContent.trim();
  select.querySelectorAll("option, optgroup").forEach((option) => {
    if (option.tagName === "OPTGROUP" || option.value.startsWith(prefix)) {
      option.remove();
    }
  });
  const rows = typedRows(select).filter(([value]) => !select.name.startsWith(`${value}-`));
  if (rows.length) {
    const group = document.createElement("optgroup");
    group.label = select.dataset.typed;
    for (const [value, label] of rows) {
      group.append(new Option(label, value, false, wasTyped && label === words));
    }
    select.append(group);
  }
}

function offerEverywhere() {
  document.querySelectorAll("select[data-rows]:not([name*=__prefix__])").forEach(offerTypedRows);
}

/* Unfold renumbers the rows after a removed one by rewriting their HTML, which forgets what was typed. */
function keepTyping(formset) {
  formset.querySelectorAll("input:not([type=file]), textarea, select").forEach((field) => {
    if (field.tagName === "TEXTAREA") {
      field.textContent = field.value;
    } else if (field.tagName === "SELECT") {
      [...field.options].forEach((option) => option.toggleAttribute("selected", option.selected));
    } else if (field.type === "checkbox" || field.type === "radio") {
      field.toggleAttribute("checked", field.checked);
    } else {
      field.setAttribute("value", field.value);
    }
  });
}

/* The rewritten HTML carries the remains of pick lists, which have to be made anew. */
function renewPickLists(root) {
  root.querySelectorAll(".form-group:not(.empty-form) span.select2").forEach((remains) => remains.remove());
  root.querySelectorAll(".form-group:not(.empty-form) select.select2-hidden-accessible").forEach((select) => {
    select.classList.remove("select2-hidden-accessible");
    select.removeAttribute("data-select2-id");
    select.querySelectorAll("[data-select2-id]").forEach((one) => one.removeAttribute("data-select2-id"));
    if (!select.name.includes("__prefix__")) {
      django.jQuery(select).removeData().djangoAdminSelect2();
    }
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".delete-template");
  const formset = button?.closest(".formset");
  if (!formset) {
    return;
  }
  keepTyping(formset);
  setTimeout(() => {
    renewPickLists(formset);
    offerEverywhere();
  });
}, true);

document.addEventListener("focusin", (event) => {
  if (event.target.matches("select[data-rows]")) {
    offerTypedRows(event.target);
  }
});

/* A new outcome brings an empty follow-up along. Unfold starts the pick lists of nested tables only, and
   rewrites the whole row first: so afterwards, and the rest. */
document.addEventListener("formsetGroup:added", (event) => {
  const nested = ".form-nested div.form-group:not(.empty-form) > .form-row";
  setTimeout(() => {
    event.detail.row.querySelectorAll(nested).forEach((row) => {
      row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: "" } }));
    });
  });
});
