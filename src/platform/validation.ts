import {
  applyDecorators,
  ValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
} from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  getMetadataStorage,
  IsBoolean,
  IsInt,
  Max,
  Min,
  registerDecorator,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { LRUCache } from 'lru-cache';
import { DomainError, refusal, type Problem } from '../domain/errors.js';
import { plainDate } from '../domain/plain-date.js';
import { Day, Days } from './described.js';
import { requireSane } from './sane-input.js';

/** A legal day `YYYY-MM-DD` that exists, and is described as such. */
export function IsPlainDate(options?: ValidationOptions): PropertyDecorator {
  const describe = options?.each ? Days() : Day();
  return (target, propertyName) => {
    describe(target, propertyName);
    registerDecorator({
      name: 'isPlainDate',
      target: target.constructor,
      propertyName: propertyName as string,
      options,
      validator: {
        validate: (value: unknown) => {
          try {
            return typeof value === 'string' && plainDate(value) === value;
          } catch {
            return false;
          }
        },
      },
    });
  };
}

/** May be left out; but null is a value, and not this one's. `IsOptional` would let it through to the database. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);
/** Null is an answer here, and has to be given: leaving it out by mistake must not count as one. */
export const OrNull = () => ValidateIf((_, value) => value !== null);
/** The number of a row: the databases count to 2^31. */
export const IsId = (options?: ValidationOptions) =>
  applyDecorators(IsInt(options), Min(1, options), Max(2 ** 31 - 1, options));
/** `true` or `false` in an address. */
export const Flag = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );

/** Whole đồng, exact. */
export const IsVnd = () => applyDecorators(IsInt(), Min(0), Max(Number.MAX_SAFE_INTEGER));

/** What each broken rule means to the person typing. */
const sentences: Record<string, string> = {
  whitelistValidation: 'không phải là trường được nhận',
  isPlainDate: 'phải là một ngày có thật, dạng năm-tháng-ngày, ví dụ 2023-06-15',
  isISO8601: 'phải là thời điểm kèm múi giờ, ví dụ 2023-06-15T08:00+07:00',
  isIn: 'không thuộc các giá trị cho phép',
  isInt: 'phải là số nguyên',
  isString: 'phải là chữ',
  isBoolean: 'phải là true hoặc false',
  isObject: 'phải là một đối tượng',
  isArray: 'phải là một danh sách',
  isEmail: 'không phải là địa chỉ thư điện tử',
  arrayMaxSize: 'có quá nhiều mục',
  arrayMinSize: 'chưa có mục nào',
  matches: 'không đúng mẫu',
  min: 'nhỏ hơn mức cho phép',
  max: 'lớn hơn mức cho phép',
};

/** @param words of the library, which name the bound of a length */
function sentenceOf(rule: string, words: string): string {
  const [, side, bound] = /(longer|shorter) than or equal to (\d+)/.exec(words) ?? [];
  if (side) return side === 'longer' ? `phải có ít nhất ${bound} ký tự` : `dài quá ${bound} ký tự`;
  return sentences[rule] ?? 'chưa đúng';
}

function flatten(errors: readonly ValidationError[], path = ''): Problem[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    // The rule nearest the type comes last and says enough: what is not a number is not too small as well.
    const rule = Object.keys(error.constraints ?? {}).at(-1);
    const emptied = error.value === '' && (rule === 'isPlainDate' || rule === 'isLength');
    const missing = (error.value === undefined && rule !== 'whitelistValidation') || emptied;
    const own = rule
      ? [
          {
            code: rule === 'whitelistValidation' ? 'unknown-field' : 'bad-field',
            field,
            detail: `"${field}" ${missing ? 'còn thiếu' : sentenceOf(rule, error.constraints![rule]!)}.`,
          },
        ]
      : [];
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** The number of a row in an address. Anything else names no row. */
export class RowId implements PipeTransform<string, number> {
  transform(text: string): number {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new DomainError('not-found', `Không có mục "${text}".`);
  }
}

/** More are no help to a person, and a long wrong list would be answered at ten times its length. */
const mostProblems = 100;

/** Questions understood lately, by what they are asked of and their words; longer ones are asked but once. */
const questionsKept = { max: 2_000 };
const longestKept = 1_000;

/** Refuses unknown and malformed input, naming everything wrong at once. */
class Validation extends ValidationPipe implements PipeTransform {
  private readonly questions = new LRUCache<string, object>(questionsKept);

  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => refusal('bad-input', flatten(errors).slice(0, mostProblems)),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata) {
    if (metadata.type !== 'custom') requireSane(value);
    return metadata.type === 'query' ? this.question(value, metadata) : super.transform(value, metadata);
  }

  /** A list is asked for in the same words again and again. Frozen, for the next request gets the same. */
  private async question(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const words = `${metadata.metatype?.name} ${JSON.stringify(value)}`;
    const known = this.questions.get(words);
    if (known) return known;
    const understood: unknown = await super.transform(value, metadata);
    if (typeof understood !== 'object' || understood === null || words.length > longestKept) return understood;
    this.questions.set(words, Object.freeze(understood));
    return understood;
  }
}
export const validation = new Validation();

/**
 * For each object it checks, class-validator looks through every class there is. What a class asks of its properties does
 * not change: it is found once. Schemas, by whose names it asks too, there are none.
 */
function keepWhatClassesAsk(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups?.length) return find(target, schema, always, strictGroups, groups);
    const known = found.get(target) ?? find(target, schema, always, strictGroups, groups);
    found.set(target, known);
    return known;
  };
}
keepWhatClassesAsk();
