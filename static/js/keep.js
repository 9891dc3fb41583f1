/* Keeps what is typed on a report's page until it is saved, and offers it back after a lost connection.

   Kept in this browser only, under the person, the report and its version: nobody else who signs in here is
   shown it. The page works without this file. */
(() => {
  "use strict";

  const DAYS_KEPT = 14;
  const form = document.querySelector("form[data-simpan]");
  const news = [...document.querySelectorAll("[data-kabar]")].map((one) => one.dataset.kabar);

  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, kept) { try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* full, or refused */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* refused */ } },
  };

  const keys = () => { try { return Object.keys(localStorage).filter((key) => key.startsWith("isian:")); } catch { return []; } };

  for (const key of keys()) {
    const kept = store.get(key);
    const isSaved = kept && kept.sent && news.includes(`tersimpan-${key.split(":")[2]}`);
    if (!kept || isSaved || Date.now() - kept.at > DAYS_KEPT * 86400000) store.drop(key);
  }
  if (!form) return;

  const [person, report, version] = form.dataset.simpan.split(":");
  const key = `isian:${person}:${report}`;
  const typed = () => [...form.elements].filter((one) => /-(nilai|keadaan|catatan|tautan)$/.test(one.name));
  const stands = (field) => field.tagName === "SELECT"
    ? [...field.options].find((one) => one.defaultSelected)?.value ?? field.options[0].value
    : field.defaultValue;
  const seen = (name) => form.elements[name.replace(/-\w+$/, "-dilihat")];

  const keep = (sent) => {
    const fields = {};
    for (const field of typed()) {
      if (field.value.trim() !== stands(field).trim()) fields[field.name] = [field.value, seen(field.name)?.value ?? ""];
    }
    if (Object.keys(fields).length) store.set(key, { at: Date.now(), version, sent, fields });
    else if (!sent) store.drop(key);
  };

  const offer = (kept) => {
    const box = document.getElementById("isian-lama");
    const pad = (number) => String(number).padStart(2, "0");
    const at = new Date(kept.at);
    const clock = `${pad(at.getHours())}.${pad(at.getMinutes())}`;
    const isToday = at.toDateString() === new Date().toDateString();
    box.querySelector("[data-kapan]").textContent = isToday ? clock : `${at.getDate()}/${at.getMonth() + 1} ${clock}`;
    box.querySelector("[data-pakai]").addEventListener("click", () => {
      for (const [name, [value, saw]] of Object.entries(kept.fields)) {
        const field = form.elements[name];
        if (!field) continue;
        field.value = value;
        // What was seen when it was typed: whoever saved this line meanwhile is not overwritten unasked.
        if (seen(name)) seen(name).value = saw;
        field.closest("details")?.setAttribute("open", "");
      }
      box.hidden = true;
      keep(false);
    });
    box.querySelector("[data-buang]").addEventListener("click", () => { store.drop(key); box.hidden = true; });
    box.hidden = false;
  };

  const kept = store.get(key);
  const isNew = kept && Object.entries(kept.fields).some(([name, [value]]) => form.elements[name] && form.elements[name].value.trim() !== value.trim());
  if (isNew) offer(kept);
  else if (kept) store.drop(key);

  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
})();
