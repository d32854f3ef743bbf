import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { resolveMapping } from '../../server/imports/mapping/resolve-mapping.ts';
import {
  previewSample,
  proposeMapping,
  readSample,
  type Proposal,
} from '../../server/imports/propose-mapping.ts';

async function propose(csv: string, name = 'x.csv'): Promise<Proposal> {
  return proposeMapping(await readSample({ input: Readable.from([Buffer.from(csv)]), name }));
}

describe('columns are proposed from names and values', () => {
  test.each<[string, string, Partial<Record<string, string>>]>([
    [
      'everyday English',
      'Worker ID,Project,Category,Date,Hours,Amount,Currency\nw1,p,law,2025-01-02,1.5,3.20,USD\n',
      {
        expert: 'Worker ID',
        project: 'Project',
        sector: 'Category',
        date: 'Date',
        hours: 'Hours',
        amount: 'Amount',
        currency: 'Currency',
      },
    ],
    [
      'everyday French',
      'Prestataire;Projet;Métier;Date de paiement;Nb heures;Montant TTC;Devise;Quantité\nx;p;avocat;25/03/2025;1,5;1 234,50;EUR;3\n',
      {
        expert: 'Prestataire',
        project: 'Projet',
        profession: 'Métier',
        date: 'Date de paiement',
        hours: 'Nb heures',
        amount: 'Montant TTC',
        currency: 'Devise',
        units: 'Quantité',
      },
    ],
    [
      'Prolific',
      'Submission id,Participant id,Status,Started at,Completed at,Time taken,Reward\n65f0c0ffee65f0c0ffee65f0,5f0c0ffee65f0c0ffee65f01,APPROVED,2025-01-02T10:00:00Z,2025-01-02T10:10:00Z,600,£3.00\n',
      { expert: 'Participant id', date: 'Completed at', amount: 'Reward' },
    ],
    [
      'MTurk',
      'HITId,HITTypeId,Title,Reward,WorkerId,AssignmentStatus,SubmitTime,WorkTimeInSeconds\n3X,3T,Label images,$0.05,A1B2C3D4E5F6G7,Approved,Wed Jun 28 10:14:30 PDT 2017,61\n',
      { expert: 'WorkerId', project: 'HITTypeId', date: 'SubmitTime', amount: 'Reward' },
    ],
    [
      'git log',
      'hash,author_email,author_date,subject\nabc,ann@example.org,2025-01-02 10:11:12 +0200,Fix\n',
      { expert: 'author_email', date: 'author_date' },
    ],
    [
      'a payout platform',
      'payout_id,contractor,contract,paid_at,net_amount,currency,hourly_rate\n1,c-01,k,2025-01-02,10.00,USD,5\n',
      {
        expert: 'contractor',
        project: 'contract',
        date: 'paid_at',
        amount: 'net_amount',
        currency: 'currency',
      },
    ],
    [
      'rates alone',
      'contributor_id,hourly_rate,currency\nc1,8,USD\n',
      { expert: 'contributor_id', rate: 'hourly_rate', currency: 'currency' },
    ],
    ['ids without a telling name', 'x,y\nw001,2\nw002,3\n', { expert: 'x' }],
    ['nothing that says who', 'year,title\n2020,a\n2021,b\n', {}],
    [
      'a name whose values do not fit',
      'who_id,worker,date,amount\n1,w1,soon,many\n2,w2,later,few\n',
      { expert: 'worker' },
    ],
  ])('%s', async (_, csv, columns) => {
    expect((await propose(csv)).columns).toEqual(columns);
  });

  test('nested JSON is proposed by path', async () => {
    const lines = '{"author": {"id": "w1", "email": "a@b.org"}, "pay": {"amount": 3, "currency": "EUR"}}\n';
    const { columns } = await propose(lines, 'x.jsonl');
    expect(columns).toMatchObject({ expert: 'author.id' });
  });

  test('the currency is told by signs or by the column’s name', async () => {
    expect((await propose('worker,amount\na,€3\nb,€4\n')).currency).toBe('EUR');
    expect((await propose('worker,amount_usd\na,3\n')).currency).toBe('USD');
    expect((await propose('worker,amount\na,$3\n')).currency).toBeNull();
  });

  test('the order of dates is told, or that a person must say it', async () => {
    expect((await propose('worker,date\na,25/03/2025\n')).dateOrder).toBe('DMY');
    expect((await propose('worker,date\na,03/25/2025\n')).dateOrder).toBe('MDY');
    expect((await propose('worker,date\na,03/04/2025\n')).dateOrder).toBe('AMBIGUOUS');
    expect((await propose('worker,date\na,2025-03-04\n')).dateOrder).toBeNull();
  });

  test('e-mail addresses and names as experts are warned about', async () => {
    expect((await propose('worker\nann@example.org\n')).warnings).toMatchObject([
      { code: 'EMAIL_AS_EXPERT', column: 'worker' },
    ]);
    expect((await propose('Full name\nAnn Example\n')).warnings).toMatchObject([{ code: 'NAME_AS_EXPERT' }]);
    expect((await propose('worker id\nw1\n')).warnings).toEqual([]);
  });
});

test('a preview says what would be kept and rejected', async () => {
  const sample = await readSample({
    input: Readable.from([Buffer.from('who,n\na,1\nb,x\nc,3\n')]),
    name: 'x.csv',
  });
  expect(previewSample(sample, { expert: 'who', units: 'n' })).toMatchObject({
    kept: 2,
    rejections: [{ line: 3, column: 'n', value: 'x', code: 'NOT_A_NUMBER' }],
  });
});

describe('a currency that is named as a code is read as one', () => {
  const columns = ['worker', 'usd', 'Cur'];
  const resolved = (currency: string, amount = 'usd') =>
    resolveMapping({ expert: 'worker', amount, currency }, columns, 'payouts.csv');

  test('beside a column of amounts that differs from it by case alone', () => {
    expect(resolved('USD')).toMatchObject({ currency: 'USD', columns: { amount: 'usd' } });
    expect(resolved('usd')).toMatchObject({ currency: 'USD', columns: { amount: 'usd' } });
  });

  test('and as a column where it is no code, or is the very name of one that holds no amounts', () => {
    expect(resolved('cur')).toMatchObject({ currency: null, columns: { currency: 'Cur' } });
    expect(resolved('usd', 'Cur')).toMatchObject({ currency: null, columns: { currency: 'usd' } });
  });
});
