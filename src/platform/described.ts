import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import { kinds } from '../domain/kinds/registry.js';
import { clocks } from '../domain/law/clocks.js';
import { ruleKinds } from '../domain/law/rule.js';
import { documentNames } from '../domain/workflow/documents.js';
import { fieldSpecs, holdoutReasons } from '../domain/workflow/fields.js';
import { phases, roles, variants } from '../domain/workflow/workflow.js';

// What the API document says of a value whose TypeScript type does not reach it: a branded string, a unit, a list of
// names. Whether the value may be absent or null is taken from the property itself.

/** A legal day, `YYYY-MM-DD`. */
export const Day = () => ApiProperty({ type: String, format: 'date', example: '2023-06-15' });
/** Several legal days. */
export const Days = () => ApiProperty({ type: [String], format: 'date', example: ['2023-06-15'] });
/** A moment, ISO-8601 with its offset; answers are in UTC. */
export const Moment = () => ApiProperty({ type: String, format: 'date-time', example: '2023-06-15T01:30:00.000Z' });
/** Whole đồng. */
export const Vnd = () => ApiProperty({ type: 'integer', description: 'Whole đồng.', example: 125_000_000 });
/** m² as text, so that every decimal stays as printed. */
export const SquareMetres = () => ApiProperty({ type: String, description: 'm², as printed.', example: '7918.4' });

const scalar = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];
/** What a field of a case holds. */
export const FieldValue = () => ApiProperty({ oneOf: scalar });
/** Field values by the name of their field. */
export const FieldValues = () => ApiProperty({ type: 'object', additionalProperties: { oneOf: scalar } });

/** An object of any keys, each value one `model`. */
export const RecordOf =
  (model: Type): PropertyDecorator =>
  (target, property) => {
    ApiExtraModels(model)(target.constructor);
    ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(model) } })(target, property);
  };

/** Lists of names that the document gives once, under a name of their own, so that a client can translate each. */
const lists = {
  Kind: kinds,
  Phase: phases,
  Variant: variants,
  Role: roles,
  RuleKind: ruleKinds,
  ClockName: Object.keys(clocks),
  DocumentName: Object.keys(documentNames),
  FieldName: Object.keys(fieldSpecs),
  HoldoutReason: Object.keys(holdoutReasons),
};
export const OneOf = (list: keyof typeof lists) => ApiProperty({ enum: [...lists[list]], enumName: list });
export const ManyOf = (list: keyof typeof lists) =>
  ApiProperty({ enum: [...lists[list]], enumName: list, isArray: true });
