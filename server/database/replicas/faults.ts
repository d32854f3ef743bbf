/** What PostgreSQL says where a copy, not the statement, is at fault. */
const ofTheCopy = [
  // A row that the statement read was cleaned up on the primary and had to go here, too.
  '40001',
  '40P01',
  // A write: only the primary takes one.
  '25006',
  // A table or column that a migration has made on the primary a moment ago.
  '42P01',
  '42703',
  // As many connections as it takes.
  '53300',
];

const gone = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED'];

/** GONE: the replica does not answer. UNFIT: it does, but not this. Undefined: the statement is wrong anywhere. */
export function isOfTheServer(error: unknown): 'GONE' | 'UNFIT' | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (ofTheCopy.includes(code)) return 'UNFIT';
  // 08: the connection; 57P: it shuts down, or has crashed; 58 and XX: its disk.
  if (/^(08|57P|58|XX)/.test(code) || gone.includes(code)) return 'GONE';
  return code === '' && /terminated|timeout|not queryable|connection/i.test(message) ? 'GONE' : undefined;
}
