import fc from 'fast-check';
import { document } from '../support/api-document.js';

/** One request as it goes over the wire. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** Whose session goes with it; `none`, or one that never was or is no more. */
  session: string;
}

/** What the requests may name: rows of both units, so that half of what is named belongs to somebody else. */
export interface Known {
  ids: readonly number[];
  codes: readonly string[];
  sessions: readonly string[];
  forged: readonly string[];
}

type Schema = Record<string, any>;
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Costs the server a password hash, thousands of which prove no more than dozens. */
const slow = /\/session|\/password|POST \/api\/accounts$/;
/** Stays open: the stream has a test of its own. */
const endless = '/api/events';

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const words = [
  ...[
    '',
    ' ',
    'Đơn của bà Ví Dụ',
    'e\u0301'.repeat(40),
    'a\u0300\u0301\u0302'.repeat(300),
    '\u202eđảo ngược',
    '\ud800',
  ],
  ...[
    '\udfff lẻ',
    '\u0000',
    'a\u0000b',
    '\ufeff',
    '👩‍👩‍👧‍👦🇻🇳',
    "' OR 1=1 --",
    '"; DROP TABLE case_file; --',
    '%',
    '_%',
    '\\',
    '\r\nSet-Cookie: a=b',
  ],
  ...[
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '${7*7}',
    'null',
    'undefined',
    'NaN',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...[
    '2026-02-31',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-13T00:00:00.001Z',
    '2026-04-10T08:00:60+07:00',
    '-000001-01-01T00:00Z',
    '1e400',
    '0x10',
    '٣',
  ],
];
const huge = ['x'.repeat(5_000), 'Đ'.repeat(100_000), '\u0301'.repeat(20_000)];
const numbers = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
  5e-324,
];

/** Values that belong nowhere. Deep and huge ones are text already: building them costs more than sending them. */
class Raw {
  constructor(readonly json: string) {}
}
const odd: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      [],
      {},
      [[]],
      [null],
      [{}],
      { a: 1 },
      { length: 3 },
      { then: 1 },
    ),
  },
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 8, arbitrary: fc.constantFrom<unknown>(...words) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...huge) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      new Raw(nested(5_000, '[', ']')),
      new Raw(nested(1_000, '{"a":', '}').replace('"a":}', '"a":1}')),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      new Raw('{"__proto__":{"role":"admin"}}'),
      new Raw('{"constructor":{"prototype":{"role":"admin"}}}'),
      new Raw('1e999'),
      new Raw(`[${'1,'.repeat(3_000)}1]`),
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

const resolve = (schema: Schema): Schema => {
  const ref = (schema.$ref ?? schema.allOf?.[0]?.$ref) as string | undefined;
  return ref ? resolve(document.components.schemas[ref.split('/').at(-1)!] as Schema) : schema;
};

/** Requests of one kind: mostly as the document has them, then bent in one place, then wrong as a whole. */
export class Requests {
  readonly any: fc.Arbitrary<Sent>;
  /** How many operations of the document are tried. */
  readonly operations: number;

