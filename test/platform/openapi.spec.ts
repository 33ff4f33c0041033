import { readdirSync, readFileSync } from 'node:fs';
import { document } from '../support/api-document.js';

const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
);

/** Every schema with the way to it, those inside of others as well. */
function schemasIn(value: unknown, way: string): [string, Record<string, any>][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => schemasIn(item, `${way}/${key}`));
  const key = way.split('/').at(-1)!;
  const isSchema = key === 'schema' || key === 'items' || /\/(schemas|properties|oneOf|anyOf|allOf)\/[^/]+$/.test(way);
  return isSchema && !Array.isArray(value) ? [[way, value], ...inside] : inside;
}

test('the document describes the API', () => {
  expect(routes.length).toBeGreaterThan(40);
});

test.each(routes.map((route) => [route.name, route] as const))('%s says what it answers', (_, { responses }) => {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  expect(successes).toHaveLength(1);
  const [status, { content }] = successes[0]!;
  if (status === '204') expect(content).toBeUndefined();
  else expect(Object.values(content ?? {}).map(({ schema }) => schema)).toEqual([expect.any(Object)]);
  expect(responses.default?.content).toEqual({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  });
});

test('no schema leaves open what stands in it', () => {
  const open = schemasIn(document, '').filter(
    ([, s]) =>
      Object.keys(s).length === 0 || (s.type === 'object' && !s.properties && !s.additionalProperties && !s.allOf),
  );
  expect(open.map(([way]) => way)).toEqual([]);
});

test('every operation has a name of its own', () => {
  const names = routes.map(({ operationId }) => operationId);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('every described class has a name of its own', () => {
  const src = `${import.meta.dirname}/../../src`;
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((name) => /\.(dto|view)\.ts$/.test(name))
    .flatMap((name) =>
      [...readFileSync(`${src}/${name}`, 'utf8').matchAll(/^(?:export )?class (\w+)/gm)].map((match) => match[1]),
    );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('a legal day is a date, a moment a date and time, money whole', () => {
  const { CaseSummary, ActDto } = document.components.schemas;
  expect(CaseSummary.properties.stateSince).toMatchObject({ type: 'string', format: 'date' });
  expect(CaseSummary.properties.receivedAt).toMatchObject({ type: 'string', format: 'date-time' });
  expect(CaseSummary.properties.amountVnd).toMatchObject({ type: 'integer', nullable: true });
  expect(ActDto.required.sort()).toEqual(['on', 'version']);
});
