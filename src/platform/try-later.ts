import { DomainError } from '../domain/errors.js';

/** A refusal that ends by itself after so many seconds; answered with Retry-After. */
export class TryLater extends DomainError {
  constructor(
    code: string,
    message: string,
    readonly seconds: number,
  ) {
    super(code, message);
  }
}
