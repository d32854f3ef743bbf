/**
 * A sentence with what is put into it. English is what the code says; the sentence without its values is what other
 * languages find their own by.
 */
export class Said {
  /** 'The file {0} is empty.' */
  readonly template: string;
  readonly values: readonly unknown[];

  constructor(template: string, values: readonly unknown[] = []) {
    this.template = template;
    this.values = values;
  }

  /** In another language: sentences by their English templates; what has none stays as it is. */
  in(language: Readonly<Record<string, string>>): string {
    const told = (value: unknown): string => (value instanceof Said ? value.in(language) : String(value));
    const template = language[this.template] ?? this.template;
    return template.replaceAll(/\{(\d+)\}/g, (_, place: string) => told(this.values[Number(place)]));
  }

  toString(): string {
    return this.in({});
  }
}

/** Tags a sentence that people read, so that it can be told in their language. */
export function said(strings: TemplateStringsArray, ...values: unknown[]): Said {
  const template = strings.map((text, place) => (place === 0 ? text : `{${place - 1}}${text}`)).join('');
  return new Said(template, values);
}
