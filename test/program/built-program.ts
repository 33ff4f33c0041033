import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Ward } from '../support/ward.js';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** From the signal, or from the start, to the end. */
  ms: number;
}

/** A program of `dist` running as a process of its own, as an operator starts it. */
export class BuiltProgram {
  private readonly exit: Promise<[number | null, NodeJS.Signals | null]>;
  private readonly started = Date.now();
  out = '';
  err = '';

  private constructor(readonly child: ChildProcess) {
    this.exit = once(child, 'exit') as typeof this.exit;
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.err += text));
  }

  /** Only the variables given, so that nothing of the test run reaches the program. */
  static start(
    program: 'main' | 'worker' | 'migrate' | 'backup' | 'restore',
    env: Record<string, string | undefined>,
    ...args: string[]
  ) {
    const file = fileURLToPath(new URL(`../../dist/${program}.js`, import.meta.url));
    const child = spawn(process.execPath, [file, ...args], {
      env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...env },
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new BuiltProgram(child);
  }

  /** Until the program has said so on its console; gives the match. */
  async says(pattern: RegExp, seconds = 120): Promise<RegExpMatchArray> {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      const match = pattern.exec(this.out);
      if (match) return match;
      if (this.child.exitCode !== null || this.child.signalCode !== null || Date.now() > until)
        throw new Error(`the program did not say ${pattern}:\n${this.out}\n${this.err}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The address it serves, once it does. */
  async url(seconds?: number): Promise<string> {
    return (await this.says(/^Mặt Bằng: (http\S+)/m, seconds))[1]!;
  }

  /** The worker's word that it has begun. */
  async works(): Promise<this> {
    await this.says(/Đang chạy việc nhắc hạn/);
    return this;
  }

  async ended(): Promise<Ended> {
    const [code, signal] = await this.exit;
    return { code, signal, ms: Date.now() - this.started };
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    const from = Date.now();
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    const [code, by] = await this.exit;
    return { code, signal: by, ms: Date.now() - from };
  }
}

/** The variables with which a process joins a ward the test runs in this one; the ward should be `jobs: 'separate'`. */
export function sameWard(
  ward: Ward,
  more: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  const { dataDir, secretKeyFile, databaseUrl, redisUrl, smtpUrl, mailFrom, ratePerMinute, backup } = ward.config;
  return {
    DATA_DIR: dataDir,
    SECRET_KEY_FILE: secretKeyFile,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: mailFrom,
    RATE_PER_MINUTE: String(ratePerMinute),
    BACKUP_AT: backup.at ?? '',
    TODAY: ward.clock.now(),
    ...more,
  };
}
