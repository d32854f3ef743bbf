import type { Measure } from '../../api/common.ts';
import type { Edition } from '../../i18n/edition.ts';
import { busFactorPicture } from '../experts/bus-factor.ts';
import type { Picture } from '../picture.ts';
import { projectActivityPicture } from './activity.ts';
import { projectCurvePicture } from './curve.ts';
import { projectsPicture, type Listed } from './listed.ts';
import { projectRatesPicture } from './rates.ts';

interface ProjectsData extends Pick<Listed, 'shares' | 'ledger' | 'measure'> {
  projects: { nodes: Listed['projects']; totalCount: number };
  state: { turned: boolean };
}

/** What the list of projects is drawn and told from. */
export function listedOf({ projects, shares, ledger, measure, state }: ProjectsData): Listed {
  const { nodes, totalCount } = projects;
  return { projects: nodes, totalCount, shares, ledger, measure, turned: state.turned };
}

/** The figure of the list of projects; none where nobody's number is known. */
export function projectsPictures(words: Edition, data: ProjectsData): Picture[] {
  const picture = projectsPicture(words, listedOf(data));
  return picture ? [picture] : [];
}

type Work = Parameters<typeof projectCurvePicture>[2];

interface ProjectData {
  project: { name: string };
  work: Work | null;
  measure: Measure;
}

/** The figures of a project: how many hold half, its curve, its rates, its time; none where nothing is known of its work. */
export function projectPictures(words: Edition, data: ProjectData): Picture[] {
  const { project, work, measure } = data;
  if (!work) return [];
  const known = work.keyExperts.experts?.map(({ expert }) => words.href(`/experts/${expert.id}`));
  return [
    work.concentration.contributors > 0
      ? busFactorPicture(words, {
          facts: work,
          dependence: work,
          measure,
          name: project.name,
          ...(known ? { hrefs: known } : {}),
        })
      : null,
    projectCurvePicture(words, project.name, work, measure),
    projectRatesPicture(words, project.name, work),
    projectActivityPicture(words, project.name, work, measure),
  ].filter((picture) => picture !== null);
}
