import { describe, expect, it, onTestFinished } from 'vitest';
import { createGraph } from '../../server/graphql/graph.ts';
import { createLogger } from '../../server/logging.ts';
import { openTestDatabase } from '../support/database.ts';
import { openApp } from './support.ts';

function lines(
  level: Parameters<typeof createLogger>[0],
  write: (log: ReturnType<typeof createLogger>) => void,
) {
  const written: string[] = [];
  write(createLogger(level, { write: (line: string) => void written.push(line) }));
  return written;
}

describe('the log', () => {
  it('is one JSON object a line, quiet below its level', () => {
    const written = lines('warn', (log) => {
      log.info('not this');
      log.warn({ route: '/pay' }, 'this');
    });
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ level: 40, route: '/pay', msg: 'this' });
  });

  it('never holds a key, a cookie or a password', () => {
    const secret = 'hunter2';
    const written = lines('info', (log) => {
      log.info({ req: { headers: { authorization: secret, cookie: secret, 'x-api-key': secret } } });
      log.info({
        connection: { host: 'db', password: secret },
        config: { adminKey: secret, databaseUrl: secret },
      });
    });
    expect(written.join('')).not.toContain(secret);
    expect(written.join('')).toContain('[secret]');
  });
});

describe('the log of a server', () => {
  it('ties its lines to a request by id, and holds nothing of what was asked or of who asked', async () => {
    const written: string[] = [];
    const logger = createLogger('trace', { write: (line: string) => void written.push(line) });
    const database = await openTestDatabase();
    onTestFinished(() => database.drop());
    const graph = await createGraph({ database, logger });
    onTestFinished(() => graph.stop());
    const { url } = await openApp({ graph, logger, config: { trustProxy: true } });
    const secret = 'Geheimnis-4711';
    const headers = {
      'content-type': 'application/json',
      'user-agent': `agent ${secret}`,
      cookie: `session=${secret}`,
      'x-forwarded-for': '192.0.2.77',
    };
    const ask = (query: string, variables: object) =>
      fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const sources = 'query ($text: String) { sources(filter: { search: $text }) { nodes { title } } }';
    const answer = await ask(sources, { text: secret });
    expect(await answer.text()).toContain('"nodes":[]');
    await ask('query ($id: ID!) { node(id: $id) { id } }', { id: secret });
    await ask('query ($first: Int!) { sources(first: $first) { totalCount } }', { first: secret });
    await fetch(`${url}/graphql?query={claim(slug:"${secret}"){slug}}&variables={"a":"${secret}"}`, {
      headers,
    });
    await fetch(`${url}/${secret}?q=${secret}`, {
      headers: { ...headers, authorization: `Bearer ${secret}` },
    });
    // A fault of ours is told in full, but for the values that the database repeats.
    await database.pool.query('alter table source rename column title to gone');
    const failed = await ask(sources, { text: secret });
    expect(await failed.text()).toContain('INTERNAL_SERVER_ERROR');
    await until(() => written.some((line) => line.includes('42703')));
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const { headers: told } of [answer, failed])
      expect(lines.some(({ reqId, requestId }) => told.get('x-request-id') === (reqId ?? requestId))).toBe(
        true,
      );
    expect(lines.find(({ msg }) => msg === 'answered')).toMatchObject({
      method: 'POST',
      route: '/graphql',
      status: 200,
    });
    expect(written.join('')).not.toMatch(/Geheimnis|4711|192\.0\.2\.77/i);
  });

  it('leaves out of an error what PostgreSQL repeats of a row', async () => {
    const database = await openTestDatabase();
    onTestFinished(() => database.drop());
    const faults = [
      `insert into api_key (name, scope, hash) values ('Geheimnis', 'nothing', 'Geheimnis')`,
      `select 'Geheimnis'::int`,
      `select 1 / length('') + length('Geheimnis')`,
    ];
    for (const fault of faults) {
      const error: unknown = await database.pool.query(fault).catch((reason: unknown) => reason);
      const [line = ''] = lines('error', (log) => log.error({ err: error }, 'failed'));
      expect(line).toMatch(/"code":"\w{5}"/);
      expect(line).toContain('test/http/logging');
      expect(line).not.toContain('Geheimnis');
    }
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
}
