import type { OrganisationRole } from '../../api/organisations.ts';
import type { Edition } from '../../i18n/edition.ts';

const keys = {
  LABORATORY: 'organisations.role_laboratory',
  PLATFORM: 'organisations.role_platform',
  EMPLOYER: 'organisations.role_employer',
  PUBLISHER: 'organisations.role_publisher',
} as const;

/** A role in the page's language. */
export function roleName({ t }: Edition, role: OrganisationRole): string {
  return t(keys[role]);
}
