import { fileURLToPath } from 'node:url';

/** The ward's database as the build loaded it. */
export const demoDatabase = fileURLToPath(new URL('../../dist/demo.sqlite', import.meta.url));
/** The key that opens its sealed values: the demo's secrets are made up. */
export const demoKey = fileURLToPath(new URL('../../dist/demo.key', import.meta.url));
