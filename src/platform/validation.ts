import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { registerDecorator, type ValidationOptions } from 'class-validator';
import { DomainError, type Problem } from '../domain/errors.js';
import { plainDate } from '../domain/plain-date.js';
import { Day, Days } from './described.js';

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
  isLength: 'quá ngắn hoặc quá dài',
  maxLength: 'quá dài',
  arrayMaxSize: 'có quá nhiều mục',
  matches: 'không đúng mẫu',
  min: 'nhỏ hơn mức cho phép',
  max: 'lớn hơn mức cho phép',
};

function flatten(errors: readonly ValidationError[], path = ''): Problem[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({
      code: rule === 'whitelistValidation' ? 'unknown-field' : 'bad-field',
      field,
      detail: `"${field}" ${sentences[rule] ?? 'chưa đúng'}.`,
    }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** Refuses unknown and malformed input, naming everything wrong at once. */
export const validation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) => {
    const problems = flatten(errors);
    return new DomainError('bad-input', problems.map((p) => p.detail).join(' '), problems);
  },
});
