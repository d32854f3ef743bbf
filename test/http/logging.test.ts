import { describe, expect, it } from 'vitest';
import { createLogger } from '../../server/logging.ts';

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
