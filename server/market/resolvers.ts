import { BackgroundResolver } from './backgrounds/background.resolver.ts';
import {
  ProfessionEvidenceResolver,
  ProjectEvidenceResolver,
  SourceEvidenceResolver,
} from './conversion-evidence/conversion-evidence-of.resolver.ts';
import { ConversionEvidenceResolver } from './conversion-evidence/conversion-evidence.resolver.ts';
import { DatasetResolver, SourceDatasetsResolver } from './datasets/dataset.resolver.ts';
import { DisputeResolver } from './disputes/dispute.resolver.ts';
import { OrganisationDisputesResolver } from './disputes/disputes-of.resolver.ts';
import { EarningResolver } from './earnings/earning.resolver.ts';
import {
  DatasetEarningsResolver,
  ExpertEarningsResolver,
  ProjectEarningsResolver,
} from './earnings/earnings-of.resolver.ts';
import { EvaluationResolver, ProjectEvaluationsResolver } from './evaluations/evaluation.resolver.ts';
import { DatasetBackgroundsResolver } from './experts/expert-backgrounds.resolver.ts';
import { DatasetExpertsResolver, ExpertResolver } from './experts/expert.resolver.ts';
import { MarketFactResolver } from './market-facts/market-fact.resolver.ts';
import {
  OrganisationFactsResolver,
  ProjectFactsResolver,
  SourceFactsResolver,
} from './market-facts/market-facts-of.resolver.ts';
import { OrganisationResolver } from './organisations/organisation.resolver.ts';
import { PayObservationResolver } from './pay-observations/pay-observation.resolver.ts';
import {
  OrganisationPayResolver,
  ProfessionPayResolver,
  SourcePayResolver,
} from './pay-observations/pay-observations-of.resolver.ts';
import { OwnershipPositionResolver } from './positions/position.resolver.ts';
import {
  ProfessionResolver,
  SectorProfessionsResolver,
  WageResolver,
} from './professions/profession.resolver.ts';
import {
  ProfessionNamesResolver,
  ProfessionSearchResolver,
} from './professions/profession-search.resolver.ts';
import { ProjectResolver } from './projects/project.resolver.ts';
import { DatasetProjectsResolver, OrganisationProjectsResolver } from './projects/projects-of.resolver.ts';
import { DatasetReleasesResolver, ReleaseResolver } from './releases/release.resolver.ts';
import { DatasetSectorsResolver, SectorResolver } from './sectors/sector.resolver.ts';
import { SourceResolver } from './sources/source.resolver.ts';

/** The resolvers of everything that was observed. */
export const marketResolvers = [
  BackgroundResolver,
  ConversionEvidenceResolver,
  DatasetBackgroundsResolver,
  DatasetEarningsResolver,
  DatasetExpertsResolver,
  DatasetProjectsResolver,
  DatasetReleasesResolver,
  DatasetResolver,
  DatasetSectorsResolver,
  DisputeResolver,
  EarningResolver,
  EvaluationResolver,
  ExpertEarningsResolver,
  ExpertResolver,
  MarketFactResolver,
  OrganisationDisputesResolver,
  OrganisationFactsResolver,
  OrganisationPayResolver,
  OrganisationProjectsResolver,
  OrganisationResolver,
  OwnershipPositionResolver,
  PayObservationResolver,
  ProfessionEvidenceResolver,
  ProfessionNamesResolver,
  ProfessionPayResolver,
  ProfessionResolver,
  ProfessionSearchResolver,
  ProjectEarningsResolver,
  ProjectEvaluationsResolver,
  ProjectEvidenceResolver,
  ProjectFactsResolver,
  ProjectResolver,
  ReleaseResolver,
  SectorProfessionsResolver,
  SectorResolver,
  SourceDatasetsResolver,
  SourceEvidenceResolver,
  SourceFactsResolver,
  SourcePayResolver,
  SourceResolver,
  WageResolver,
] as const;
