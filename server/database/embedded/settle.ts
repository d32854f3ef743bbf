import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartFailure } from '../../errors/start-failure.ts';
import { accessOf, accountsFor, isRoot, ownerOf, type Account } from './account.ts';
import { programOf, type Binaries } from './binaries.ts';
import { copyBinaries } from './copy-binaries.ts';
import { makeDatabaseFolder, makeRootFolder, removeIfEmpty } from './folders.ts';
import { homeIn, type Home } from './home.ts';

/** Where root keeps a database whose own folder no other account can enter, best first. */
const sharedFolders = ['/var/lib/tacit', '/var/tmp/tacit', '/tmp/tacit'];

/** Finds where the database of a data folder lives, and who runs it; makes the folder when there is none. */
export async function settle(
  dataDir: string,
  binaries: Binaries,
  report: (line: string) => void,
  fallbacks = sharedFolders,
): Promise<Home> {
  const own = join(dataDir, 'postgres');
  if (!isRoot()) return homeIn(makeDatabaseFolder(own, undefined), binaries, undefined);

  const elsewhere = fallbacks.map((folder) => join(folder, nameFor(dataDir)));
  const kept = [own, ...elsewhere].find(clusterOwner);
  for (const folder of kept ? [kept] : [own, ...elsewhere]) {
    const home = await homeOfRoot(folder, dataDir, binaries, fallbacks, folder !== own);
    if (!home) continue;
    if (folder !== own) {
      report(`No account but root can enter ${dataDir}, and PostgreSQL does not run as root.`);
      report(`The database is in ${folder}`);
    }
    return home;
  }
  throw new StartFailure(
    'PostgreSQL does not run as root, and no other account of this machine (postgres, nobody) can write in ' +
      `${[own, ...elsewhere].join(' or ')}. Start as an ordinary user, or choose a folder that another account ` +
      'can enter: DATA_DIR=/path/to/folder npm start',
  );
}

/** Finds an account that can keep a database in a folder and run PostgreSQL there. */
async function homeOfRoot(
  folder: string,
  dataDir: string,
  binaries: Binaries,
  fallbacks: string[],
  isElsewhere: boolean,
): Promise<Home | undefined> {
  const owner = clusterOwner(folder);
  for (const account of owner ? [owner] : accountsFor(dataDir)) {
    try {
      if (isElsewhere) makeRootFolder(dirname(folder));
      makeDatabaseFolder(folder, account);
    } catch (error) {
      // That the chosen folder cannot be made is the answer; that one of ours cannot be, only leads to the next.
      if (isElsewhere) return undefined;
      throw error;
    }
    const access = accessOf(account, folder, programOf(binaries, 'postgres'));
    if (access.writes) {
      const runnable = access.runs ? binaries : await copyBinaries(binaries, account, fallbacks);
      if (runnable) return homeIn(folder, runnable, account);
    }
    removeIfEmpty(folder);
  }
  return undefined;
}

/** Whose database is in a folder; root owns none. */
function clusterOwner(folder: string): Account | undefined {
  const cluster = join(folder, 'data');
  return statSync(cluster, { throwIfNoEntry: false }) && ownerOf(cluster);
}

function nameFor(dataDir: string): string {
  return `database-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
}
