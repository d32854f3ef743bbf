import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

type CsvRow = Record<string, string>;

async function seed(name: string): Promise<CsvRow[]> {
  const url = new URL(`../../../seeds/resources/${name}.csv`, import.meta.url);
  return parse(await readFile(url, 'utf8'), { columns: true });
}

/** The stage of every occupation, counted anew from the seed files, as plainly as the definition puts it. */
export async function stagesFromSeeds(): Promise<Record<string, string>> {
  const [professions, organisations, pay, evidence, evaluations, projects] = await Promise.all(
    [
      'professions',
      'organisations',
      'pay-observations',
      'conversion-evidence',
      'evaluations',
      'projects',
    ].map(seed),
  );
  const organisation = new Map(organisations!.map((row) => [row['slug'], row]));
  const ownerOf = (slug: string | undefined): string[] => {
    const row = organisation.get(slug);
    return row === undefined || row['aggregate'] === 'true' ? [] : [row['parent'] || row['slug'] || ''];
  };

  return Object.fromEntries(
    professions!.map(({ soc_code: code = '' }) => {
      const paid = pay!.filter((row) => row['soc_code'] === code);
      const own = evidence!.filter((row) => row['soc_code'] === code);
      const hired = own.filter((row) => row['kind'] !== 'BENCHMARK' && row['pay_usd'] !== '');
      const benchmarks = own.filter((row) => row['kind'] === 'BENCHMARK' && row['expert_built'] === 'true');
      const hiredBy = hired.flatMap(({ project }) => projects!.filter(({ slug }) => slug === project));
      const platforms = new Set([...paid, ...hiredBy].flatMap(({ platform }) => ownerOf(platform)));
      const parity = evaluations!.some(
        (row) =>
          row['at_or_above_expert_parity'] === 'true' &&
          benchmarks.some((benchmark) => benchmark['project'] === row['project']),
      );
      const converting = platforms.size >= 2 && benchmarks.length >= 1;
      if (converting && parity) return [code, 'CONTESTED'];
      if (converting) return [code, 'CONVERTING'];
      if (benchmarks.length >= 1) return [code, 'MEASURED'];
      if (paid.length + hired.length >= 1) return [code, 'RECRUITED'];
      return [code, 'UNTOUCHED'];
    }),
  );
}
