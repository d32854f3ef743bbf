/** Sources that pass on one report, by their slugs, the nearest to the original first. */
interface RetoldReport {
  sources: readonly string[];
  /** Why they are one witness and not several. */
  why: string;
}

/** Reports that the record holds several times over: together they are one witness. */
export const retoldReports: readonly RetoldReport[] = [
  {
    sources: ['yahoo-train-left-station', 'truenewj-350'],
    why: 'Two mirrors of one Moneywise article of 2026, which Yahoo Finance carried',
  },
  {
    sources: ['wsj-newest-gig-economy', 'busyad-wsj-mercor'],
    why: 'An excerpt and a retelling of one Wall Street Journal article of January 2026',
  },
  {
    sources: ['nineatlas-micro1', 'ndtvprofit-micro1', 'allmind-micro1'],
    why: 'Three retellings of one CNBC Make It portrait of December 2025',
  },
  {
    sources: ['aissential-foody-disrupt', 'aaaj-mercor-disrupt'],
    why: 'A digest and a translation of one TechCrunch report of the interview at Disrupt, October 2025',
  },
];

/** The report that a source passes on, and its place among those that do; its own where it is no retelling. */
export function reportOf(slug: string): { report: string; place: number } {
  for (const { sources } of retoldReports) {
    const place = sources.indexOf(slug);
    if (place >= 0) return { report: sources[0] ?? slug, place };
  }
  return { report: slug, place: 0 };
}
