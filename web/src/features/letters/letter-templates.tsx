import { useRef } from 'react';
import { api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useMe } from '../../app/session.js';
import { moment } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { LetterFields } from './letter-fields.js';
import { templatesQuery } from './letters-query.js';
import { lettersText } from './letters.text.js';
import './letters.css';

type Template = components['schemas']['LetterTemplateView'];

/** Every template: downloaded, brought back edited, an earlier one or the built-in one again; and the fields it may hold. */
export function LetterTemplates() {
  const t = useText(lettersText);
  return (
    <>
      <h1>{t.templates}</h1>
      <p className="soft">{t.templatesAbout}</p>
      <Loaded query={templatesQuery}>
        {({ templates, fields }) => (
          <div className="stack">
            <ul className="letter-templates">
              {templates.map((template) => (
                <TemplateCard key={template.kind} template={template} />
              ))}
            </ul>
            <LetterFields groups={fields} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const t = useText(lettersText);
  const names = useNames();
  const me = useMe();
  const write = useWrite();
  const picker = useRef<HTMLInputElement>(null);
  const mayKeep = ['supervisor', 'admin'].includes(me.role);
  const { kind, versions } = template;
  const name = names(template);
  const path = { kind };
  const own = versions.some(({ inUse }) => inUse);
  const upload = async (file: File) => {
    const form = new FormData();
    form.set('file', file);
    const kept = await write.run((headers) =>
      api.POST('/api/letter-templates/{kind}', {
        headers,
        params: { path },
        body: form as never,
        bodySerializer: (body: unknown) => body as FormData,
      }),
    );
    if (kept) say(t.uploaded(kept.version));
  };
  const use = async (version: number | null) => {
    const done = await write.run((headers) =>
      api.PUT('/api/letter-templates/{kind}/in-use', { headers, params: { path }, body: { version } }),
    );
    if (done) say(t.used);
  };
  const address = `/api/letter-templates/${kind}/file`;
  const line = (label: string, href: string, inUse: boolean, version: number | null, about?: string) => (
    <li key={label} className="row spread">
      <span>
        <a href={href} download>
          {label}
        </a>{' '}
        {inUse && <span className="badge good">{t.inUse}</span>}
        {about && <span className="small soft"> {about}</span>}
      </span>
      {!inUse && mayKeep && (
        <Button small look="quiet" disabled={write.busy} onClick={() => void use(version)}>
          {t.use}
        </Button>
      )}
    </li>
  );
  return (
    <li className="card stack">
      <div className="row spread">
        <div>
          <h2>{name}</h2>
          <p className="small soft">{[template.symbol, ...template.forVi].filter(Boolean).join(' · ')}</p>
        </div>
        {mayKeep && (
          <>
            <Button
              small
              disabled={write.busy}
              onClick={() => picker.current?.click()}
              aria-label={`${t.upload}: ${name}`}
            >
              {t.upload}
            </Button>
            <input
              ref={picker}
              type="file"
              hidden
              accept=".docx"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = '';
                if (file) void upload(file);
              }}
            />
          </>
        )}
      </div>
      <ul className="stack">
        {line(t.builtIn, address, !own, null)}
        {versions.map(({ id, version, inUse, at, by }) =>
          line(
            t.own(version),
            `${address}?template=${id}`,
            inUse,
            version,
            [moment(at), by].filter(Boolean).join(', '),
          ),
        )}
      </ul>
      <WriteNotes write={write} />
    </li>
  );
}
