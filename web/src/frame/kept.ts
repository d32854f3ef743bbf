/** What this browser keeps of the site from page to page; nothing where it keeps nothing. */
export function kept(name: string, where: () => Storage): string | null {
  try {
    return where().getItem(name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string, where: () => Storage): void {
  try {
    where().setItem(name, value);
  } catch {
    // Then it holds for this page.
  }
}
