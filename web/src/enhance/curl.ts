/** The same request for a shell; a key is named by a variable, so that it stays out of the shell's history. */
export function curlOf(address: string, body: string, withKey: boolean): string {
  const lines = [
    `curl ${quoted(address)}`,
    `-H 'content-type: application/json'`,
    ...(withKey ? [`-H "authorization: Bearer $TACIT_KEY"`] : []),
    `--data ${quoted(body)}`,
  ];
  return lines.join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
