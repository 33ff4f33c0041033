/**
 * Makes the folder ready (libraries, build), then becomes the program it was asked for:
 *
 *   node scripts/set-up.mjs                         libraries only
 *   node scripts/set-up.mjs dist/main.js --demo     libraries, build, then that program with those arguments; without
 *                                                   --demo it takes the variables of `.env` too
 *   node scripts/set-up.mjs --ready                 libraries, and a build where sources are newer
 *   node scripts/set-up.mjs --build                 libraries and a build, whatever its age
 *
 * The program runs in this same process, so that a SIGTERM sent to it, or passed on by npm, arrives there.
 * Only Node built-ins here: node_modules may be absent.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const installed = join(root, 'node_modules/.package-lock.json');
const built = join(root, 'dist/.built');

/** When the file last changed; 0 when it is not there. */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The latest change under a folder. Folders count too: deleting a file touches only its folder. */
function latestUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => changed(join(folder, name)))
    .reduce((a, b) => Math.max(a, b), changed(folder));
}

function run(what, command, args, options = {}) {
  console.error(what);
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (status === 0) return;
  console.error(`Không xong (${error?.message ?? signal ?? `mã ${status}`}): ${[command, ...args].join(' ')}`);
  process.exit(1);
}

function install() {
  if (changed(installed) >= changed(join(root, 'package-lock.json'))) return;
  // `--include=dev`: the build needs the compiler also where NODE_ENV=production is set.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const what = 'Đang cài thư viện (lần đầu có thể mất vài phút)…';
  if (npm?.endsWith('.js')) run(what, process.execPath, [npm, ...args]);
  else run(what, 'npm', args, { shell: process.platform === 'win32' });
}

function build(always) {
  const inputs = ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'];
  const folders = ['src', 'web'].map((name) => latestUnder(join(root, name)));
  const newest = Math.max(...folders, ...inputs.map((name) => changed(join(root, name))));
  if (!always && changed(built) > newest) return;
  const started = new Date();
  run('Đang dựng chương trình…', process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
  run('Đang chuẩn bị lần chạy đầu…', process.execPath, ['dist/finish-build.js']);
  const client = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
  run('Đang dựng giao diện…', process.execPath, client);
  // Stamped with the time the build began: a file saved meanwhile is built next time.
  writeFileSync(built, '');
  utimesSync(built, started, started);
}

const [program, ...programArguments] = process.argv.slice(2);
process.chdir(root);
install();
if (program) build(program === '--build');
if (program && !program.startsWith('--')) {
  // What the environment itself says goes before. The demo is the same everywhere.
  if (existsSync('.env') && !programArguments.includes('--demo')) process.loadEnvFile('.env');
  const path = join(root, program);
  process.argv = [process.execPath, path, ...programArguments];
  await import(pathToFileURL(path).href);
}
