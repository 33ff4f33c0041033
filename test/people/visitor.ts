import type { Answer, Ward } from '../support/ward.js';

/** A browser that keeps its cookies, whoever signs in with it. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly ward: Ward,
    private readonly headers: Record<string, string> = {},
  ) {}

  get = (path: string) => this.send('GET', path);
  delete = (path: string) => this.send('DELETE', path);
  post = (path: string, body: object = {}) => this.send('POST', path, body);
  signIn = (login: string, password = 'demo-mat-bang') => this.post('/session', { login, password });
  /** Whether the product knows who is asking. */
  status = async () => (await this.get('/me')).status;

  async send(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.ward.url}/api${path}`, {
      method,
      headers: {
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...(body && { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers };
  }
}
