import type { Expert } from '../../api/expert.ts';
import type { LedgerFacts } from '../../api/experts.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { capital } from './activity.ts';
import { countryName } from './country-name.ts';
import { seniorityNames } from './ledger-words.ts';

const employers: Record<string, MessageKey> = {
  BANK: 'experts.employer_bank',
  CONSULTANCY: 'experts.employer_consultancy',
  LAW_FIRM: 'experts.employer_law_firm',
  HOSPITAL: 'experts.employer_hospital',
  TECHNOLOGY: 'experts.employer_technology',
  INDUSTRY: 'experts.employer_industry',
  UNIVERSITY: 'experts.employer_university',
  SCHOOL: 'experts.employer_school',
  MEDIA: 'experts.employer_media',
  GOVERNMENT: 'experts.employer_government',
  SELF_EMPLOYED: 'experts.employer_self_employed',
};

/** All that the ledger tells of who an expert is, in one line. */
export function portrait(words: Edition, expert: Expert, ledger: LedgerFacts): string {
  const { t } = words;
  const employer = expert.formerEmployer === null ? undefined : employers[expert.formerEmployer];
  const told = [
    expert.profession?.title,
    expert.seniority && t(seniorityNames[expert.seniority]),
    expert.country && countryName(words, expert.country),
    employer && t('experts.one_former', { employer: t(employer) }),
    t('experts.one_ledger', { ledger: ledger.title }),
  ];
  return capital(told.filter(Boolean).join(' · '));
}
