// What the page does beside links and forms: keys for the queue, files dropped on their field.
"use strict";

document.addEventListener("keydown", (event) => {
  const form = document.getElementById("answer");
  if (!form || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) {
    return;
  }
  const button = form.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

for (const drop of document.querySelectorAll(".drop")) {
  const field = drop.querySelector("input");
  const lit = (on) => (event) => {
    event.preventDefault();
    drop.classList.toggle("over", on);
  };
  drop.addEventListener("dragover", lit(true));
  drop.addEventListener("dragleave", lit(false));
  drop.addEventListener("drop", (event) => {
    lit(false)(event);
    if (event.dataTransfer.files.length) {
      field.files = event.dataTransfer.files;
    }
  });
}
