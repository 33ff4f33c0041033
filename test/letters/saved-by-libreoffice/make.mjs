/**
 * Makes the templates of this folder anew: the shipped one, opened, edited (edits.bas) and saved by LibreOffice.
 * Needs `soffice` and a build; tests only read what it left.
 *
 *   node test/letters/saved-by-libreoffice/make.mjs
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtInTemplate } from '../../../dist/letters/built-in-template.js';
import { letterKind } from '../../../dist/letters/letter-kinds.js';

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'matbang-libreoffice-'));
const url = (path) => pathToFileURL(path).href;
const soffice = (...args) => {
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=${url(join(folder, 'profile'))}`, '--headless', '--norestore', ...args],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0) throw new Error(stderr || `soffice ended with ${status}`);
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The first start makes a profile with an empty module, which the macros are written into. */
function installMacros() {
  soffice('--terminate_after_init');
  const module = join(folder, 'profile/user/basic/Standard/Module1.xba');
  const source = escaped(readFileSync(join(here, 'edits.bas'), 'utf8'));
  writeFileSync(
    module,
    readFileSync(module, 'utf8').replace(/>[^>]*(?=<\/script:module>)/, () => `>${source}`),
  );
}

try {
  installMacros();
  const shipped = join(folder, 'shipped.docx');
  writeFileSync(shipped, await builtInTemplate(letterKind('inventory-notice')));
  for (const edit of ['moved', 'rows', 'misspelt', 'tracked']) {
    const target = join(here, `${edit}.docx`);
    rmSync(target, { force: true });
    soffice(`macro:///Standard.Module1.Edit("${url(shipped)}","${url(target)}","${edit}")`);
    console.log(`${edit}.docx: ${statSync(target).size} bytes`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
