import type { FirstAdmin } from './people/first-start.js';

/** What the person at the console reads. Logs go elsewhere. */
export function announce(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

export function announceAdmin({ login, password }: FirstAdmin): void {
  announce(
    '',
    'Dữ liệu mới. Tài khoản quản trị (mật khẩu chỉ in ra lần này, hãy ghi lại):',
    `  ${login}   ${password}`,
    '',
  );
}
