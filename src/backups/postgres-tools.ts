import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const exe = process.platform === 'win32' ? '.exe' : '';
const debian = '/usr/lib/postgresql';

/** pg_dump and pg_restore of one version. */
export interface PostgresTools {
  dump: string;
  restore: string;
  major: number;
}

/**
 * The tools named by `PG_DUMP`, else the newest of this machine: Debian keeps each version in a folder of its own.
 * @throws Error when there are none, or when they are older than the server, whose data they then cannot read
 */
export async function findTools(pgDump: string | undefined, serverMajor: number): Promise<PostgresTools> {
  const dump = pgDump ?? newestDump();
  if (!dump || !executable(dump))
    throw new Error(
      `Không thấy pg_dump${pgDump ? ` ở ${pgDump}` : ''}. Hãy cài gói postgresql-client (bản ${serverMajor} trở lên), hoặc đặt PG_DUMP là đường dẫn tới pg_dump.`,
    );
  const { stdout } = await run(dump, ['--version']);
  const major = Number(/\b(\d+)(\.\d+|devel|beta\d*|rc\d*)?\s*(\(|$)/m.exec(stdout.trim())?.[1]);
  if (!(major >= serverMajor))
    throw new Error(
      `pg_dump ở ${dump} là bản ${major}, máy chủ PostgreSQL là bản ${serverMajor}: bản cũ hơn không đọc được. Hãy cài postgresql-client-${serverMajor} trở lên, hoặc đặt PG_DUMP.`,
    );
  return { dump, restore: join(dirname(dump), `pg_restore${exe}`), major };
}

/** Runs one of the tools on the database of `url`. The password travels in the environment, where `ps` does not show it. */
export async function runTool(tool: string, args: readonly string[], url: string): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  // What the driver understands beside these, the tools would refuse.
  for (const name of [...address.searchParams.keys()])
    if (!/^(host|ssl(mode|cert|key|rootcert))$/.test(name)) address.searchParams.delete(name);
  await runQuietly(tool, [...args, `--dbname=${address.href}`], password && { PGPASSWORD: password });
}

/** @throws Error with what the tool said last */
export async function runQuietly(tool: string, args: readonly string[], more: NodeJS.ProcessEnv | '' = {}) {
  try {
    await run(tool, args, { env: { ...process.env, ...(more || {}) }, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const said = stderr?.trim().split('\n').slice(-3).join(' ');
    throw new Error(said || message, { cause: error });
  }
}

function newestDump(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, `pg_dump${exe}`)).find(executable);
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
