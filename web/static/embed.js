// Tells the page around the frame how tall the figure is, now and whenever its width changes.
(() => {
  const tell = () =>
    parent.postMessage({ type: 'tacit:height', height: document.documentElement.scrollHeight }, '*');
  new ResizeObserver(tell).observe(document.body);
})();
