/** `npm run check`: every check runs, so that one visit shows all there is to mend. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const checks = {
  'kiểu (tsc)': ['typescript/bin/tsc', '--noEmit'],
  'kiểu của giao diện (tsc)': ['typescript/bin/tsc', '-p', 'web', '--noEmit'],
  'kiểu sinh từ API (openapi-typescript)': ['../scripts/set-up.mjs', 'scripts/api-types.mjs', '--check'],
  'lối viết (eslint)': ['eslint/bin/eslint.js', '.', '--max-warnings=0'],
  'trình bày (prettier)': ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'mã thừa (knip)': ['knip/bin/knip.js'],
  'chiều import (dependency-cruiser)': ['dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'test'],
};

const failed = Object.entries(checks).filter(([name, [script, ...args]]) => {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { cwd: root, stdio: 'inherit' });
  return status !== 0;
});

console.log(
  failed.length === 0 ? '\nMọi kiểm tra đều đạt.' : `\nKhông đạt: ${failed.map(([name]) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
