import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Answer } from './ward.js';

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

/** As the build has written it: jest runs the sources without the compiler plugin that describes them. */
export const document = JSON.parse(readFileSync(`${import.meta.dirname}/../../dist/openapi.json`, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, any> };
};

/** JSON Schema of an OpenAPI 3.0 schema, in which a field that is not described is a fault. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'enum' || key === 'example' ? value : strict(value)]),
  );
  if (rest.$ref) return { $ref: `api${rest.$ref}` };
  if (rest.properties) rest.additionalProperties ??= false;
  return nullable === true ? { anyOf: [rest.allOf ? { allOf: rest.allOf } : rest, { type: 'null' }] } : rest;
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'api', components: strict(document.components) });
const validators = new Map<string, ValidateFunction>();

/** What in an answer is otherwise than the document says. */
export function faultsOf(method: string, path: string, { status, body }: Answer): string[] {
  const name = `${method.toUpperCase()} ${path} ${status}`;
  const { responses } = document.paths[path]![method]!;
  const [media] = Object.values((responses[status] ?? (status >= 400 ? responses.default : undefined))?.content ?? {});
  if (!media?.schema) return body === '' ? [] : [`${name}: answer not described`];
  const key = JSON.stringify(strict(media.schema));
  const validate = validators.get(key) ?? ajv.compile(JSON.parse(key) as object);
  validators.set(key, validate);
  if (validate(body)) return [];
  return validate.errors!.map(({ instancePath, message, params }) => {
    const { additionalProperty = '' } = params as { additionalProperty?: string };
    return `${name}: ${instancePath} ${message} ${additionalProperty}`;
  });
}
