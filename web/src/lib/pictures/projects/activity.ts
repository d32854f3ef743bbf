import type { Measure } from '../../api/common.ts';
import type { ProjectWork } from '../../api/project.ts';
import type { Edition } from '../../i18n/edition.ts';
import { activityPicture } from '../experts/activity.ts';
import type { Picture } from '../picture.ts';

/** What was done on a project quarter by quarter; null where no dates are known or all falls in one quarter. */
export function projectActivityPicture(
  words: Edition,
  name: string,
  work: ProjectWork,
  measure: Measure,
): Picture | null {
  const quarters = (work.quarters ?? []).filter(({ key }) => key !== 'undated');
  const total = quarters.reduce((sum, { concentration }) => sum + (concentration.total ?? 0), 0);
  const busiest = quarters.toSorted((a, b) => (b.concentration.total ?? 0) - (a.concentration.total ?? 0))[0];
  if (!busiest || quarters.length < 2 || total <= 0) return null;
  return activityPicture(words, {
    subject: name,
    facts: work,
    quarters,
    measure,
    currency: work.concentration.currency,
    contributors: work.concentration.contributors,
    finding: words.t('projects.one_activity', {
      quarter: busiest.label,
      share: words.percent((busiest.concentration.total ?? 0) / total),
    }),
  });
}
