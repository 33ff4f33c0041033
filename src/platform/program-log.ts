import { inspect } from 'node:util';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { jsonLine, logsJson } from './log-line.js';
import { requestInHand } from './request-context.js';
import { withoutPersonalData } from './without-personal-data.js';

/** Every part of the program logs through it: faults and warnings, each with the id of the request it came of. */
export class ProgramLog extends ConsoleLogger {
  constructor() {
    super({ json: logsJson(), logLevels: ['fatal', 'error', 'warn'] });
  }

  /** Nest logs some errors whole, and a database error carries what was to be written. */
  protected override printMessages(
    messages: unknown[],
    context = '',
    ...more: [LogLevel?, ('stdout' | 'stderr')?, unknown?, Record<string, unknown>?]
  ): void {
    const said = messages.map((message) => (message instanceof Error ? withoutPersonalData(message) : message));
    const id = logsJson() ? undefined : requestInHand()?.id;
    super.printMessages(said, id ? `${context} ${id}` : context, ...more);
  }

  protected override printAsJson(message: unknown, options: Parameters<ConsoleLogger['printAsJson']>[1]): void {
    const { context, logLevel: level, writeStreamType = 'stdout', errorStack } = options;
    process[writeStreamType].write(
      jsonLine({
        level,
        context: context || undefined,
        requestId: requestInHand()?.id,
        message: typeof message === 'string' ? message : inspect(message),
        stack: typeof errorStack === 'string' ? placesOf(errorStack) : undefined,
      }),
    );
  }
}

/** A stack begins with the message, which has been told already. */
const placesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
