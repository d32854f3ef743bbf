const verbAndTable =
  /^\s*(?:with\b[\s\S]*?\)\s*)?(select|insert|update|delete|begin|commit|rollback|set|copy|create|drop)\b/i;
const firstTable = /\b(?:from|into|update|join)\s+(?:only\s+)?"?([a-z_][\w.]*)"?/i;

/** What a statement does to what, such as `select earning`: few names, and nothing of what was asked. */
export function summaryOf(sql: string): string {
  const verb = verbAndTable.exec(sql)?.[1]?.toLowerCase() ?? 'statement';
  const table = firstTable.exec(sql)?.[1];
  return table === undefined ? verb : `${verb} ${table.toLowerCase()}`;
}

const longest = 2000;

/** A statement whose values were sent beside it, with what constants it has of its own left out as well. */
export function withoutValues(sql: string): string {
  const bare = sql
    .replaceAll(/'(?:[^']|'')*'/g, '?')
    .replaceAll(/(?<![\w$.])\d+(?:\.\d+)?/g, '?')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare.length <= longest ? bare : `${bare.slice(0, longest)}…`;
}
