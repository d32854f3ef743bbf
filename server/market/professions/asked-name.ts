import { reject } from '../../errors/tacit-error.ts';

const longest = 200;

/** The name that is looked for, as it was given; BAD_USER_INPUT where no name is like that. */
export function askedName(argument: string, text: string): string {
  if (text.length > longest)
    reject('BAD_USER_INPUT', `${argument} has ${text.length} characters; a name has at most ${longest}.`);
  if (text.includes('\0'))
    reject('BAD_USER_INPUT', `${argument} holds a NUL character (U+0000): leave the character out.`);
  return text;
}
