/** All of a fact but its id, in the order of every insert. */
export const factColumns = `expert_id, period, dataset_id, project_id, sector_id, profession_id, quarter, amount_minor,
  currency, hours, units, improvement, release_id, row_key, reversal`;

/**
 * The staged rows as facts to be (`fact`), names resolved, each under its key. A row is known by its content and by which
 * of several equal ones it is, so that a file read twice counts once and two equal rows of one file count twice. The
 * dataset is parameter 1.
 */
export function stagedFactsSql(repeats: boolean): string {
  return `fact as (
      select expert.id as expert_id, staged.period, coalesce(project.id, 0) as project_id,
        coalesce(staged_sector.id, 0) as sector_id, coalesce(profession.id, 0) as profession_id, staged.quarter,
        staged.amount_minor, staged.currency, staged.hours, staged.units, staged.improvement,
        staged.content || '.' || ${repeats ? 'coalesce(numbered.occurrence, 1)' : '1'} as row_key
      from staged
      join expert on expert.dataset_id = $1 and expert.pseudonym = staged.expert
      left join project on project.dataset_id = $1 and project.key = staged.project
      left join staged_sector on staged_sector.name = staged.sector
      left join profession on profession.soc_code = staged.profession
      ${repeats ? 'left join numbered using (line)' : ''}
    )`;
}
