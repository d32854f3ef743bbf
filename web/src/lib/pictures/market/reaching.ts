import type { PublicRecord } from '../../api/common.ts';
import type { FlowFact } from '../../api/market.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { writeFact } from '../../components/market/fact-value.ts';
import { recorded } from '../../components/recorded.ts';
import { reachingShares, type ReachingShare } from '../../findings/value-flow.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { vegaRanges } from '../vega-lite.ts';

export interface ReachingData {
  flows: { nodes: FlowFact[] };
  hourly: {
    nodes: { low: number | null; high: number | null; typical: number | null; platform: { slug: string } }[];
  };
  record: PublicRecord | null;
}

/** The part of what a client pays that reaches those who work, by each reckoning that published figures allow. */
export function reachingPicture(words: Edition, { flows, hourly, record }: ReachingData): Picture {
  const { t, percent, list, date, href } = words;
  const shares = reachingShares(
    flows.nodes,
    hourly.nodes.map(({ platform, ...rates }) => ({ ...rates, platform: platform.slug })),
  );
  const capped = (share: number) => Math.min(1, share);
  const written = ({ low, high }: ReachingShare) =>
    low === high
      ? percent(low, 0)
      : t('figure.interval', {
          low: percent(low, 0),
          high: high > 1 ? t('market.reaching_all') : percent(high, 0),
        });
  const ordered = shares.toSorted((a, b) => a.low - b.low);
  const [least, most] = [ordered[0], ordered.at(-1)];
  // The least of all reckonings of that platform, or the headline would say more than one of them.
  const atLeast = ordered.find(({ platform }) => platform.slug === most?.platform.slug);
  const range = {
    low: least ? written(least) : '–',
    high: atLeast ? percent(capped(atLeast.low), 0) : '–',
    first: least?.platform.name ?? '–',
    last: most?.platform.name ?? '–',
    count: shares.length,
  };
  const label = ({ key, platform }: ReachingShare) => t(`market.reaching_${key}`, { name: platform.name });
  return {
    id: 'reaching',
    finding: t('market.finding_reaching', range),
    measure: t('market.measure_reaching'),
    description: t('market.description_reaching', {
      ...range,
      shares: shares.map((share) => `${label(share)}: ${written(share)}`).join('; '),
    }),
    drawing: draw(RankedDots, {
      rows: shares.map((share) => ({
        id: `${share.key} ${share.platform.slug}`,
        label: label(share),
        href: href(`/organisations/${share.platform.slug}`),
        value: capped((share.low + capped(share.high)) / 2),
        low: share.low,
        high: capped(share.high),
        text: written(share),
        hollow: share.facts.some(({ source }) => source.reliability === 'LOW'),
      })),
      value: (value: number) => percent(value, 0),
      end: 1,
      labels: { axis: t('market.axis_reaching') },
    }),
    notes: [{ text: t('market.note_reaching') }],
    tables: [
      {
        key: 'shares',
        columns: [
          { key: 'reckoning', label: t('market.reckoning'), kind: 'text' },
          { key: 'low', label: t('market.reaching_low'), kind: 'share', digits: 0 },
          { key: 'high', label: t('market.reaching_high'), kind: 'share', digits: 0 },
          { key: 'facts', label: t('market.flow_facts'), kind: 'text' },
          { key: 'source', label: t('market.source'), kind: 'text' },
        ],
        rows: shares.map((share) => [
          label(share),
          share.low,
          share.high,
          list(
            share.facts.map(
              (fact) => `${writeFact(words, fact)}${fact.asOf ? ` (${date(fact.asOf, 'short')})` : ''}`,
            ),
          ),
          {
            value: share.facts[0]!.source.title,
            path: `/sources/${share.facts[0]!.source.slug}`,
            lang: share.facts[0]!.source.language,
          },
        ]),
      },
    ],
    standing: {
      ...recorded(record),
      n: t('market.n_reaching', range),
      sources: [{ label: t('market.each_source'), path: '/sources' }],
    },
    fields: ['flows', 'hourly', 'record'],
    simulated: false,
    vegaLite: vegaRanges({ row: 'reckoning', low: 'low', high: 'high' }),
  };
}
