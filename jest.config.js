/** Run through `npm test`, which starts the servers and sets --experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test', '<rootDir>/dist'],
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    // TypeScript under NodeNext writes './x.js' for the file './x.ts'.
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // @fastify/static requires an ES module, which jest cannot on Node 20, for a download() that nobody calls.
    '^content-disposition$': '<rootDir>/node_modules/content-disposition',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Limits are for what hangs: a busy machine is no fault.
  testTimeout: 240_000,
  // Many suites wait for a browser, a process or a mail; others fill the gaps on two cores.
  maxWorkers: 4,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
};
