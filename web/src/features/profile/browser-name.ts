/** The order matters: Edge and Chrome both also say Safari. */
const browsers: [name: string, sign: RegExp][] = [
  ['Edge', /Edg\w*\/(\d+)/],
  ['Cốc Cốc', /coc_coc_browser\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
];
const systems: [name: string, sign: RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** "Chrome 125 · Windows", of what a browser says about itself. */
export function browserName(agent: string | null): string | undefined {
  if (!agent) return undefined;
  const browser = browsers.map(([name, sign]) => ({ name, version: sign.exec(agent)?.[1] })).find((b) => b.version);
  const system = systems.find(([, sign]) => sign.test(agent))?.[0];
  return [browser ? `${browser.name} ${browser.version}` : agent.slice(0, 40), system].filter(Boolean).join(' · ');
}
