/** What each subject may import, besides itself, `access`, `domain` and `platform`. Nobody imports backwards. */
const mayImport = {
  // Rights and reach: everybody asks them, they ask nobody.
  access: [],
  cases: ['reminders/', 'deadlines/', 'calendar/', 'people/', 'audit/', 'office/media-types[.]ts$'],
  calendar: ['reminders/', 'deadlines/', 'audit/', 'people/[^/]+[.]entity[.]ts$'],
  people: ['reminders/', 'deadlines/', 'audit/'],
  // Whom to remind is a row of `people`; what people do (sign in, hand over) is not for reminders to call.
  reminders: ['deadlines/', 'audit/', 'webhooks/', 'people/[^/]+[.]entity[.]ts$'],
  // What is posted to another system; when, the queue of reminders says.
  webhooks: ['audit/', 'people/[^/]+[.]entity[.]ts$'],
  deadlines: ['audit/'],
  audit: [],
  // Copies every table and file, and looks into none.
  backups: [],
  // Tells browsers what changed; it looks at who is signed in, and at nothing else.
  live: ['people/'],
  retention: ['cases/', 'letters/letter.entity.ts', 'reminders/', 'deadlines/', 'people/', 'audit/'],
  'saved-views': ['people/[^/]+[.]entity[.]ts$', 'audit/'],
  // Makes workbooks and papers out of what others hand it.
  office: [],
  exports: ['office/', 'cases/', 'deadlines/', 'people/', 'audit/'],
  imports: ['office/', 'cases/', 'reminders/', 'deadlines/', 'people/', 'audit/'],
  letters: ['office/', 'cases/', 'deadlines/', 'people/', 'audit/'],
};
const subjects = [...Object.keys(mayImport), 'backlog', 'reports'];

const oneWay = Object.entries(mayImport).map(([from, allowed]) => ({
  name: `${from}-imports`,
  comment: `src/${from} may import only: ${['domain/', 'platform/', 'access/', ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[`${from}/`, 'domain/', 'platform/', 'access/', ...allowed].join('|')})` },
}));

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The rules import nothing outside src/domain: no package, no Node built-in, no other folder.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'no-circular',
      comment: 'Files that import each other are one file, or a third is missing.',
      severity: 'error',
      // A pair of entities that name each other only as types is no cycle when the program runs.
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...oneWay,
    {
      name: 'platform-knows-no-subject',
      comment: 'Only the list of tables and the migrations may look into subject folders.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '^src/platform/(database\\.ts$|migrations/)' },
      to: { path: `^src/(${subjects.join('|')})/` },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import names a file or package that is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
