/** `npm run check`: every check runs, two at a time, so that one visit shows all there is to mend. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
/** The longest first. */
const checks = {
  'lối viết (eslint)': ['eslint/bin/eslint.js', '.', '--max-warnings=0'],
  'kiểu sinh từ API (openapi-typescript)': ['../scripts/set-up.mjs', 'scripts/api-types.mjs', '--check'],
  'kiểu (tsc)': ['typescript/bin/tsc', '--noEmit'],
  'kiểu của giao diện (tsc)': ['typescript/bin/tsc', '-p', 'web', '--noEmit'],
  'trình bày (prettier)': ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'chiều import (dependency-cruiser)': ['dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'test'],
  'mã thừa (knip)': ['knip/bin/knip.js'],
};

function passes(name, [script, ...args]) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('close', (code) => {
      console.log(`\n── ${name}: ${code === 0 ? 'đạt' : 'KHÔNG ĐẠT'}\n${said.trim()}`);
      done(code === 0);
    });
  });
}

const waiting = Object.entries(checks);
const failed = [];
async function takeTurns() {
  for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await passes(...next))) failed.push(next[0]);
}
await Promise.all([takeTurns(), takeTurns()]);
console.log(failed.length === 0 ? '\nMọi kiểm tra đều đạt.' : `\nKhông đạt: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
