/** How long the button says that it has copied, in milliseconds. */
const told = 2000;

/**
 * Gives a text (`data-copy` and `data-copied` are the button's words) a button in the heading above it that puts it
 * on the clipboard; none where the browser has no clipboard for this page.
 */
export function enhance(element: Element): void {
  const { copy = '', copied = '' } = (element as HTMLElement).dataset;
  const heading = element.closest('.copyable')?.querySelector('h3');
  // Only pages that came over a safe connection have one, whatever the types say.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (!heading || !clipboard) return;
  const label = heading.textContent.trim();
  const button = document.createElement('button');
  button.type = 'button';
  const say = (words: string) => {
    button.textContent = words;
    button.setAttribute('aria-label', `${words} ${label}`);
  };
  say(copy);
  button.addEventListener('click', () => {
    void clipboard.writeText(element.textContent).then(() => {
      say(copied);
      const announcer = document.querySelector('[data-announce]');
      if (announcer) announcer.textContent = copied;
      setTimeout(() => say(copy), told);
    });
  });
  heading.append(button);
}
