import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knownNames } from '../../server/market/professions/profession-name.reads.ts';
import { rankNames } from '../../server/market/professions/rank-names.ts';
import { foldName } from '../../server/market/professions/fold-name.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

interface Match {
  name: string;
  kind: string;
  match: string;
  profession: { socCode: string; title: string };
}

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

async function search(text: string, first = 20): Promise<Match[]> {
  const { searchProfessions } = await graph.ask<{ searchProfessions: Match[] }>(
    `query ($text: String!, $first: Int!) { searchProfessions(text: $text, first: $first) {
      name kind match profession { socCode title } } }`,
    { text, first },
  );
  return searchProfessions;
}

describe('a search for a profession', () => {
  test.each([
    ['banker', '13-2051'],
    ['Bankers', '13-2051'],
    ['trader', '41-3031'],
    ['doctor', '29-1216'],
    ['lawyer', '23-1011'],
    ['coder', '15-1252'],
    ['nurse', '29-1141'],
    ['avocat', '23-1011'],
    ['AVOCATES', '23-1011'],
    ['médecin', '29-1216'],
    ['medecins', '29-1216'],
    ['infirmière', '29-1141'],
    ['infirmieres', '29-1141'],
    ['développeuse', '15-1252'],
    ['traductrice', '27-3091'],
    ['prof', '25-2031'],
    ['13-2051', '13-2051'],
    ['radiologist', '29-1224'],
    ['brain surgeon', '29-1249'],
    ['CFO', '11-1011'],
  ])('for %s puts %s first', async (text, socCode) => {
    expect((await search(text))[0]?.profession.socCode).toBe(socCode);
  });

  test('forgives a slip of the pen only where nothing comes nearer', async () => {
    const [slip] = await search('dermatolgist');
    expect(slip).toMatchObject({ match: 'SIMILAR', profession: { socCode: '29-1213' } });
    expect((await search('dermatologist')).every(({ match }) => match !== 'SIMILAR')).toBe(true);
  });

  test('gives each profession once, nearest names first, and everyday names before reported ones', async () => {
    const hits = await search('engineer', 100);
    const codes = hits.map(({ profession }) => profession.socCode);
    expect(new Set(codes).size).toBe(codes.length);
    const order = ['EXACT', 'BEGINS', 'WORDS', 'PARTS'];
    const places = hits.map(({ match }) => order.indexOf(match));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(hits[0]).toMatchObject({ kind: 'EVERYDAY', match: 'EXACT' });
  });

  test('finds nothing in nonsense and in punctuation, and says what is too long', async () => {
    expect(await search('zzyzx qwrtp')).toEqual([]);
    expect(await search(' …! ')).toEqual([]);
    const { errors } = await graph.execute(`{ searchProfessions(text: "${'a'.repeat(201)}") { name } }`);
    expect(errors?.[0]?.message).toContain('at most 200');
  });

  test('asks the database for the names once, whoever asks again', async () => {
    await search('banker');
    graph.database.statements.splice(0);
    await search('lawyer');
    expect(graph.database.statements.filter((sql) => sql.includes('profession_name'))).toEqual([]);
  });

  test('narrows the list of professions in the same way', async () => {
    const { professions } = await graph.ask<{ professions: { nodes: { socCode: string }[] } }>(
      '{ professions(first: 100, filter: { search: "banquier", sector: "finance" }) { nodes { socCode } } }',
    );
    const codes = professions.nodes.map(({ socCode }) => socCode);
    expect(codes).toContain('13-2051');
    expect(codes).toEqual(codes.toSorted());
  });
});

test('what is none of all names is found out in the time of few searches for one that is', async () => {
  const { orm, kysely } = graph.database;
  const names = await knownNames(orm.em.getDriver(), kysely);
  const time = (texts: readonly string[]) => {
    for (const text of texts) rankNames(names, text);
    const began = performance.now();
    for (const text of texts) rankNames(names, text);
    return performance.now() - began;
  };
  const known = ['lawyer', 'nurse practitioner', 'banker', 'software developer', 'aerospace engineer'];
  const unknown = ['lawyerxq', 'nurze praktitionex', 'zzbankerq', 'sofdwarq', 'aerozpaze enginxer'];
  expect(names.length).toBeGreaterThan(5000);
  expect(time(unknown) / time(known)).toBeLessThan(8);
});

test('a profession tells its other names in the language that is asked', async () => {
  const { profession } = await graph.ask<{ profession: { names: string[]; noms: string[] } }>(
    '{ profession(socCode: "23-1011") { names noms: names(locale: FR) } }',
  );
  expect(profession.names.slice(0, 2)).toEqual(['lawyer', 'attorney']);
  expect(profession.noms).toContain('juriste');
});

test.each([
  ['Infirmières diplômées d’État', ['infirmier', 'diplome', 'etat']],
  ['Secretaries', ['secretary']],
  ['Maux de l’œuvre', ['mal', 'oeuvre']],
  ["Sheriff's Patrol Officers", ['sheriff', 'patrol', 'officer']],
  ['de la', ['de', 'la']],
  ['C++ coaches', ['c++', 'coach']],
])('%s folds to %j', (text, words) => {
  expect(foldName(text)).toEqual(words);
});
