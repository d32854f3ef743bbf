import { fieldName, type Preview, type Problem, type Report } from './types.ts';

/** Of a large file this much is read for a preview: a few thousand rows of most ledgers. */
const head = 1024 * 1024;

/** A format whose directory stands at its end cannot be read in part. */
const whole = /\.parquet$/i;

export type Fields = Readonly<Record<string, string | boolean | undefined>>;

/** Who sends, and in which language. */
export interface Sender {
  key: string;
  locale: string;
}

/** The form of an upload: fields first, the file last, as the server reads it. */
export function formOf(fields: Fields, file: Blob, name: string): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields))
    if (value) form.append(fieldName(field), value === true ? 'on' : value);
  form.append('file', file, name);
  return form;
}

/** What is wrong is told in the language of the page, whatever the browser prefers. */
function headers({ key, locale }: Sender): Record<string, string> {
  return { 'accept-language': locale, ...(key && { authorization: `Bearer ${key}` }) };
}

/** Asks what would become of a file, from its beginning. */
export async function askPreview(
  file: File,
  fields: Fields,
  sender: Sender,
  signal: AbortSignal,
): Promise<Preview | { error: Problem }> {
  const partial = file.size > head && !whole.test(file.name);
  const body = formOf(
    { ...fields, partial: String(partial) },
    partial ? file.slice(0, head) : file,
    file.name,
  );
  const response = await fetch('/import/preview', { method: 'POST', body, headers: headers(sender), signal });
  return (await response.json()) as Preview | { error: Problem };
}

export interface Sending {
  /** The answer; null where it was stopped or the server cannot be reached. */
  answer: Promise<Report | { error: Problem } | null>;
  stop(): void;
}

/** Sends a file, telling how much has gone; fetch cannot tell that. */
export function send(form: FormData, sender: Sender, sent: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<Report | { error: Problem } | null>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => sent(1);
    request.onload = () => resolve(request.response as Report | { error: Problem } | null);
    request.onerror = request.onabort = () => resolve(null);
  });
  request.open('POST', '/import');
  request.responseType = 'json';
  for (const [name, value] of Object.entries(headers(sender))) request.setRequestHeader(name, value);
  request.setRequestHeader('accept', 'application/json');
  request.send(form);
  return { answer, stop: () => request.abort() };
}
