import { counting } from '../pictures/professions/stage.ts';
import type { Profession } from '../api/profession.ts';
import type { Edition } from '../i18n/edition.ts';

/** What would have to be published for a profession to reach its next stage. */
export function nextStage({ t, list }: Edition, profession: Profession, platforms: number): string {
  switch (profession.stage) {
    case 'UNTOUCHED':
      return t('professions.next_untouched');
    case 'RECRUITED':
      return t('professions.next_recruited', { platforms });
    case 'MEASURED':
      return t('professions.next_measured', { platforms });
    case 'CONVERTING': {
      const benchmarks = counting(profession)
        .filter(({ kind }) => kind === 'BENCHMARK')
        .map(({ name }) => name);
      return t('professions.next_converting', { list: list([...new Set(benchmarks)]) });
    }
    case 'CONTESTED':
      return t('professions.next_contested');
    default:
      return profession.stage satisfies never;
  }
}
