/** `json`: one line of JSON an event, for whatever gathers logs. `text`: for the person at the console. */
type LogFormat = 'text' | 'json';

let format: LogFormat = 'text';

/** In a container nobody reads along: there the lines are for a machine, unless LOG_FORMAT says otherwise. */
export function logFormat({ LOG_FORMAT, NODE_ENV }: NodeJS.ProcessEnv, terminal: boolean): LogFormat {
  if (LOG_FORMAT === 'json' || LOG_FORMAT === 'text') return LOG_FORMAT;
  return NODE_ENV === 'production' && !terminal ? 'json' : 'text';
}

/** Before the first word, by the programs that go on running. What a command answers is for whoever typed it. */
export function logAs(chosen: LogFormat): void {
  format = chosen;
}

export const logsJson = (): boolean => format === 'json';

interface Line {
  level: string;
  context?: string;
  /** Of the request it came of: the same as in the answer. */
  requestId?: string;
  message: string;
  stack?: string;
}

export const jsonLine = ({ level, context, requestId, message, stack }: Line): string =>
  `${JSON.stringify({ time: new Date().toISOString(), level, pid: process.pid, context, requestId, message, stack })}\n`;

/** What no logger of Nest's says: the program itself, as it starts and stops. */
export function say(level: 'info' | 'fatal', message: string): void {
  const stream = level === 'info' ? process.stdout : process.stderr;
  stream.write(logsJson() ? jsonLine({ level, message: message.trim() }) : `${message}\n`);
}
