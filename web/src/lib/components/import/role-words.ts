import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import type { Role } from '../../imports/types.ts';

/** What each role is called. */
export const roleName: Record<Role, MessageKey> = {
  expert: 'imports.role_expert',
  date: 'imports.role_date',
  amount: 'imports.role_amount',
  currency: 'imports.role_currency',
  rate: 'imports.role_rate',
  hours: 'imports.role_hours',
  units: 'imports.role_units',
  project: 'imports.role_project',
  sector: 'imports.role_sector',
  profession: 'imports.role_profession',
  improvement: 'imports.role_improvement',
  expertProfession: 'imports.role_expert_profession',
  country: 'imports.role_country',
  seniority: 'imports.role_seniority',
  formerEmployer: 'imports.role_former_employer',
};

/** What is to be known of a role before naming its column. */
export const roleHint: Partial<Record<Role, MessageKey>> = {
  expert: 'imports.role_expert_hint',
  currency: 'imports.role_currency_hint',
  units: 'imports.role_units_hint',
  profession: 'imports.role_profession_hint',
  improvement: 'imports.role_improvement_hint',
  expertProfession: 'imports.role_profession_hint',
  country: 'imports.role_country_hint',
  seniority: 'imports.role_seniority_hint',
  formerEmployer: 'imports.role_former_employer_hint',
};
