/** Gives editors, which are made bare, the name of the section that they stand in, and lets the keyboard scroll them. */
export function nameEditors(within: Element): void {
  const nameAll = (): void => {
    for (const editor of within.querySelectorAll('.CodeMirror')) {
      const section = editor.closest('[aria-label]')?.getAttribute('aria-label') ?? 'Editor';
      for (const input of editor.querySelectorAll('textarea:not([aria-label])'))
        input.setAttribute('aria-label', section);
      editor.querySelector('.CodeMirror-scroll[tabindex="-1"]')?.setAttribute('tabindex', '0');
    }
  };
  new MutationObserver(nameAll).observe(within, { childList: true, subtree: true });
  nameAll();
}
