import type { PublicRecord, Stage } from '../../api/common.ts';
import type {
  Conversion,
  ConversionEvent,
  PredictionAgreement,
  WholeConversion,
} from '../../api/conversion.ts';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Standing } from '../picture.ts';

/** What the pictures of the Conversion page are drawn from. */
export interface ConversionData {
  conversion: Conversion;
  whole: WholeConversion;
  record: { timeline: ConversionEvent[]; predictions: PredictionAgreement[] };
  dataset: PublicRecord | null;
}

/** What the address of the Conversion page asks for. */
export interface ConversionState {
  area: 'wages' | 'people';
  sector?: string;
  stage?: Stage;
  /** A month, when it is not the newest. */
  until?: string;
  search?: string;
  occupation?: string;
}

/** The state as a query of the address, canonical: defaults left out, in the order of the controls. */
export function conversionQuery({ area, sector, stage, until, search, occupation }: ConversionState) {
  return { area: area === 'wages' ? undefined : area, sector, stage, until, search, occupation };
}

/** What the footers of the pictures state. */
export function conversionStanding(
  words: Edition,
  { professions, provenance }: Pick<Conversion, 'professions' | 'provenance'>,
  dataset: PublicRecord | null,
): Standing {
  const { t, exact } = words;
  return {
    ...recorded(dataset),
    n: t('conversion.standing', { professions: exact(professions), rows: exact(provenance.n) }),
    sources: [
      { label: t('conversion.each_source'), path: '/sources' },
      { label: t('conversion.occupation_sources'), path: '/methods#licences' },
    ],
    method: t('conversion.method'),
  };
}
