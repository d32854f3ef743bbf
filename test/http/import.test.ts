import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { TacitError } from '../../server/errors/tacit-error.ts';
import { admin, form, openImports } from './import-service.ts';
import { tellingDashboard } from './support.ts';

const post = (url: string, body: BodyInit, headers: Record<string, string> = admin) =>
  fetch(url, { method: 'POST', body, headers, duplex: 'half', redirect: 'manual' } as RequestInit);
const target = { dataset: 'mine', expert: 'who' };

describe('POST /import', () => {
  it('takes a form whose fields stand before its file', async () => {
    const { url, received } = await openImports();
    const response = await post(
      `${url}/import`,
      form({ ...target, amount: 'paid', currency: 'USD', open: 'on' }),
    );
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ outcome: 'LOADED', release: { number: 1 } });
    expect(received).toEqual([
      {
        name: 'pay.csv',
        file: 'who,paid\na,1\nb,2\n',
        aborted: false,
        parameters: {
          mapping: { expert: 'who', amount: 'paid', currency: 'USD' },
          dataset: { slug: 'mine', protected: false },
          mode: 'REPLACE',
          keepGoing: false,
          dryRun: false,
        },
      },
    ]);
  });

  it('takes a bare body with its fields in the address', async () => {
    const { url, received } = await openImports();
    const query = new URLSearchParams({ ...target, name: '../../pay.tsv', delimiter: 'tab', append: '1' });
    for (const type of ['text/csv', 'application/json', 'application/octet-stream'])
      expect(
        (await post(`${url}/import?${query}`, 'who\na\n', { ...admin, 'content-type': type })).status,
      ).toBe(201);
    expect(received[0]).toMatchObject({
      name: 'pay.tsv',
      file: 'who\na\n',
      parameters: { delimiter: '\t', mode: 'APPEND' },
    });
  });

  it.each([
    [{ outcome: 'LOADED' }, 201],
    [{ outcome: 'UNCHANGED', release: null }, 200],
    [{ outcome: 'CHECKED', release: null, dryRun: true }, 200],
    [{ outcome: 'REJECTED', release: null, rowsRejected: 3 }, 422],
  ] as const)('answers the report %j with %i', async (report, status) => {
    const { url } = await openImports(report);
    const response = await post(`${url}/import`, form(target));
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject(report);
  });

  it.each([
    [
      new TacitError('BAD_USER_INPUT', 'There is no column "wo".', { nearest: ['who'] }),
      400,
      'BAD_USER_INPUT',
    ],
    [new TacitError('CONFLICT'), 409, 'CONFLICT'],
    [Object.assign(new Error('secret'), { code: '57P01' }), 503, 'SERVICE_UNAVAILABLE'],
    [new Error('secret'), 500, 'INTERNAL_SERVER_ERROR'],
  ])('answers the failure %s with %i', async (failure, status, code) => {
    const { url } = await openImports(failure);
    const response = await post(`${url}/import`, form(target));
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { message: string; details?: unknown } };
    expect(error).toMatchObject({ code });
    expect(error.message).not.toContain('secret');
    if (status === 400)
      expect(error).toMatchObject({ message: 'There is no column "wo".', details: { nearest: ['who'] } });
  });

  it('refuses whoever has no key, a wrong one or a lesser one, with the file unread', async () => {
    const { url, received } = await openImports();
    const ask = async (headers: Record<string, string>, body: BodyInit) => {
      const response = await post(`${url}/import?dataset=mine&expert=who`, body, headers);
      const { error } = (await response.json()) as { error: { code: string } };
      return [response.status, error.code, response.headers.get('www-authenticate')];
    };
    const challenge = 'Bearer realm="Tacit"';
    const text = { 'content-type': 'text/csv' };
    expect(await ask(text, 'who\n')).toEqual([401, 'UNAUTHENTICATED', challenge]);
    expect(await ask({}, form({}))).toEqual([401, 'UNAUTHENTICATED', challenge]);
    expect(await ask({}, form({ key: 'guess' }))).toEqual([401, 'UNAUTHENTICATED', challenge]);
    expect(await ask({ ...text, authorization: 'Bearer guess' }, 'who\n')).toEqual([
      401,
      'UNAUTHENTICATED',
      challenge,
    ]);
    for (const scope of ['read', 'ledger'])
      expect(await ask({ ...text, authorization: `Bearer ${scope}` }, 'who\n')).toEqual([
        403,
        'FORBIDDEN',
        null,
      ]);
    expect(await ask({}, form({ key: 'ledger' }))).toEqual([403, 'FORBIDDEN', null]);
    expect(received).toEqual([]);
  });

  it('takes the key from the first field of a form, and hands it to nobody', async () => {
    const { url, received } = await openImports();
    expect((await post(`${url}/import`, form({ key: 'admin', ...target }), {})).status).toBe(201);
    expect(JSON.stringify(received)).not.toContain('admin');
  });

  it.each([
    [{ expert: 'who' }, 'dataset'],
    [{ dataset: 'mine', expret: 'who' }, 'did you mean "expert"'],
    [{ ...target, open: 'on', protected: 'on' }, 'open or protected'],
    [{ ...target, append: 'on', 'new-release': 'on' }, 'appended'],
    [{ ...target, open: 'perhaps' }, '"open" is on or off'],
    [{ ...target, format: 'xls' }, '"xls" is no format: csv, json, jsonl, parquet'],
    [{ ...target, 'date-order': 'YMD' }, 'DMY, MDY'],
  ])('refuses the fields %j', async (fields, words) => {
    const { url } = await openImports(new TacitError('BAD_USER_INPUT', 'no dataset'));
    const response = await post(`${url}/import`, form(fields));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words.replaceAll('"', '\\"'));
  });

  it('refuses a form with fields behind its file, without a file, or that is none', async () => {
    const { url, received } = await openImports();
    const late = form(target);
    late.append('append', 'on');
    const faults = [
      [late, admin, 'behind the file'],
      [
        new URLSearchParams(target),
        { ...admin, 'content-type': 'multipart/form-data; boundary=x' },
        'cannot be read',
      ],
      ['--x\r\n', { ...admin, 'content-type': 'multipart/form-data' }, 'cannot be read'],
    ] as const;
    for (const [body, headers, words] of faults) {
      const response = await post(`${url}/import`, body, headers);
      expect(await response.text()).toContain(words);
      expect(response.status).toBe(400);
    }
    const fileless = new FormData();
    fileless.append('dataset', 'mine');
    expect(await (await post(`${url}/import`, fileless)).text()).toContain('no file');
    for (const { file } of received) expect(file).toBeInstanceOf(Error);
  });
});

