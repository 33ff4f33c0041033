import type { FirstAdmin } from './people/first-start.js';
import { say } from './platform/log-line.js';
import { withoutPersonalData } from './platform/without-personal-data.js';

/** What the person at the console reads, or what gathers the log in his place. */
export function announce(...lines: string[]): void {
  say('info', lines.join('\n'));
}

export function announceAdmin({ login, password }: FirstAdmin): void {
  announce(
    '',
    'Dữ liệu mới. Tài khoản quản trị (mật khẩu chỉ in ra lần này, hãy ghi lại):',
    `  ${login}   ${password}`,
    '',
  );
}

/**
 * Starts a program. What keeps it from starting (a wrong variable, a database away, a port taken) is said in a
 * sentence and ends it with code 1: a stack helps nobody at the console.
 */
export async function startProgram(start: () => Promise<void>, failed = 'Không khởi động được'): Promise<void> {
  // Node would print the whole error, and a database error carries what was to be written.
  process.on('uncaughtException', (error) => {
    say('fatal', `Lỗi chưa lường trước: ${withoutPersonalData(error)}`);
    process.exit(1);
  });
  try {
    await start();
  } catch (error) {
    say('fatal', `${failed}: ${reasonOf(error as Error)}`);
    process.exit(1);
  }
}

/** Node gathers the refusals of several addresses (IPv6, IPv4) in an error that has no message of its own. */
function reasonOf(error: Error): string {
  const inner = error instanceof AggregateError ? (error.errors as Error[]).map(reasonOf).join('; ') : '';
  return error.message || inner || error.name;
}
