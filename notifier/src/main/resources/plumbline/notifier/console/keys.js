// Keys of the triage page: j and k go to the next and the previous alert, a acknowledges the one in focus.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const cards = [...document.querySelectorAll("article.card")].filter((card) => card.offsetParent);
  const at = cards.indexOf(document.activeElement.closest("article.card"));
  if (event.key === "j" || event.key === "k") {
    const next = cards[event.key === "j" ? Math.min(at + 1, cards.length - 1) : Math.max(at - 1, 0)];
    if (next) next.focus();
  } else if (event.key === "a" && at >= 0) {
    const button = cards[at].querySelector("button.acknowledge");
    if (button) button.click();
  }
});
// A card that was replaced while its button had the focus keeps it.
document.addEventListener("htmx:afterSwap", (event) => {
  const card = event.target.closest("article.card");
  if (card && document.activeElement === document.body && event.detail.requestConfig) card.focus();
});