  constructor(private readonly known: Known) {
    const all = Object.entries(document.paths)
      .filter(([path]) => path !== endless)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          weight: slow.test(`${method.toUpperCase()} ${path}`) ? 1 : 12,
          arbitrary: this.operation(method.toUpperCase(), path, operation as unknown as Operation),
        })),
      );
    this.operations = all.length;
    this.any = fc.oneof(...all);
  }

  private operation(method: string, path: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Sent> {
    const named = (place: string) => parameters.filter((p) => p.in === place);
    const places = fc.record(Object.fromEntries(named('path').map((p) => [p.name, this.segment(p.name)])));
    const query = fc.record(Object.fromEntries(named('query').map((p) => [p.name, this.query(p.schema, p.name)])), {
      requiredKeys: [],
    });
    const body = requestBody ? this.body(requestBody) : fc.constant({});
    const session = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...this.known.sessions) },
      { weight: 1, arbitrary: fc.constantFrom('none', ...this.known.forged) },
    );
    const asked = fc.oneof(
      { weight: 30, arbitrary: fc.constant(method) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'),
      },
    );
    return fc.record({ places, query, body, session, asked, more: oddHeaders }).map((given) => ({
      method: given.asked,
      path:
        path.replace(/\{(\w+)\}/g, (_, name: string) => given.places[name]!) +
        (Object.keys(given.query).length > 0
          ? `?${Object.entries(given.query)
              .map(([name, value]) => `${name}=${value}`)
              .join('&')}`
          : ''),
      headers: { ...(given.body as Partial<Sent>).headers, ...given.more },
      body: (given.body as Partial<Sent>).body,
      session: given.session,
    }));
  }

  /** One part of a path, encoded, or encoded wrongly. */
  private segment(name: string): fc.Arbitrary<string> {
    const right = ['action', 'kind', 'ruleId'].includes(name) ? this.text(name) : this.rowOrCode();
    return fc.oneof(
      { weight: 8, arbitrary: right.map(encode) },
      { weight: 2, arbitrary: fc.constantFrom(...words, ...numbers.map(String)).map(encode) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '%',
          '%E0%A4%A',
          '%00',
          '%c0%af',
          '..%2f..%2f',
          '%252e',
          'x'.repeat(300),
          '1;2',
          '1%20',
          '-1',
          '1e3',
          '%F0%9F',
        ),
      },
    );
  }

  private query(schema: Schema, name: string): fc.Arbitrary<string> {
    return fc.oneof(
      {
        weight: 6,
        arbitrary: this.value(schema, name).map((value) =>
          Array.isArray(value) ? value.map((v) => encode(String(v))).join(`&${name}=`) : encode(String(value)),
        ),
      },
      { weight: 3, arbitrary: fc.constantFrom(...words, ...numbers.map(String)).map(encode) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '%',
          '%zz',
          '%E0%A4',
          `a&${name}[]=b`,
          `a&${name}[x]=b`,
          `a&${name}=b&${name}=c`,
          'x'.repeat(3_000),
          '',
        ),
      },
    );
  }

  private body({ content }: NonNullable<Operation['requestBody']>): fc.Arbitrary<Partial<Sent>> {
    const [[type, { schema }]] = Object.entries(content) as [[string, { schema: Schema }]];
    if (type === 'multipart/form-data') return this.form(schema);
    const right = this.value(schema, '');
    const json = (value: unknown): Partial<Sent> => ({
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(written(value)),
    });
    return fc.oneof(
      { weight: 5, arbitrary: right.map(json) },
      { weight: 6, arbitrary: fc.tuple(right, fc.nat(500), odd).map(([value, at, bad]) => json(bent(value, at, bad))) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(right, fc.constantFrom('id', 'unitId', 'state', 'role', '__proto__x', 'a.b', ''), odd)
          .map(([value, name, bad]) => json({ ...(value as object), [name]: bad })),
      },
      { weight: 1, arbitrary: odd.map(json) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(right, fc.nat(200))
          .map(([value, cut]) => ({ ...json(value), body: Buffer.from(written(value)).subarray(0, cut) })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(
            right,
            fc.constantFrom(
              'text/plain',
              'application/xml',
              'application/x-www-form-urlencoded',
              'multipart/form-data',
              'application/json; charset=utf-16',
              'application/jsonx',
              '*/*',
              'a',
            ),
          )
          .map(([value, other]) => ({ body: Buffer.from(written(value)), headers: { 'content-type': other } })),
      },
      {
        weight: 1,
        arbitrary: fc
          .uint8Array({ maxLength: 300 })
          .map((bytes) => ({ headers: { 'content-type': 'application/json' }, body: Buffer.from(bytes) })),
      },
    );
  }

  /** A multipart body by hand, so that it can be wrong where no library would write it wrongly. */
  private form(schema: Schema): fc.Arbitrary<Partial<Sent>> {
    const { properties, required, ...rest } = resolve(schema);
    const asked = (required as string[] | undefined)?.filter((name) => name !== 'file');
    const texts = this.value({ ...rest, properties: { ...properties, file: undefined }, required: asked }, '');
    const file = fc.record({
      name: fc.constantFrom(
        'đơn.pdf',
        '../../x',
        'a"b',
        'x'.repeat(400),
        '',
        'a\r\nb: c',
        '\u202efdp.exe',
        'con',
        'a.svg',
      ),
      type: fc.constantFrom('application/pdf', 'image/png', 'text/html', 'x', ''),
      content: fc.constantFrom(
        '%PDF-1.4 x',
        '<svg onload=alert(1)>',
        'MZ\u0000\u0000',
        'PK\u0003\u0004',
        'PK\u0003\u0004'.padEnd(200, '\u0001'),
        'PK\u0005\u0006'.padEnd(22, '\u0000'),
        '\u0089PNG\r\n\u001a\n',
        '\u00ff\u00d8\u00ff',
        '',
        'x'.repeat(70_000),
      ),
    });
    const fault = fc.constantFrom(
      '',
      '',
      '',
      '',
      'no end',
      'no boundary',
      'other boundary',
      'many',
      'bare',
      'twice',
      'cut',
      'long name',
    );
    return fc.tuple(texts, fc.option(file, { freq: 6 }), fault, fc.nat(300)).map(([fields, scan, wrong, cut]) => {
      const part = (head: string, content: string) => `--b0\r\n${utf8(head)}\r\n\r\n${content}\r\n`;
      const field = (name: string, value: unknown) =>
        part(`Content-Disposition: form-data; name="${name}"`, utf8(String(value)));
      let text = Object.entries(fields as object)
        .map(([name, value]) => field(name, value))
        .join('');
      if (wrong === 'many') text += field('x', 'y').repeat(100);
      if (wrong === 'bare') text += part('X: y', 'z');
      if (wrong === 'long name') text += field('n'.repeat(5_000), 'y');
      const scanned =
        scan &&
        part(
          `Content-Disposition: form-data; name="file"; filename="${scan.name}"\r\nContent-Type: ${scan.type}`,
          scan.content,
        );
      if (scanned) text += wrong === 'twice' ? scanned + scanned : scanned;
      if (wrong !== 'no end') text += '--b0--\r\n';
      const body = Buffer.from(text, 'latin1');
      const boundary = wrong === 'no boundary' ? '' : wrong === 'other boundary' ? '; boundary=b1' : '; boundary=b0';
      return {
        headers: { 'content-type': `multipart/form-data${boundary}` },
        body: wrong === 'cut' ? body.subarray(0, cut) : body,
      };
    });
  }

  /** A value the document allows. */
  private value(given: Schema, name: string): fc.Arbitrary<unknown> {
    const schema = resolve(given);
    if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
    if (schema.oneOf) return fc.oneof(...(schema.oneOf as Schema[]).map((each) => this.value(each, name)));
    if (schema.nullable) return fc.option(this.value({ ...schema, nullable: false }, name), { freq: 5 });
    switch (schema.type) {
      case 'boolean':
        return fc.boolean();
      case 'number':
      case 'integer':
        return this.number(schema, name);
      case 'array':
        return fc.array(this.value(schema.items as Schema, name), {
          minLength: Math.min(schema.minItems ?? 0, 1),
          maxLength: 3,
        });
      case 'object':
        return this.object(schema, name);
      default:
        // The generator of matching texts knows no lookahead.
        return schema.pattern && !/\(\?[=!<]/.test(schema.pattern as string)
          ? fc.stringMatching(new RegExp(schema.pattern as string))
          : schema.format === 'date'
            ? fc.constantFrom('2026-04-10', '2026-04-09', '2026-03-02', '2025-12-31', '2027-01-01')
            : this.text(name);
    }
  }

  private number(schema: Schema, name: string): fc.Arbitrary<unknown> {
    if (name === 'version') return fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 12);
    if (/id$/i.test(name)) return fc.constantFrom(...this.known.ids);
    return fc.integer({
      min: (schema.minimum as number) ?? 0,
      max: Math.min((schema.maximum as number) ?? 9_999, 2 ** 31 - 1),
    });
  }

  private object(
    { properties = {}, required = [], additionalProperties }: Schema,
    name: string,
  ): fc.Arbitrary<unknown> {
    const model = Object.fromEntries(
      Object.entries(properties as Record<string, Schema | undefined>).flatMap(([key, of]) =>
        of ? [[key, this.value(of, key)]] : [],
      ),
    );
    if (name === 'fields' && additionalProperties) {
      const names = document.components.schemas.FieldName.enum as string[];
      return fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(
          fc.constantFrom<unknown>(
            'land',
            'office',
            'agricultural',
            1,
            5_000_000,
            '120.5',
            '2026-04-01',
            true,
            'Tờ 5 thửa 12',
          ),
          odd,
        ),
        { maxKeys: 4 },
      );
    }
    return fc.record(model, { requiredKeys: required as string[] });
  }

  private rowOrCode(): fc.Arbitrary<string> {
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...this.known.ids).map(String) },
      { weight: 1, arbitrary: fc.constantFrom(...this.known.codes) },
    );
  }

  private text(name: string): fc.Arbitrary<string> {
    if (/^(project|household|firstPetition|to|into)$/.test(name)) return fc.constantFrom(...this.known.codes);
    if (/^action$/.test(name))
      return fc.constantFrom(
        'start-classification',
        'accept',
        'record-refusal',
        'record-inventory',
        'close',
        'pause',
        'extend',
        'assign',
        'x',
        'constructor',
        '__proto__',
        'toString',
      );
    if (/^(kind|toState)$/.test(name))
      return fc.constantFrom(
        'citizen-petition',
        'household-file',
        'received',
        'listed',
        'classified',
        'constructor',
        '__proto__',
      );
    if (/^(ruleId|rule)$/.test(name)) return fc.constantFrom('tcd-reply', 'khong-co', '__proto__', 'constructor');
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('Thử', 'Đã họp giao ban', 'petition', '15/ĐN') },
      { weight: 2, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    );
  }
}

