import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../app/session.js';
import { day } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import type { CaseView } from '../cases/page/case-types.js';
import { DownloadSecret } from '../cases/page/open-secrets.js';
import { Section } from '../cases/page/section.js';
import { caseLettersQuery, type Letter } from './letters-query.js';
import { lettersText } from './letters.text.js';
import { ServeLetter } from './serve-letter.js';
import { WriteLetter } from './write-letter.js';

type Open = { what: 'write'; again?: Letter } | { what: 'serve'; letter: Letter } | { what: 'secret'; letter: Letter };

/** Letters and minutes written for the case: each to be downloaded, served, or written again before it is. */
export function Letters({ file }: { file: CaseView }) {
  const t = useText(lettersText);
  const me = useMe();
  const { data } = useQuery(caseLettersQuery(file.code));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  if (!data || file.protection === 'closed' || (data.choices.length === 0 && data.letters.length === 0)) return null;
  const mayWrite = file.mayWork && ['clerk', 'officer', 'supervisor'].includes(me.role);
  return (
    <Section
      title={t.section}
      action={
        mayWrite && data.choices.length > 0 ? (
          <Button small onClick={() => setOpen({ what: 'write' })}>
            {t.write}
          </Button>
        ) : undefined
      }
    >
      {data.letters.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="paper-list">
        {data.letters.map((letter) => (
          <Line
            key={letter.id}
            letter={letter}
            letters={data.letters}
            file={file}
            mayWrite={mayWrite}
            onOpen={setOpen}
          />
        ))}
      </ul>
      {open?.what === 'write' && <WriteLetter file={file} letters={data} again={open.again} onClose={close} />}
      {open?.what === 'serve' && <ServeLetter file={file} letter={open.letter} onClose={close} />}
      {open?.what === 'secret' && <Secret file={file} letter={open.letter} onClose={close} />}
    </Section>
  );
}

interface LineProps {
  letter: Letter;
  letters: readonly Letter[];
  file: CaseView;
  mayWrite: boolean;
  onOpen(open: Open): void;
}

function Line({ letter, letters, file, mayWrite, onOpen }: LineProps) {
  const t = useText(lettersText);
  const names = useNames();
  const name = names({ vi: letter.kindVi, en: letter.kindEn });
  const { service } = letter;
  // Of a number written again only the last version is served.
  const last = !letters.some(
    (other) =>
      other.kind === letter.kind &&
      other.version === letter.version + 1 &&
      other.numberText === letter.numberText &&
      other.id > letter.id &&
      letter.numberText !== null,
  );
  return (
    <li className="letter-line">
      <div>
        {name}{' '}
        <span className="small soft">
          {[letter.numberText, t.dated(day(letter.onDay)), letter.version > 1 && t.version(letter.version)]
            .filter(Boolean)
            .join(', ')}
        </span>
        <div className="small soft">
          {service ? t.served(t.ways[service.how], day(service.on), service.to) : last && t.notServed}
        </div>
      </div>
      <div className="row no-print">
        {file.protection === 'none' ? (
          <a
            className="small paper-file"
            href={`/api/cases/${encodeURIComponent(file.code)}/documents/${letter.documentId}/file`}
            download
            aria-label={`${t.download}: ${name}`}
          >
            {t.download}
          </a>
        ) : (
          <Button small look="quiet" onClick={() => onOpen({ what: 'secret', letter })}>
            {t.download}
          </Button>
        )}
        {mayWrite && last && (
          <Button small onClick={() => onOpen({ what: 'serve', letter })} aria-label={`${t.serve}: ${name}`}>
            {t.serve}
          </Button>
        )}
        {mayWrite && last && !service && (
          <Button small look="quiet" onClick={() => onOpen({ what: 'write', again: letter })}>
            {t.again}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The file of a protected petition's letter is one of its papers, and asks for a reason like them. */
function Secret({ file, letter, onClose }: { file: CaseView; letter: Letter; onClose(): void }) {
  const paper = file.documents.find(({ id }) => id === letter.documentId);
  return paper ? <DownloadSecret file={file} paper={paper} onClose={onClose} /> : null;
}
