/** docker-compose.yml as Docker would read it, and the same processes on this machine without Docker. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');

/** The services with variables filled in; those with `build` get what the Dockerfile says. */
export function readCompose(variables) {
  const file = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true });
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
  const built = {
    command: JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)[1]),
    environment: Object.fromEntries(
      [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line]) => line.split(/\s+/).map((one) => one.split('='))),
    ),
  };
  return Object.fromEntries(
    Object.entries(filled(file.services, variables)).map(([name, service]) => [
      name,
      service.build
        ? {
            ...service,
            command: service.command ?? built.command,
            environment: { ...built.environment, ...service.environment },
          }
        : service,
    ]),
  );
}

/** `${NAME}`, `${NAME:-unless set}`, `${NAME-unless named}`, `${NAME:?must be set}`; `$$` is a dollar. */
function filled(value, variables) {
  if (Array.isArray(value)) return value.map((one) => filled(one, variables));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, variables)]));
  if (typeof value !== 'string') return value;
  return value.replace(/\$\$|\$\{(\w+)(?:(:?[-?])([^}]*))?\}/g, (whole, name, how = '', other = '') => {
    if (whole === '$$') return '$';
    const given = variables[name];
    if (given !== undefined && (given !== '' || !how.startsWith(':'))) return given;
    if (how.endsWith('?')) throw new Error(`${name}: ${other}`);
    return other;
  });
}

/**
 * A text of the compose file as it is here: `service:port` becomes an address of this machine, a folder of the container
 * the folder that stands for it.
 */
export function here(text, addresses, folders) {
  let said = String(text);
  for (const [name, address] of Object.entries(addresses))
    said = said.replace(new RegExp(`(?<![\\w-])${name}:\\d+`, 'g'), address);
  for (const [inside, outside] of Object.entries(folders))
    if (said === inside || said.startsWith(`${inside}/`)) said = outside + said.slice(inside.length);
  return said;
}

/** Where a service's volumes are: a named one in `folder`, one with a path in the repository. */
export function foldersOf({ volumes = [] }, folder) {
  return Object.fromEntries(
    volumes.map((volume) => {
      const [source, inside] = volume.split(':');
      return [inside, source.startsWith('.') ? resolve(root, source) : join(folder, source)];
    }),
  );
}

/** What of the compose file only Docker can try. */
export function untried(services) {
  const by = (key, say) =>
    Object.entries(services).flatMap(([name, service]) => (service[key] ? [`${name}: ${say(service[key])}`] : []));
  return {
    'tên ảnh, dựng ảnh (image, build)': by('image', (image) => image),
    'giới hạn bộ nhớ, bộ xử lý (deploy)': by('deploy', ({ resources }) => JSON.stringify(resources.limits)),
    'khởi động lại khi chết (restart)': by('restart', (policy) => policy),
    'thứ tự khởi động (depends_on)': by('depends_on', (on) => (Array.isArray(on) ? on : Object.keys(on)).join(', ')),
    'ổ lưu (volumes) và quyền trên đó': by('volumes', (volumes) => volumes.join(', ')),
    'mạng riêng, tên máy, cổng mở ra ngoài (networks, ports)': by('ports', (ports) => ports.join(', ')),
    'thời gian chờ khi dừng, shm_size': by('stop_grace_period', (time) => time),
    'mật khẩu của PostgreSQL (máy chủ thử tin mọi người trên máy này)': ['postgres'],
  };
}
