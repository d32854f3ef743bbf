import type { picturePages } from '../lib/pictures/picture-pages.ts';
import { load as conversion } from '../routes/conversion/+page.server.ts';
import { load as expert } from '../routes/experts/[id]/+page.server.ts';
import { load as experts } from '../routes/experts/+page.server.ts';
import { load as match } from '../routes/experts/match/+page.server.ts';
import { load as project } from '../routes/projects/[id]/+page.server.ts';
import { load as projects } from '../routes/projects/+page.server.ts';
import { load as concentration } from '../routes/concentration/+page.server.ts';
import { load as claims } from '../routes/+page.server.ts';
import { load as claim } from '../routes/claims/[slug]/+page.server.ts';
import { load as knowHow } from '../routes/know-how/+page.server.ts';
import { load as market } from '../routes/market/+page.server.ts';
import { load as organisations } from '../routes/organisations/+page.server.ts';
import { load as organisation } from '../routes/organisations/[slug]/+page.server.ts';
import { load as pay } from '../routes/pay/+page.server.ts';
import { load as profession } from '../routes/professions/[soc]/+page.server.ts';

/** What a page's load is given when a figure is made: an address and a language, no visitor. */
export interface Asked {
  url: URL;
  params: Record<string, string>;
  locals: App.Locals;
}

type Load = (asked: Asked) => Promise<unknown>;

/** A load asks no more of its event than what a figure has. */
const lent =
  (load: (event: never) => unknown): Load =>
  async (asked) =>
    load(asked as never);

/** How each page that has figures reads its address. */
export const pageLoads: Record<keyof typeof picturePages, Load> = {
  experts: lent(experts),
  match: lent(match),
  expert: lent(expert),
  projects: lent(projects),
  project: lent(project),
  concentration: lent(concentration),
  conversion: lent(conversion),
  claims: lent(claims),
  claim: lent(claim),
  knowHow: lent(knowHow),
  organisation: lent(organisation),
  organisations: lent(organisations),
  market: lent(market),
  pay: lent(pay),
  profession: lent(profession),
};
