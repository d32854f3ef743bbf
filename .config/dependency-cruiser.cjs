/** Who may see whom: the house of the architecture, as rules. */

const rooms = (...names) => `^server/(${names.join('|')})(/|\\.ts$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'walls-see-nothing',
      comment:
        'Arrays in, numbers out; codes and messages; minor units: none leans on another room or on a package.',
      severity: 'error',
      from: { path: '^server/(statistics|errors|money|signals)/' },
      to: { pathNot: ['^server/$1/', '^(async_hooks|diagnostics_channel)$'] },
    },
    {
      name: 'disclosure-sees-statistics-only',
      comment: 'The one door from a measure to the world; its rules must be readable without the rest.',
      severity: 'error',
      from: { path: '^server/disclosure/' },
      to: { path: '^server/', pathNot: ['^server/(disclosure|statistics|errors)/', '\\.type\\.ts$'] },
    },
    {
      name: 'nobody-sees-the-front-door',
      comment: 'main, http and cli are entrances: rooms do not lean on them.',
      severity: 'error',
      from: { path: '^server/', pathNot: rooms('main', 'http', 'cli') },
      to: { path: rooms('main', 'http', 'cli') },
    },
    {
      name: 'database-sees-no-noun-but-entities',
      severity: 'error',
      from: { path: '^server/database/' },
      to: {
        path: '^server/',
        pathNot: [
          '^server/(database|errors|signals)/',
          '^server/market/entities\\.ts$',
          '\\.entity\\.ts$',
          '^server/project-root',
        ],
      },
    },
    {
      name: 'imports-stay-below-the-graph',
      comment: 'Files become rows without knowing how rows are asked for.',
      severity: 'error',
      from: { path: '^server/imports/' },
      to: { path: '^server/(graphql|market|analytics|disclosure|access|figures|exports)/' },
    },
    {
      name: 'resolvers-are-seen-by-the-schema-only',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: '^server/(graphql/schema|(administration|market|analytics|exports|figures)/resolvers)\\.ts$',
      },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'sql-is-seen-by-its-slice-only',
      severity: 'error',
      from: { path: '^server/(market|analytics)/([^/]+)/' },
      to: { path: '\\.(sql|reads)\\.ts$', pathNot: '^server/$1/$2/' },
    },
    {
      name: 'a-noun-sees-of-another-its-entity-and-type',
      severity: 'error',
      from: { path: '^server/market/([^/]+)/' },
      to: {
        path: '^server/market/[^/]+/',
        pathNot: ['^server/market/$1/', '\\.(entity|type|enums?)\\.ts$', '\\.loader\\.ts$'],
      },
    },
    {
      name: 'the-market-knows-no-measure',
      comment: 'What was observed does not depend on what follows from it.',
      severity: 'error',
      from: { path: '^server/market/' },
      to: { path: '^server/(analytics|disclosure|statistics|imports)/' },
    },
    {
      name: 'web-sees-the-schema-never-the-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/' },
    },
    {
      name: 'the-server-never-sees-the-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'geometry-is-pure',
      comment: 'Rows and a size in, placed marks out: d3 and itself, no component and no page.',
      severity: 'error',
      from: { path: '^web/src/lib/charts/geometry/' },
      to: {
        pathNot: [
          '^web/src/lib/charts/geometry/',
          '^web/src/lib/charts/[^/]+\\.ts$',
          'node_modules/(@types/)?d3-[a-z]+/',
        ],
      },
    },
    {
      name: 'what-frames-every-page-asks-for-paths-not-pictures',
      comment: 'The page that is taken over by a script would fetch every chart of the site with it.',
      severity: 'error',
      from: { path: '^web/src/(lib/components/(?!figures/figure)|routes/\\+layout)' },
      to: { path: '^web/src/lib/pictures/picture-pages\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(server|web/src/lib)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.build|\\.svelte-kit)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.svelte', '.js', '.json'] },
  },
};