describe('an upload that is too large', () => {
  const large = { config: { maxUploadBytes: 100_000 } };

  it('is refused by what it announces, unread', async () => {
    const { url, received } = await openImports({}, large);
    const response = await post(`${url}/import?dataset=mine&expert=who`, 'x'.repeat(100_001));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      error: {
        code: 'PAYLOAD_TOO_LARGE',
        message: expect.stringContaining('100000'),
        details: { limit: 100_000 },
      },
    });
    expect(received).toEqual([]);
  });

  it.each(['bare', 'form'])(
    'is refused where it announces nothing, and never taken for a whole file (%s)',
    async (kind) => {
      const { url, received } = await openImports({}, large);
      const chunks = Array.from({ length: 20 }, () => 'a\n'.repeat(5000));
      const [body, headers] =
        kind === 'bare'
          ? [chunks, admin]
          : [
              [
                '--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n',
                ...chunks,
                '\r\n--x--\r\n',
              ],
              { ...admin, 'content-type': 'multipart/form-data; boundary=x' },
            ];
      const response = await post(
        `${url}/import?dataset=mine&expert=who`,
        Readable.toWeb(Readable.from(body.map((chunk) => Buffer.from(chunk)))) as BodyInit,
        headers,
      );
      expect(response.status).toBe(413);
      expect(received[0]?.file).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    },
  );

  it('may be as large as the limit to the byte', async () => {
    const { url } = await openImports({}, large);
    expect((await post(`${url}/import?dataset=mine&expert=who`, 'x'.repeat(100_000))).status).toBe(201);
    expect((await post(`${url}/import`, form(target, 'x'.repeat(100_000)))).status).toBe(201);
  });
});

