import { z } from 'zod';

/** A question that an assistant can ask: a document of the public API, and the page that shows the same. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  /** Strict: an argument of another name is told, where it would else be left out in silence. */
  input: z.ZodObject;
  document: string;
  /** The path of the page, with its state. */
  page(input: Readonly<Record<string, unknown>>): string;
}

const source = `source { title publisher url publishedOn }`;
const provenance = `provenance { kind n method dataset { slug title } release publishedAt licence citation sources { title publisher url publishedOn } }`;
/** The release that published facts, which are not a ledger's, come from. */
const record = `record: dataset(slug: "public-record") { slug title licence citation release { number publishedAt } }`;
const estimate = `{ value n interval { low high level method } suppression { reason threshold } }`;
const ledger = z
  .string()
  .max(100)
  .describe('The slug of a ledger, such as "tscircuit"; list_ledgers tells them.');
const measure = z.enum(['AMOUNT', 'HOURS', 'UNITS', 'IMPROVEMENT']).describe('What is counted.');
const soc = z
  .string()
  .max(20)
  .describe('A 2018 SOC code, such as "23-1011"; search_profession finds it by an everyday name.');
const at = (path: string, state: Record<string, unknown>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) search.set(name, String(value));
  return `${path}?${search}`;
};

/** All that assistants are offered; each is answered by the API in this process, under its limits. */
export const tools: readonly Tool[] = [
  {
    name: 'list_ledgers',
    title: 'The ledgers',
    description: 'Which datasets there are: slug, title, kind, measures, licence, newest release.',
    input: z.strictObject({}),
    document: `query McpLedgers { datasets(first: 100) { nodes { slug title kind licence measures citation release { number publishedAt } ${source} } } }`,
    page: () => '/concentration',
  },
  {
    name: 'concentration',
    title: 'How concentrated a ledger is',
    description:
      'Gini coefficient, top share and half share of a measure among the contributors of a ledger, with intervals.',
    input: z.strictObject({
      ledger,
      measure,
      fraction: z
        .number()
        .gt(0)
        .lte(1)
        .default(0.2)
        .describe('The top fraction of contributors: 0.2 is 20 %.'),
    }),
    document: `query McpConcentration($ledger: String!, $measure: Measure!, $fraction: Float!) {
      dataset(slug: $ledger) { slug title kind concentration(measure: $measure) {
        contributors total reliability suppression { reason threshold }
        gini ${estimate} topShare(fraction: $fraction) ${estimate} halfShare ${estimate} ${provenance} } } }`,
    page: ({ ledger: slug, measure: what }) =>
      at('/concentration', { curve: `${String(slug)}.${String(what).toLowerCase()}` }),
  },
  {
    name: 'key_experts',
    title: 'How few people a ledger depends on',
    description:
      'How many contributors make a share of the total (the bus factor), and how sure that is. Pseudonyms only, never names.',
    input: z.strictObject({ ledger, measure, share: z.number().gt(0).lte(1).default(0.5) }),
    document: `query McpKeyExperts($ledger: String!, $measure: Measure!, $share: Float!) {
      dataset(slug: $ledger) { slug title kind keyExperts(measure: $measure, share: $share) {
        contributors count busFactor share reliability halfShare ${estimate} suppression { reason threshold } ${provenance} } } }`,
    page: ({ ledger: slug }) => at('/experts', { ledger: slug }),
  },
  {
    name: 'pay_benchmark',
    title: 'What a profession costs',
    description:
      'Published hourly rates for training-data work of a profession, the market wage of the same occupation, and what ledgers show paid.',
    input: z.strictObject({ socCode: soc, country: z.string().length(2).default('US') }),
    document: `query McpBenchmark($socCode: String!, $country: String!) {
      rateBenchmark(socCode: $socCode, country: $country) { n statedCountry freshness profession { socCode title }
        published { n median low high premium currency ${provenance} } publishedInCountry { n median low high currency }
        market { median p10 p90 year currency ${source} }
        realised { median p25 p75 contributors engagements currency suppression { reason threshold } ${provenance} }
        ${provenance} } }`,
    page: ({ socCode }) => `/professions/${encodeURIComponent(String(socCode))}`,
  },
  {
    name: 'conversion',
    title: 'How far professions are on the way into training data',
    description: 'Professions, employment and wage bill at each stage, from untouched to contested.',
    input: z.strictObject({
      sector: z.array(z.string().max(100)).max(20).optional().describe('Only of these sectors.'),
    }),
    document: `query McpConversion($sector: [String!]) {
      conversion(filter: { sector: $sector }) { professions employment wageYear wageBill { amount currency }
        stages { stage professions employmentShare wageBillShare } ${provenance} } }`,
    page: () => '/conversion',
  },
  {
    name: 'market_facts',
    title: 'Published facts of the market',
    description:
      'Valuations, revenues, payouts, contractor counts and other published facts of laboratories, platforms and projects, the newest first, each with its source.',
    input: z.strictObject({
      search: z.string().min(1).max(200).optional().describe('Words that the fact holds.'),
      metric: z
        .array(z.string().max(60))
        .max(20)
        .optional()
        .describe('Such as "valuation" or "total_paid_to_contractors".'),
      organisation: z.array(z.string().max(100)).max(20).optional().describe('Slugs, such as "mercor".'),
      first: z.number().int().min(1).max(50).default(10),
    }),
    document: `query McpFacts($search: String, $metric: [String!], $organisation: [String!], $first: Int!) {
      marketFacts(first: $first, filter: { search: $search, metric: $metric, organisation: $organisation },
        orderBy: { field: AS_OF, direction: DESC }) {
        totalCount nodes { key subject metric value unit asOf note organisation { slug name } ${source} } }
      ${record} }`,
    page: () => '/market',
  },
  {
    name: 'claims',
    title: 'Which claims hold',
    description: 'Each tested claim with its verdict, and how many tests support and contradict it.',
    input: z.strictObject({}),
    document: `query McpClaims { claims { slug statement verdict reason supported contradicted inconclusive speaker saidOn
      ${source} releases { number publishedAt dataset { slug title } } ${provenance} } }`,
    page: () => '/',
  },
  {
    name: 'search_profession',
    title: 'Find a profession',
    description:
      'Finds occupations by everyday names, in English or French, with their stage and the publications that put them there.',
    input: z.strictObject({
      text: z.string().min(1).max(200),
      first: z.number().int().min(1).max(20).default(5),
    }),
    document: `query McpSearch($text: String!, $first: Int!) {
      searchProfessions(text: $text, first: $first) { name match profession { socCode title stage stageSince { stage date }
        stageEvidence { evidence { name ${source} } payObservations { roleTitle ${source} } evaluations { ${source} } } } }
      ${record} }`,
    page: ({ text }) => at('/professions', { q: text }),
  },
  {
    name: 'figure',
    title: 'A figure that stays put',
    description: 'What a frozen figure says, with its citation; its address is /figures/ID.',
    input: z.strictObject({ id: z.string().max(40) }),
    document: `query McpFigure($id: ID!) {
      figure(id: $id) { id checksum createdAt finding measure simulated headline { value low high }
        releases { dataset number } citations { apa } } }`,
    page: ({ id }) => `/figures/${encodeURIComponent(String(id))}`,
  },
];
