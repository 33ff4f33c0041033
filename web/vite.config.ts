import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { ariaVietnamese } from './aria-vietnamese.js';

/**
 * React Aria ships 34 languages and no Vietnamese: all but ours are left out of the bundle, and its English fallback is
 * replaced. The path is private to the library, so its version is pinned and a test walks the screens for English.
 */
const ariaTexts: Plugin = {
  name: 'aria-vietnamese',
  enforce: 'pre',
  load(id) {
    const match = /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/.*?([a-z]{2}-[A-Z]{2})\.m?js/.exec(id);
    if (!match) return undefined;
    return `export default ${match[1] === 'en-US' ? JSON.stringify(ariaVietnamese) : '{}'}`;
  },
};

/** The shell, the first screen, and the libraries under them. */
const everyScreen =
  /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@tanstack\/[\w-]+|openapi-fetch)\/|web\/src\/(?:app|api|text|main|ui\/(?:button|icons|show|toast|elements|tokens)|features\/my-work)/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [ariaTexts],
  build: {
    outDir: resolve(import.meta.dirname, '../dist/web'),
    emptyOutDir: true,
    // Windows 7 and 8 office PCs stop at Chrome 109.
    target: 'chrome109',
    assetsDir: 'assets',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // One file for what every screen needs: on a slow line each further request costs more than its bytes.
      output: { codeSplitting: { groups: [{ name: 'core', test: everyScreen }] } },
      // Libraries mark files "use client" for server rendering, which this is not.
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
  server: {
    proxy: { '/api': 'http://localhost:3000', '/docs': 'http://localhost:3000', '/queue': 'http://localhost:3000' },
  },
});
