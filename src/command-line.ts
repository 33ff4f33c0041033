import { parseArgs } from 'node:util';

/**
 * What was asked for at the command line, also where npm took a flag for its own: of `npm run restore FILE --into DIR`
 * only `FILE DIR` arrives, and the flag as a variable.
 * @throws TypeError naming a flag that does not exist
 */
export function asked(args = process.argv.slice(2), env = process.env) {
  const options = { demo: { type: 'boolean' }, 'new-key': { type: 'boolean' }, into: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const taken = env.npm_config_into === 'true' ? positionals[1] : env.npm_config_into;
  return {
    words: positionals,
    demo: values.demo ?? env.npm_config_demo === 'true',
    newKey: values['new-key'] ?? env.npm_config_new_key === 'true',
    into: values.into ?? taken ?? positionals[1],
  };
}
