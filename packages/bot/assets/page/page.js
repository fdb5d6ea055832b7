// Keeps the ledger and the figures beside the chat up to date: asks whether the ledger has grown, and swaps the panel.
const panel = document.getElementById("live");
if (panel) {
  let seen = panel.dataset.head;
  const look = async () => {
    try {
      const answer = await fetch(panel.dataset.source, { headers: { "If-None-Match": seen } });
      if (answer.status === 200) {
        seen = answer.headers.get("ETag");
        panel.innerHTML = await answer.text();
      }
    } catch {
      // the server is restarting: the next look will tell
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
