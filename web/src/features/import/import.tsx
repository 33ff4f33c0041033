import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, Field } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { CheckedImport } from './checked-import.js';
import { ChooseColumns } from './choose-columns.js';
import { running, useImports, type Import, type Kind } from './imports.js';
import { text } from './import.text.js';
import './import.css';

/** A workbook from hand-in to its rows in the ward's files, and back. */
export function ImportPage() {
  const t = useText(text);
  const { lan } = useSearch({ from: '/inside/nhap-excel' });
  const imports = useImports();
  return (
    <>
      <h1>{t.title}</h1>
      <p className="soft">{t.about}</p>
      {lan ? (
        <Loaded query={imports.one(Number(lan))}>{(file) => <Steps key={file.id} file={file} />}</Loaded>
      ) : (
        <div className="stack">
          <HandIn />
          <Earlier />
        </div>
      )}
    </>
  );
}

function Steps({ file }: { file: Import }) {
  const t = useText(text);
  const navigate = useNavigate();
  return (
    <div className="stack">
      <div className="row spread">
        <h2>
          {t.kinds[file.kind]}: {file.fileName ?? t.forgotten}
        </h2>
        <Button small onClick={() => void navigate({ to: '/nhap-excel', search: {} })}>
          {file.counts?.error ? t.mend : t.again}
        </Button>
      </div>
      {file.refusal && (
        <p className="note late" role="alert">
          {file.refusal.detail}
        </p>
      )}
      {running(file.state) && <Progress file={file} />}
      {file.state === 'looked' && <ChooseColumns file={file} />}
      {['checked', 'applied', 'taken-back'].includes(file.state) && <CheckedImport key={file.since} file={file} />}
    </div>
  );
}

function Progress({ file: { state, progress } }: { file: Import }) {
  const t = useText(text);
  const said = state === 'checking' ? t.checking : state === 'applying' ? t.applying : t.takingBack;
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <section className="card stack" role="status">
      <b>{said}</b>
      <progress aria-label={said} {...(total > 0 && { value: done, max: total })} />
      <span className="soft small">{t.progress(done, total)}</span>
    </section>
  );
}

function HandIn() {
  const t = useText(text);
  const navigate = useNavigate();
  const imports = useImports();
  const [kind, setKind] = useState<Kind>(imports.kinds[0]!);
  const [file, setFile] = useState<File>();
  const write = useWrite({ file: t.file });
  const read = async () => {
    const answer = await write.run(imports.upload(kind, file!));
    if (answer) void navigate({ to: '/nhap-excel', search: { lan: String(answer.id) } });
  };
  return (
    <section className="card stack">
      <ChoiceField
        label={t.kind}
        hint={t.foundBy[kind]}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        options={imports.kinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Field label={t.file} error={write.fault('file')}>
        {(control) => (
          <input {...control} type="file" accept=".xlsx,.csv" onChange={(e) => setFile(e.target.files?.[0])} />
        )}
      </Field>
      <div className="row">
        <Button look="primary" disabled={!file || write.busy} onClick={() => void read()}>
          {write.busy ? t.reading : t.read}
        </Button>
        <a href={imports.sampleAddress(kind)} download>
          {t.sample}
        </a>
        <a href={imports.currentAddress(kind, 'xlsx')} download>
          {t.current}
        </a>
        <a href={imports.currentAddress(kind, 'csv')} download>
          {t.currentCsv}
        </a>
      </div>
      <p className="soft small">{t.currentHint}</p>
      <WriteNotes write={write} />
    </section>
  );
}

function Earlier() {
  const t = useText(text);
  const navigate = useNavigate();
  const { data = [] } = useQuery(useImports().list);
  if (data.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t.earlier}</h2>
      <ul className="stack">
        {data.map((file) => (
          <li key={file.id} className="row">
            <span className="grow">
              {t.kinds[file.kind]}: {file.fileName ?? t.forgotten}{' '}
              <span className="soft small">
                {t.states[file.state]} · {file.by} · {moment(file.since)}
              </span>
            </span>
            <Button small onClick={() => void navigate({ to: '/nhap-excel', search: { lan: String(file.id) } })}>
              {t.open}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
