import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';
import { loggedError } from './logged-error.ts';

export type { Logger } from 'pino';

/** Never written, wherever in a logged object they stand: keys, passwords, cookies. */
const secret = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-api-key"]',
  'headers.authorization',
  'headers.cookie',
  '*.password',
  '*.adminKey',
  '*.databaseUrl',
  '*.connectionString',
];

/** One JSON object a line on standard error: standard output belongs to the address line and to data. */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: loggedError },
      redact: { paths: secret, censor: '[secret]' },
    },
    destination,
  );
}
