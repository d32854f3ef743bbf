import type { Project } from '../../api/project.ts';
import type { Edition } from '../../i18n/edition.ts';
import { capital } from '../experts/activity.ts';
import { kindNames } from './listed.ts';

/** What a project is, in one line: kind, sector, for whom, by whom, when. */
export function projectPortrait(words: Edition, project: Project): string {
  const { t, date } = words;
  const told = [
    t(kindNames[project.kind]),
    project.sector?.name,
    project.laboratory && t('projects.one_for', { name: project.laboratory.name }),
    project.platform && t('projects.one_staffed', { name: project.platform.name }),
    project.startedOn && t('projects.one_began', { date: date(project.startedOn) }),
    project.endedOn && t('projects.one_ended', { date: date(project.endedOn) }),
    t('projects.one_in', { dataset: project.dataset.title }),
  ];
  return capital(told.filter(Boolean).join(' · '));
}
