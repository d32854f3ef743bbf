import { textScalar } from './text-scalar.ts';

export const UrlScalar = textScalar({
  name: 'URL',
  description: 'An absolute address on the web.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  expected: 'an absolute address such as https://example.org/',
  accepts: (text) => URL.canParse(text),
});
