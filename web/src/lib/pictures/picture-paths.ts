/**
 * The paths, without the language, of the pages whose figures can be cited, exported and embedded; named groups are
 * their parameters. Apart from the figures themselves, so that what only asks for a path does not load every chart.
 */
export const picturePaths = {
  experts: /^\/experts$/,
  match: /^\/experts\/match$/,
  expert: /^\/experts\/(?<id>[\w=-]{1,200})$/,
  projects: /^\/projects$/,
  project: /^\/projects\/(?<id>[\w=-]{1,200})$/,
  concentration: /^\/concentration$/,
  conversion: /^\/conversion$/,
  claims: /^\/$/,
  claim: /^\/claims\/(?<slug>[a-z0-9-]+)$/,
  knowHow: /^\/know-how$/,
  organisation: /^\/organisations\/(?<slug>[a-z0-9-]+)$/,
  organisations: /^\/organisations$/,
  market: /^\/market$/,
  pay: /^\/pay$/,
  profession: /^\/professions\/(?<soc>\d{2}-\d{4})$/,
} as const;

/** Whether the page of a path has such figures. */
export const hasPictures = (path: string): boolean =>
  Object.values(picturePaths).some((one) => one.test(path));

/** The page whose picture is shown where an address is shared: its own, that of the list it is part of, or the home page's. */
export function sharedPage(path: string, search: string): string {
  if (hasPictures(path)) return path + search;
  return path.startsWith('/conversion/') ? '/conversion' : '/';
}