describe('an upload whose sender goes away', () => {
  it.each([
    ['bare', ['who\na\n']],
    ['form', ['--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n', 'who\na\n']],
    [
      'form without its end',
      ['--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n', 'a\n\r\n--x'],
    ],
  ])('ends in an error, and tells whoever reads it (%s)', async (kind, parts) => {
    const { url, received } = await openImports();
    const type = kind === 'bare' ? 'text/csv' : 'multipart/form-data; boundary=x';
    const sent = httpRequest(`${url}/import?dataset=mine&expert=who`, {
      method: 'POST',
      headers: { ...admin, 'content-type': type, 'transfer-encoding': 'chunked' },
    });
    sent.on('error', () => undefined);
    for (const part of parts) sent.write(part);
    await expect.poll(() => received.length).toBe(1);
    await wait(20);
    sent.destroy();
    await expect.poll(() => received[0]?.aborted).toBe(true);
    await expect.poll(() => received[0]?.file).toMatchObject({ code: 'BAD_REQUEST' });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('POST /import from a form that the browser sends itself', () => {
  const asForm = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-mode': 'navigate' };

  it.each(['/import', '/fr/import'])('at %s leads to the page that shows the report', async (path) => {
    const { url, reports } = await openImports({ outcome: 'REJECTED', release: null });
    const response = await post(url + path, form({ key: 'admin', ...target }), asForm);
    expect(response.status).toBe(303);
    const [page, id = ''] = response.headers.get('location')!.split('?report=');
    expect(page).toBe(path);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(reports.find(id)?.report).toMatchObject({ outcome: 'REJECTED' });
  });

  it('leads there with a failure too', async () => {
    const { url, reports } = await openImports();
    const response = await post(`${url}/import`, form({ key: 'ledger', ...target }), asForm);
    const id = response.headers.get('location')!.split('=')[1]!;
    expect(reports.find(id)?.report).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });
});

describe('the bad rows of an upload', () => {
  it('are a file under an address that nobody guesses, and gone with the report', async () => {
    const { url, reports } = await openImports({
      outcome: 'REJECTED',
      rejectionFile: 'line,reason\n2,bad\n',
    });
    const { rejectionFile } = (await (await post(`${url}/import`, form(target))).json()) as {
      rejectionFile: string;
    };
    expect(rejectionFile).toMatch(/^\/import\/reports\/[\w-]{22}\/rejected\.csv$/);
    const response = await fetch(url + rejectionFile);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.text()).toBe('line,reason\n2,bad\n');
    await reports.close();
    expect((await fetch(url + rejectionFile)).status).toBe(404);
    expect((await fetch(`${url}/import/reports/..%2F..%2Fx/rejected.csv`)).status).toBe(404);
  });
});

it('POST /import/preview asks for the same key, and says whether the file was cut for it', async () => {
  const { url, received } = await openImports();
  expect((await post(`${url}/import/preview`, form({}), {})).status).toBe(401);
  const response = await post(`${url}/import/preview`, form({ partial: 'true' }));
  expect(await response.json()).toEqual({ partial: true });
  expect(received[0]).toMatchObject({ file: 'who,paid\na,1\nb,2\n' });
});

it('GET /import is a page of the dashboard', async () => {
  const { url } = await openImports({}, { dashboard: tellingDashboard });
  expect(await (await fetch(`${url}/import`)).json()).toMatchObject({ method: 'GET', url: '/import' });
});
