import { ClaimType } from '../analytics/claims/claim.type.ts';
import { BackgroundType } from '../market/backgrounds/background.type.ts';
import { ConversionEvidenceType } from '../market/conversion-evidence/conversion-evidence.type.ts';
import { DatasetType } from '../market/datasets/dataset.type.ts';
import { DisputeType } from '../market/disputes/dispute.type.ts';
import { EarningType } from '../market/earnings/earning.type.ts';
import { findEarning } from '../market/earnings/earning.reads.ts';
import { EvaluationType } from '../market/evaluations/evaluation.type.ts';
import { ExpertType } from '../market/experts/expert.type.ts';
import { MarketFactType } from '../market/market-facts/market-fact.type.ts';
import { OrganisationType } from '../market/organisations/organisation.type.ts';
import { OwnershipPositionType } from '../market/positions/position.type.ts';
import { PayObservationType } from '../market/pay-observations/pay-observation.type.ts';
import { ProfessionType } from '../market/professions/profession.type.ts';
import { ProjectType } from '../market/projects/project.type.ts';
import { ReleaseType } from '../market/releases/release.type.ts';
import { SectorType } from '../market/sectors/sector.type.ts';
import { SourceType } from '../market/sources/source.type.ts';
import type { Context } from './context.ts';
import { findNode, requireRows } from './find-node.ts';
import { parseNodeId } from './node-id.ts';
import type { Node } from './node.ts';
import type { RowType, TableWithId } from './row-type.ts';

type Find = (context: Context, id: string) => Promise<Node | null>;

/** Whatever has an id, by noun. */
const finders: Readonly<Record<string, Find>> = {
  Background: byRow('Background', BackgroundType),
  Claim: byRow('Claim', ClaimType),
  ConversionEvidence: byRow('ConversionEvidence', ConversionEvidenceType),
  Dataset: byRow('Dataset', DatasetType),
  Dispute: byRow('Dispute', DisputeType),
  Earning: earningNode,
  Evaluation: byRow('Evaluation', EvaluationType),
  Expert: byRow('Expert', ExpertType),
  MarketFact: byRow('MarketFact', MarketFactType),
  Organisation: byRow('Organisation', OrganisationType),
  OwnershipPosition: byRow('OwnershipPosition', OwnershipPositionType),
  PayObservation: byRow('PayObservation', PayObservationType),
  Profession: byRow('Profession', ProfessionType),
  Project: byRow('Project', ProjectType),
  Release: byRow('Release', ReleaseType),
  Sector: byRow('Sector', SectorType),
  Source: byRow('Source', SourceType),
};

/** The thing that an id names, whatever it is; null when there is none. */
export async function anyNode(context: Context, id: string): Promise<Node | null> {
  const noun = parseNodeId(id)?.noun ?? '';
  return Object.hasOwn(finders, noun) ? (finders[noun]?.(context, id) ?? null) : null;
}

function byRow<Item extends Node, Table extends TableWithId>(noun: string, type: RowType<Item, Table>): Find {
  return (context, id) => findNode(context, type, noun, id);
}

async function earningNode(context: Context, id: string): Promise<Node | null> {
  const row = await findEarning(context, parseNodeId(id)?.key ?? '');
  if (row === undefined) return null;
  const earning = EarningType.of(row);
  await requireRows(context, earning);
  return earning;
}
