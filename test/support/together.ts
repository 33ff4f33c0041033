/**
 * Several spec files run as one suite, each as a `describe` of its own: loading the program costs a suite more than
 * most of its tests. `npm test` writes such suites when it runs everything; a file asked for by name runs alone.
 */
const names = ['describe', 'test', 'it', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll'] as const;
const scope = globalThis as unknown as Record<string, unknown>;

type Call = (real: unknown) => unknown;

/** Takes note of `test.each(rows)(name, run)` and the like, however long the chain. */
function recorder(said: Call[], soFar: Call): unknown {
  return new Proxy(() => undefined, {
    get: (target, key) =>
      typeof key === 'symbol'
        ? Reflect.get(target, key)
        : recorder(said, (real) => (soFar(real) as Record<PropertyKey, unknown>)[key]),
    apply: (_, __, args) => {
      const call: Call = (real) => (soFar(real) as (...all: unknown[]) => unknown)(...(args as unknown[]));
      said.splice(said.indexOf(soFar) >>> 0, 1); // the inner call of a chain is made by the outer one
      said.push(call);
      return recorder(said, call);
    },
  });
}

/** Loads one spec file and puts all it registers at its top level under its own name. */
export async function together(file: string, load: () => Promise<unknown>): Promise<void> {
  const real = Object.fromEntries(names.map((name) => [name, scope[name]]));
  const said: Call[] = [];
  for (const name of names) scope[name] = recorder(said, () => real[name]);
  try {
    await load();
  } finally {
    Object.assign(scope, real);
  }
  describe(file, () => {
    for (const call of said) call(undefined);
  });
}
