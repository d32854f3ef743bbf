/** A dataset's slug from a file's name: "Payouts 2025 (final).csv.gz" → "payouts-2025-final". */
export function slugOf(fileName: string): string {
  return fileName
    .replace(/(\.(csv|tsv|txt|jsonl?|ndjson|parquet|gz))+$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(0, 60);
}
