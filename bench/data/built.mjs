import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = resolve(import.meta.dirname, '../..');
/** A module of the built program. */
export const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
