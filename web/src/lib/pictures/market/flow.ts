import type { PublicRecord } from '../../api/common.ts';
import type { FlowFact } from '../../api/market.ts';
import type { FlowLink, FlowNode } from '../../charts/geometry/value-flow.ts';
import ValueFlow from '../../charts/ValueFlow.svelte';
import { writeFact } from '../../components/market/fact-value.ts';
import { recorded } from '../../components/recorded.ts';
import { publishedFlows, type PublishedFlow } from '../../findings/value-flow.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';

export interface FlowData {
  flows: { nodes: FlowFact[] };
  record: PublicRecord | null;
}

/** Money a year from laboratories to platforms and from these to experts, only where both ends are published. */
export function flowPicture(words: Edition, { flows, record }: FlowData): Picture {
  const { t, date, list, href, moneyInWords } = words;
  const links = publishedFlows(flows.nodes);
  const names = new Map(
    flows.nodes.flatMap(({ organisation }) => (organisation ? [[organisation.slug, organisation.name]] : [])),
  );
  names.set('google', 'Google').set('experts', t('market.flow_experts'));
  const name = (slug: string) => names.get(slug) ?? slug;
  const toExperts = links.filter(({ to }) => to === 'experts');
  const counts = { count: links.length, paying: toExperts.length };
  const said = ({ from, to, value, facts }: PublishedFlow) =>
    t('market.flow_link', {
      from: name(from),
      to: name(to),
      amount: moneyInWords(value, 'USD'),
      facts: list(facts.map((fact) => `${writeFact(words, fact)} (${fact.asOf ? date(fact.asOf) : '–'})`)),
    });
  const columnOf = (slug: string) =>
    slug === 'experts' ? 2 : links.some(({ from, to }) => from === slug && to !== 'experts') ? 0 : 1;
  return {
    id: 'flow',
    finding: t('market.finding_flow', { ...counts, name: list(toExperts.map(({ from }) => name(from))) }),
    measure: t('market.measure_flow'),
    headline: { value: links.length },
    description: t('market.description_flow', { ...counts, flows: links.map(said).join('; ') }),
    drawing: draw(
      ValueFlow,
      {
        nodes: [...new Set(links.flatMap(({ from, to }) => [from, to]))].map((slug): FlowNode => ({
          key: slug,
          label: name(slug),
          column: columnOf(slug),
          ...(slug !== 'experts' && { href: href(`/organisations/${slug}`) }),
        })),
        links: links.map(({ key, from, to, value }): FlowLink => ({ key, from, to, value })),
        currency: 'USD',
        labels: {
          columns: [t('market.flow_laboratories'), t('market.flow_platforms'), t('market.flow_experts')],
          link: ({ key }: FlowLink) => said(links.find((link) => link.key === key)!),
        },
      },
      [320, 720],
    ),
    notes: [{ text: t('market.note_flow') }],
    tables: [
      {
        key: 'flows',
        columns: [
          { key: 'from', label: t('market.flow_from'), kind: 'text' },
          { key: 'to', label: t('market.flow_to'), kind: 'text' },
          { key: 'usd_a_year', label: t('market.flow_amount'), kind: 'money', currency: 'USD' },
          { key: 'facts', label: t('market.flow_facts'), kind: 'text' },
          { key: 'source', label: t('market.source'), kind: 'text' },
        ],
        rows: links.map(({ from, to, value, facts }) => [
          name(from),
          name(to),
          Math.round(value),
          list(facts.map((fact) => writeFact(words, fact))),
          {
            value: facts[0]!.source.title,
            path: `/sources/${facts[0]!.source.slug}`,
            lang: facts[0]!.source.language,
          },
        ]),
      },
    ],
    standing: {
      ...recorded(record),
      n: t('market.n_flows', counts),
      sources: [{ label: t('market.each_source'), path: '/sources' }],
    },
    fields: ['flows', 'record'],
    simulated: false,
  };
}
