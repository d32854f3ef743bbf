import { buffer } from 'node:stream/consumers';
import { parse as parseCsv } from 'csv-parse/sync';
import { decode } from 'fast-png';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { fromBuffer, type Entry } from 'yauzl';

// Every file is opened with another library than the one that wrote it.

/** What a file of a figure says of itself: its title, and how many rows of the main table it holds; null for what it does not. */
export interface Opened {
  title: string | null;
  rows: number | null;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Opens a file of a figure by its extension; throws on what another program could not read. */
export const openers: Readonly<Record<string, (bytes: Uint8Array) => Promise<Opened> | Opened>> = {
  svg: (bytes) => {
    const svg = text(bytes);
    if (XMLValidator.validate(svg) !== true) throw new Error('not well-formed');
    const { svg: outer } = new XMLParser({ ignoreAttributes: true }).parse(svg) as {
      svg: { title?: string; svg?: { title?: string } };
    };
    return { title: outer.svg?.title ?? outer.title ?? null, rows: null };
  },
  png: (bytes) => {
    const { width, height, data } = decode(bytes);
    const paper = data.slice(0, 3).join();
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if (data.slice(at, at + 3).join() !== paper) inked += 1;
    if (inked / (width * height) < 0.005) throw new Error('nothing is drawn');
    return { title: null, rows: null };
  },
  pdf: async (bytes) => {
    const pdf = await getDocumentProxy(bytes);
    const { text: read } = await extractText(pdf, { mergePages: true });
    if (!/\/figures\/[0-9a-f]{20}/.test(read)) throw new Error('no address in its text');
    const { info } = await getMeta(pdf);
    return { title: String(info['Title']), rows: null };
  },
  csv: (bytes) => ({ title: null, rows: parseCsv(Buffer.from(bytes), { columns: true }).length }),
  'csv-metadata.json': (bytes) => {
    const described = JSON.parse(text(bytes)) as { 'dc:title': string };
    return { title: described['dc:title'], rows: null };
  },
  xlsx: async (bytes) => {
    const sheets = await readWorkbook(Buffer.from(bytes));
    const about = sheets.at(-1)!.data;
    return { title: String(about[0]?.[1]), rows: sheets[0]!.data.length - 1 };
  },
  parquet: async (bytes) => {
    const file = bytes.slice().buffer;
    const rows = await parquetReadObjects({ file });
    const facts = new Map(parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value]));
    return { title: facts.get('tacit.title') ?? null, rows: rows.length };
  },
  json: (bytes) => {
    const figure = JSON.parse(text(bytes)) as { facts: { title: string }; tables: { rows: object[] }[] };
    return { title: figure.facts.title, rows: figure.tables[0]!.rows.length };
  },
  zip: async (bytes) => {
    const files = await filesIn(Buffer.from(bytes));
    const described = JSON.parse(text(files.get('datapackage.json')!)) as {
      title: string;
      resources: { path: string }[];
    };
    const rows = parseCsv(files.get(described.resources[0]!.path)!, { columns: true }).length;
    return { title: described.title, rows };
  },
};

/** The files of a zip, unpacked. */
export async function filesIn(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, fail) => {
    const files = new Map<string, Buffer>();
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return fail(error);
      file.on('entry', (entry: Entry) => {
        file.openReadStream(entry, (problem, stream) => {
          if (problem) return fail(problem);
          void buffer(stream).then((content) => {
            files.set(entry.fileName, content);
            file.readEntry();
          }, fail);
        });
      });
      file.on('end', () => resolve(files));
      file.readEntry();
    });
  });
}
