import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

// Mercurius with jit over the same kind of reads, its loaders batching: node mercurius.peer.mjs DATABASE_URL PORT

const [, , connectionString, port] = process.argv;
const types = new pg.TypeOverrides();
types.setTypeParser(20, Number);
types.setTypeParser(1700, Number);
types.setTypeParser(1082, (day) => day);
const pool = new pg.Pool({ connectionString, max: 6, types });

const schema = `
  type Query {
    experts(dataset: Int!, after: String!): [Expert!]!
    earnings(dataset: Int!, after: String!): [Earning!]!
    professions(after: String!): [Profession!]!
    payObservations(after: String!): [PayObservation!]!
  }
  type Expert { id: ID! pseudonym: String! country: String earnings: [Earning!]! }
  type Earning { id: ID! period: String hours: Float units: Float! reversal: Boolean! project: Project sector: Sector }
  type Project { id: ID! name: String! sector: Sector }
  type Sector { id: ID! slug: String! name: String! }
  type Profession { id: ID! socCode: String! title: String! jobZone: Int gdpval: Boolean! sector: Sector }
  type PayObservation { id: ID! key: String! roleTitle: String! low: Float high: Float currency: String! observedOn: String source: Source platform: Organisation }
  type Source { id: ID! slug: String! title: String! }
  type Organisation { id: ID! slug: String! name: String! }
`;

const earning = 'expert_id, id, period, hours, units, reversal, project_id, sector_id';
const rows = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const resolvers = {
  Query: {
    experts: (_, { dataset, after }) =>
      rows(
        'experts',
        'select id, pseudonym, country from expert where dataset_id = $1 and (pseudonym, id) > ($2, 0) order by pseudonym, id limit 26',
        [dataset, after],
      ).then((all) => all.slice(0, 25)),
    earnings: (_, { dataset, after }) =>
      rows(
        'earnings',
        `select ${earning} from earning where dataset_id = $1 and (period, id) < ($2::date, 0) order by period desc, id desc limit 26`,
        [dataset, after],
      ).then((all) => all.slice(0, 25)),
    professions: (_, { after }) =>
      rows(
        'professions',
        'select id, soc_code as "socCode", title_en as title, job_zone as "jobZone", gdpval, sector_id from profession where (soc_code, id) > ($1, 0) order by soc_code, id limit 26',
        [after],
      ).then((all) => all.slice(0, 25)),
    payObservations: (_, { after }) =>
      rows(
        'pay',
        'select id, key, role_title as "roleTitle", low, high, currency, observed_on as "observedOn", source_id, platform_id from pay_observation where (key, id) > ($1, 0) order by key, id limit 26',
        [after],
      ).then((all) => all.slice(0, 25)),
  },
};

/** A loader of one row each by id. */
const one = (name, text, key) => async (queries) => {
  const found = await rows(name, text, [[...new Set(queries.map(({ obj }) => obj[key]))]]);
  const byId = new Map(found.map((row) => [row.id, row]));
  return queries.map(({ obj }) => byId.get(obj[key]) ?? null);
};
const sector = one('sector', 'select id, slug, name_en as name from sector where id = any($1)', 'sector_id');
const loaders = {
  Expert: {
    earnings: async (queries) => {
      const found = await rows(
        'earnings_of',
        `select page.* from unnest($1::bigint[]) as parent (id) cross join lateral (
           select ${earning} from earning where expert_id = parent.id order by period desc, id desc limit 11) page`,
        [queries.map(({ obj }) => obj.id)],
      );
      const byExpert = Map.groupBy(found, (row) => row.expert_id);
      return queries.map(({ obj }) => (byExpert.get(obj.id) ?? []).slice(0, 10));
    },
  },
  Earning: {
    project: one('project', 'select id, name, sector_id from project where id = any($1)', 'project_id'),
    sector,
  },
  Project: { sector },
  Profession: { sector },
  PayObservation: {
    source: one('source', 'select id, slug, title from source where id = any($1)', 'source_id'),
    platform: one(
      'organisation',
      'select id, slug, name from organisation where id = any($1)',
      'platform_id',
    ),
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: Number(port), host: '127.0.0.1' });
process.stdout.write(`http://127.0.0.1:${port}\n`);
