/** One pass through the proxy and, where two processes must agree, straight to each. Plain HTTP: nothing of `src`. */
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const password = 'ba cán bộ đi qua cầu Soi';

class Browser {
  cookie = '';

  constructor(url) {
    this.url = url;
  }

  async send(method, path, body, { at = this.url, headers = {} } = {}) {
    const form = body instanceof FormData;
    const response = await fetch(`${at}/api${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body && !form && { 'content-type': 'application/json' }), ...headers },
      body: !body || form ? body : JSON.stringify(body),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0];
    const text = await response.text();
    return {
      status: response.status,
      body: /json/.test(response.headers.get('content-type')) && text ? JSON.parse(text) : text,
    };
  }

  async must(method, path, body, more) {
    const { status, body: answer } = await this.send(method, path, body, more);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  async signIn(login, secret = password) {
    return this.must('POST', '/session', { login, password: secret });
  }
}

const expect = (truth, otherwise) => {
  if (!truth) throw new Error(otherwise);
};

/** What a log of JSON lines says. */
const wordsOf = (log) =>
  log
    .split('\n')
    .map((line) => (line.startsWith('{') ? JSON.parse(line).message : line))
    .join('\n');

/** Each thing tried, in order; one that fails does not keep the next from being tried. */
export async function tryOut({ url, processes, ratePerMinute = 600 }) {
  const apis = Object.values(processes).filter((one) => one.url);
  const admin = new Browser(url);
  const officer = new Browser(url);
  let file;
  const steps = {
    'bốn tiến trình cùng khởi động trên dữ liệu trống: một quản trị': async () => {
      const said = Object.values(processes).flatMap(
        ({ out }) => /^ {2}(\S+) {3}(\S+)$/m.exec(wordsOf(out))?.slice(1, 3) ?? [],
      );
      expect(said.length === 2, `in ra ${said.length / 2} quản trị`);
      await admin.signIn(said[0], said[1]);
    },
    'đăng nhập qua proxy, mời hai cán bộ, đặt mật khẩu': async () => {
      for (const login of ['nguoi-thu-1', 'nguoi-thu-2']) {
        const account = { login, name: `Cán bộ ${login}`, role: 'officer' };
        const { invitation } = await admin.must('POST', '/accounts', account);
        await new Browser(url).must('POST', '/invitations/accept', { code: invitation.code, password });
      }
      await officer.signIn('nguoi-thu-1');
    },
    'mở đơn và làm một bước qua proxy; danh sách ở từng tiến trình có đơn với trạng thái mới': async () => {
      file = await officer.must('POST', '/cases', {
        kind: 'citizen-petition',
        fields: { content: 'Đơn thử nhiều tiến trình', channel: 'office', field: 'land' },
        people: [{ role: 'petitioner', name: 'Nguyễn Văn Thử' }],
      });
      const step = { version: file.version, documents: [{ name: 'processing-slip' }] };
      const { on } = await officer.must('GET', '/me').then(({ today }) => ({ on: today }));
      const moved = await officer.must('POST', `/cases/${file.id}/actions/start-classification`, { ...step, on });
      for (const { name, url: at } of apis) {
        const { items } = await officer.must('GET', `/cases?q=${encodeURIComponent(file.code)}`, undefined, { at });
        expect(items?.[0]?.state === moved.state && moved.state !== file.state, `${name}: ${JSON.stringify(items)}`);
      }
    },
    'người của một phường được cùng một tiến trình phục vụ': async () => {
      const asked = 20;
      const served = () => processes.proxy.out.match(/GET \/api\/residential-groups .* api\/\S+/g) ?? [];
      for (let i = 0; i < asked; i++) await [officer, admin][i % 2].must('GET', '/residential-groups');
      for (const until = Date.now() + 5000; served().length < asked && Date.now() < until;) await sleep(10);
      const by = apis.map(({ name }) => served().filter((line) => line.endsWith(name)).length);
      // One whose answer has only just gone out is busy for a moment longer, and the other may take the next.
      expect(served().length === asked && Math.max(...by) >= 0.8 * asked, `chia nhau ${by.join(' và ')} câu hỏi`);
    },
    'dòng sự kiện qua proxy nghe được việc ghi ở từng tiến trình': async () => {
      const stream = await listen(url, officer.cookie);
      try {
        for (const { name, url: at } of apis) {
          const from = stream.heard.length;
          await officer.must('POST', `/cases/${file.id}/notes`, { note: `Ghi ở ${name}` }, { at });
          const until = Date.now() + 5000;
          while (Date.now() < until && !stream.heard.slice(from).some(({ id }) => id === file.id)) await sleep(10);
          expect(
            stream.heard.slice(from).some(({ id }) => id === file.id),
            `không nghe việc ghi ở ${name}`,
          );
        }
      } finally {
        stream.close();
      }
    },
    'tải lên 20 MB qua proxy, tải về nguyên vẹn ở từng tiến trình; 30 MB bị từ chối bằng 413': async () => {
      const scan = (megabytes) =>
        Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(megabytes << 20), Buffer.from('\n%%EOF')]);
      const form = (bytes) => {
        const one = new FormData();
        one.append('name', 'petition');
        one.append('file', new Blob([bytes], { type: 'application/pdf' }), 'don.pdf');
        return one;
      };
      const bytes = scan(20);
      const paper = await officer.must('POST', `/cases/${file.id}/documents`, form(bytes));
      for (const { name, url: at } of apis) {
        const response = await fetch(`${at}/api/cases/${file.id}/documents/${paper.id}/file`, {
          headers: { cookie: officer.cookie },
        });
        const kept = Buffer.from(await response.arrayBuffer());
        expect(hash(kept) === hash(bytes), `${name}: ${response.status}, ${kept.length} byte`);
      }
      const { status } = await officer.send('POST', `/cases/${file.id}/documents`, form(scan(30)));
      expect(status === 413, `30 MB: ${status}`);
    },
    'địa chỉ người dùng là địa chỉ proxy thấy, không phải X-Forwarded-For trình duyệt bịa': async () => {
      const cookie = await signInFrom('127.0.0.2', url, { login: 'nguoi-thu-1', password });
      const sessions = await officer.must('GET', '/me/sessions', undefined, { headers: { cookie } });
      const [own] = sessions.filter(({ current }) => current);
      expect(own?.address === '127.0.0.2', `ghi là ${own?.address}`);
    },
    'giới hạn số yêu cầu đếm chung cho cả hai tiến trình': async () => {
      const other = new Browser(url);
      await other.signIn('nguoi-thu-2');
      let answered = 0;
      const from = Date.now();
      for (; answered <= ratePerMinute; answered++) {
        const { url: at } = apis[answered % apis.length];
        if ((await other.send('GET', '/me', undefined, { at })).status === 429) break;
      }
      expect(
        answered === ratePerMinute,
        `từ chối sau ${answered} yêu cầu (${Date.now() - from} ms), giới hạn ${ratePerMinute}`,
      );
      for (const at of [url, ...apis.map((api) => api.url)])
        expect((await other.send('GET', '/me', undefined, { at })).status === 429, `${at} không đếm chung`);
    },
    'đăng xuất ở một tiến trình là đăng xuất ở cả hai': async () => {
      const [first] = apis;
      await officer.must('DELETE', '/session', undefined, { at: first.url });
      for (const { name, url: at } of apis) {
        const { status } = await officer.send('GET', '/me', undefined, { at });
        expect(status === 401, `${name} trả lời ${status}`);
      }
    },
  };
  const tried = [];
  for (const [what, step] of Object.entries(steps))
    tried.push(
      await step().then(
        () => ({ what }),
        (error) => ({ what, fault: error.message }),
      ),
    );
  return tried;
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function listen(url, cookie) {
  const closing = new AbortController();
  const response = await fetch(`${url}/api/events`, { headers: { cookie }, signal: closing.signal });
  const heard = [];
  const read = async () => {
    let rest = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop();
      for (const line of lines) if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)));
    }
  };
  read().catch(() => undefined); // closed below
  return { heard, close: () => closing.abort() };
}

/** A sign-in from another address of this machine, with a forged header; gives its cookie. */
function signInFrom(localAddress, url, body) {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' };
    const sent = request(`${url}/api/session`, { method: 'POST', localAddress, headers }, (response) => {
      response.resume();
      done((response.headers['set-cookie'] ?? [''])[0].split(';')[0]);
    });
    sent.once('error', fail);
    sent.end(JSON.stringify(body));
  });
}
