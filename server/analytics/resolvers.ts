import { ClaimResolver, ClaimTestResolver, CounterEvidenceResolver } from './claims/claim.resolver.ts';
import { ConcentrationDifferenceResolver } from './concentration-difference/concentration-difference.resolver.ts';
import {
  ConcentrationResolver,
  DatasetConcentrationResolver,
} from './concentration/concentration.resolver.ts';
import {
  ConversionResolver,
  OccupationStageResolver,
  SectorConversionResolver,
} from './conversion/conversion.resolver.ts';
import { ProfessionStageResolver } from './conversion/profession-stage.resolver.ts';
import { ConversionEventResolver, StageEvidenceResolver } from './conversion/stage-evidence.resolver.ts';
import { ExposureStandingResolver } from './exposure/exposure-standing.resolver.ts';
import { DatasetHourlyRatesResolver } from './hourly-rates/hourly-rates.resolver.ts';
import { DatasetKeyExpertsResolver } from './key-experts/key-experts.resolver.ts';
import { DatasetRankedExpertsResolver, ExpertStandingResolver } from './key-experts/ranking.resolver.ts';
import { DatasetMatchExpertsResolver } from './matching/matching.resolver.ts';
import {
  DatasetFormerEmployersResolver,
  FormerEmployerSectorResolver,
  KnowHowLedgersResolver,
} from './know-how/former-employers.resolver.ts';
import { KnowHowCellResolver, KnowHowResolver } from './know-how/know-how.resolver.ts';
import { PayGroupResolver } from './pay/pay-group.resolver.ts';
import { MarketWageResolver, PayRateResolver } from './pay/pay-rates.resolver.ts';
import { ProfessionPayRateResolver } from './pay/profession-pay-rate.resolver.ts';
import { RateBenchmarkResolver } from './pay/rate-benchmark.resolver.ts';
import { ProjectContributorsResolver } from './project-contributors/project-contributors.resolver.ts';
import { ProvenanceResolver } from './provenance/provenance.resolver.ts';
import { ReleaseChangesResolver } from './releases/release-changes.resolver.ts';

/** The resolver classes of what follows from the observed: measures, rates, stages, claims. */
export const analyticsResolvers = [
  ClaimResolver,
  ClaimTestResolver,
  ConcentrationDifferenceResolver,
  ConcentrationResolver,
  ConversionEventResolver,
  ConversionResolver,
  CounterEvidenceResolver,
  DatasetConcentrationResolver,
  DatasetHourlyRatesResolver,
  DatasetKeyExpertsResolver,
  DatasetMatchExpertsResolver,
  DatasetRankedExpertsResolver,
  ExpertStandingResolver,
  ExposureStandingResolver,
  DatasetFormerEmployersResolver,
  FormerEmployerSectorResolver,
  KnowHowCellResolver,
  KnowHowLedgersResolver,
  KnowHowResolver,
  MarketWageResolver,
  OccupationStageResolver,
  PayGroupResolver,
  PayRateResolver,
  ProfessionPayRateResolver,
  ProfessionStageResolver,
  ProjectContributorsResolver,
  ProvenanceResolver,
  RateBenchmarkResolver,
  ReleaseChangesResolver,
  SectorConversionResolver,
  StageEvidenceResolver,
] as const;
