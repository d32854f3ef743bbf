import type { MessageKey } from '../i18n/messages/catalogue.ts';

/** A query that the explorer offers to start from. */
export interface Example {
  name: MessageKey;
  query: string;
  variables?: Record<string, unknown>;
}

/** Questions that a newcomer to the API would ask. */
export const examples: readonly Example[] = [
  {
    name: 'graphql.example_concentration',
    query: `query TopShares($ledger: String!) {
  dataset(slug: $ledger) {
    title
    concentration(measure: UNITS) {
      contributors
      gini { value interval { low high } }
      topShare(fraction: 0.2) { value interval { low high } }
    }
  }
}`,
    variables: { ledger: 'crowdspeech' },
  },
  {
    name: 'graphql.example_benchmark',
    query: `query WhatDoesALawyerCost {
  rateBenchmark(socCode: "23-1011") {
    published { n median low high premium }
    market { median p10 p90 year }
  }
}`,
  },
  {
    name: 'graphql.example_conversion',
    query: `query Stages {
  conversion {
    stages { stage professions wageBillShare }
  }
}`,
  },
  {
    name: 'graphql.example_facts',
    query: `query Valuations {
  marketFacts(filter: { metric: ["valuation"] }, first: 10) {
    nodes { subject value unit asOf source { title url } }
  }
}`,
  },
  {
    name: 'graphql.example_claims',
    query: `query Verdicts {
  claims { statement verdict supported contradicted inconclusive }
}`,
  },
];
