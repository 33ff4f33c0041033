/**
 * The types of the web client, made of the API document that every build writes:
 *
 *   node scripts/api-types.mjs            writes web/src/api/schema.d.ts
 *   node scripts/api-types.mjs --check    fails when that file is not what the document says
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import openapi, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const target = resolve(root, 'web/src/api/schema.d.ts');
// The compiler lists the members of a union in an order that unrelated changes upset: here the order is the alphabet's.
const inOrder = (key, value) => (key === 'enum' ? value.sort() : value);
const document = JSON.parse(readFileSync(resolve(root, 'dist/openapi.json'), 'utf8'), inOrder);
const blob = ts.factory.createTypeReferenceNode('Blob');
const nodes = await openapi(document, {
  // A default is what the server takes for a field left out; it does not make the field required.
  defaultNonNullable: false,
  transform: ({ format }) => (format === 'binary' ? blob : undefined),
});
const text = `// Written by scripts/api-types.mjs from the API document. Do not edit.\n\n${astToString(nodes)}`;

const known = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (text !== known && !process.argv.includes('--check')) writeFileSync(target, text);
else if (text !== known) {
  console.error('web/src/api/schema.d.ts không khớp với API; hãy chạy: npm run api-types');
  process.exitCode = 1;
}
