/** The pages of the masthead, in their order. */
export const pages = [
  '/',
  '/concentration',
  '/pay',
  '/conversion',
  '/market',
  '/experts',
  '/projects',
  '/know-how',
  '/import',
  '/sources',
  '/methods',
] as const;

/** The address of a page of the masthead, without its language. */
export type PagePath = (typeof pages)[number];
