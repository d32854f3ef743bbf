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
  {
    name: 'graphql.example_key_experts',
    query: `query WhoMakesHalf($ledger: String!) {
  dataset(slug: $ledger) {
    keyExperts(measure: UNITS, share: 0.5) {
      contributors
      busFactor
      experts(first: 5) { rank share cumulativeShare }
      provenance { citation licence release }
    }
  }
}`,
    variables: { ledger: 'tscircuit' },
  },
  {
    name: 'graphql.example_rates',
    query: `query RatesByPlatform($country: CountryCode!) {
  payRates(groupBy: PLATFORM, filter: { country: [$country] }) {
    group { label }
    n
    low
    median
    high
    provenance { n sources { title url } }
  }
}`,
    variables: { country: 'US' },
  },
  {
    name: 'graphql.example_search',
    query: `query FindAProfession($text: String!) {
  searchProfessions(text: $text, first: 5) {
    name
    match
    profession { socCode title stage }
  }
}`,
    variables: { text: 'heart doctor' },
  },
  {
    name: 'graphql.example_difference',
    query: `query IsOneMoreUnequal {
  concentrationDifference(
    first: { dataset: "crowdspeech", measure: UNITS }
    second: { dataset: "mmteb", measure: UNITS }
  ) {
    first { contributors gini { value } }
    second { contributors gini { value } }
    gini { value interval { low high } }
  }
}`,
  },
  {
    name: 'graphql.example_pages',
    query: `query SourcesAPageAtATime($after: String) {
  sources(first: 10, after: $after) {
    nodes { title publisher url }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`,
    variables: { after: null },
  },
];