/** Headers beside the body's; a key out of few, so that some are used twice. */
const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 6, arbitrary: fc.nat(60).map((n) => ({ 'idempotency-key': `khoa-${n}` })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'idempotency-key': 'k'.repeat(6_000) },
      { 'idempotency-key': '' },
      { 'idempotency-key': '\u00e9\u00ff' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { origin: 'https://ke-xau.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'x-forwarded-for': 'không, 999.1.1.1, ::1'.replace('ô', 'o') },
      { 'x-forwarded-host': 'ke-xau.example' },
      { range: 'bytes=0-,5-1' },
      { 'if-none-match': '*' },
      { 'content-encoding': 'gzip' },
      { accept: 'text/html' },
      { accept: 'x'.repeat(9_000) },
      { 'x-http-method-override': 'DELETE' },
      { expect: 'x' },
      { 'accept-language': '\u00ff' },
      { authorization: 'Bearer x' },
      { 'transfer-encoding': 'chunked' },
    ),
  },
);

const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());
/** Bytes as letters, so that text and what is no text meet in one body. */
const utf8 = (text: string) => Buffer.from(text).toString('latin1');

/** JSON in which a raw piece stands as it is. */
function written(value: unknown): string {
  const raws: string[] = [];
  const text =
    JSON.stringify(value, (_, item: unknown) => (item instanceof Raw ? `\u{e000}${raws.push(item.json) - 1}` : item)) ??
    'null';
  return text.replace(/"\ue000(\d+)"/g, (_, n: string) => raws[+n]!);
}

/** The value with the `at`-th place in it (depth first, counted round) replaced. */
function bent(value: unknown, at: number, bad: unknown): unknown {
  const places: ((by: unknown) => unknown)[] = [];
  const walk = (item: unknown, put: (by: unknown) => unknown) => {
    places.push(put);
    if (Array.isArray(item)) item.forEach((each, i) => walk(each, (by) => put(item.with(i, by))));
    else if (typeof item === 'object' && item !== null)
      for (const [name, each] of Object.entries(item)) walk(each, (by) => put({ ...item, [name]: by }));
  };
  walk(value, (by) => by);
  return places[at % places.length]!(bad);
}
