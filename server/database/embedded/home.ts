import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Where a database lives, what runs it and as whom. */
export interface Home {
  /** Holds everything below, readable by the account alone. */
  folder: string;
  /** PostgreSQL's own data folder. */
  cluster: string;
  /** What PostgreSQL says. */
  log: string;
  binaries: Binaries;
  /** Undefined: whoever runs us. */
  account: Account | undefined;
  /** Windows has no socket that pg can use: there it listens on a local port, behind a password. */
  overNetwork: boolean;
}

/** The paths of a database in a folder. */
export function homeIn(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
  overNetwork = process.platform === 'win32',
): Home {
  return {
    folder,
    cluster: join(folder, 'data'),
    log: join(folder, 'postgres.log'),
    binaries,
    account,
    overNetwork,
  };
}
