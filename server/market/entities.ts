import { ConversionEvidence } from './conversion-evidence/conversion-evidence.entity.ts';
import { Dataset } from './datasets/dataset.entity.ts';
import { Erasure } from './datasets/erasure.entity.ts';
import { Evaluation } from './evaluations/evaluation.entity.ts';
import { Expert } from './experts/expert.entity.ts';
import { MarketFact } from './market-facts/market-fact.entity.ts';
import { Organisation } from './organisations/organisation.entity.ts';
import { PayObservation } from './pay-observations/pay-observation.entity.ts';
import { Profession } from './professions/profession.entity.ts';
import { Wage } from './professions/wage.entity.ts';
import { Project } from './projects/project.entity.ts';
import { Release } from './releases/release.entity.ts';
import { Sector } from './sectors/sector.entity.ts';
import { Source } from './sources/source.entity.ts';

/**
 * Every entity that MikroORM manages: the dimensions and the published facts. Not among them: earning, which is
 * partitioned, append-only and written by COPY; the rollups, which releases write from it in SQL; setting and
 * api_key, which the server keeps for itself; claim and what speaks against it, which analytics reads; disputes,
 * positions and backgrounds, which are only listed; figure, figure_drawing and figure_move, which are written once and
 * never changed.
 */
export const entities = [
  ConversionEvidence,
  Dataset,
  Erasure,
  Evaluation,
  Expert,
  MarketFact,
  Organisation,
  PayObservation,
  Profession,
  Project,
  Release,
  Sector,
  Source,
  Wage,
];
