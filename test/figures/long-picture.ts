/** A picture of rows, as long as is asked for: a name, a line and a dot each. */
export function longPicture(height: number): string {
  const rows = Array.from({ length: Math.floor(height / 30) }, (_, row) => {
    const y = 20 + row * 30;
    return (
      `<text x="8" y="${y}" font-family="Inter" font-size="13" fill="#1b1a17">Row ${row} of the picture</text>` +
      `<path d="M300 ${y}H${400 + ((row * 53) % 600)}" stroke="#c23a1b"/><circle cx="${400 + ((row * 53) % 600)}" cy="${y}" r="5"/>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1156 ${height}" width="1156" height="${height}">` +
    `<rect width="100%" height="100%" fill="#fbf8f1"/>${rows.join('')}</svg>`
  );
}
