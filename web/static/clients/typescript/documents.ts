// Generated from questions.graphql and the schema.

/** A document that knows what it takes and what it is answered with. */
export interface Document<Answer, Variables> {
  readonly text: string;
  readonly types?: (variables: Variables) => Answer;
}

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a rate is paid for. Only hourly rates are compared; others are shown, never converted. */
export type PayBasis =
  /** An hour of work. */
  | 'HOUR'
  /** A month. */
  | 'MONTH'
  /** A whole project. */
  | 'PROJECT'
  /** A piece of work. */
  | 'TASK'
  /** A year. */
  | 'YEAR';

export type BenchmarkQueryVariables = Exact<{
  socCode: string;
  country?: string | null | undefined;
}>;


export type BenchmarkQuery = { rateBenchmark: { n: number, freshness: string | null, profession: { title: string }, published: { low: number | null, median: number | null, high: number | null, currency: string } | null, market: { median: number | null, year: number } | null, provenance: { citation: string | null, licence: string | null, sources: Array<{ title: string, url: string }> } } };

export type RatesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RatesQuery = { payObservations: { totalCount: number, nodes: Array<{ roleTitle: string, low: number | null, high: number | null, currency: string, basis: PayBasis, country: string | null, observedOn: string | null, platform: { name: string }, source: { url: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export const Benchmark: Document<BenchmarkQuery, BenchmarkQueryVariables> = {
  text: `query Benchmark($socCode: String!, $country: String) {
  rateBenchmark(socCode: $socCode, country: $country) {
    profession {
      title
    }
    n
    freshness
    published {
      low
      median
      high
      currency
    }
    market {
      median
      year
    }
    provenance {
      citation
      licence
      sources {
        title
        url
      }
    }
  }
}`,
};

export const Rates: Document<RatesQuery, RatesQueryVariables> = {
  text: `query Rates($first: Int!, $after: String) {
  payObservations(first: $first, after: $after) {
    nodes {
      roleTitle
      platform {
        name
      }
      low
      high
      currency
      basis
      country
      observedOn
      source {
        url
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}`,
};
