import { useState } from 'react';
import { day } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView } from './case-types.js';
import { DownloadSecret } from './open-secrets.js';
import { NoneYet, Section } from './section.js';

const text = defineText(
  {
    title: 'Giấy tờ',
    none: 'Chưa có giấy tờ nào. Thêm bản quét hoặc ảnh chụp.',
    add: 'Thêm giấy tờ',
    number: (number: string) => `số ${number}`,
    dated: (on: string) => `ngày ${on}`,
    open: 'Tải tệp',
    noScan: 'chưa có bản quét',
  },
  {
    title: 'Papers',
    none: 'No papers yet. Add a scan or a photo.',
    add: 'Add a paper',
    number: (number: string) => `no. ${number}`,
    dated: (on: string) => `of ${on}`,
    open: 'Download',
    noScan: 'no scan',
  },
);

/** What the file holds, each scan to be downloaded. */
export function Papers({ file, onAdd }: { file: CaseView; onAdd(): void }) {
  const t = useText(text);
  const names = useCaseNames();
  const [wanted, setWanted] = useState<CaseView['documents'][number]>();
  const secret = file.protection === 'sealed' || file.protection === 'opened';
  return (
    <Section
      title={t.title}
      action={
        <Button small onClick={onAdd}>
          {t.add}
        </Button>
      }
    >
      {file.documents.length === 0 && <NoneYet>{t.none}</NoneYet>}
      <ul className="paper-list">
        {file.documents.map((paper) => {
          const name = names.document(paper.name, paper.nameVi);
          const about = [paper.number && t.number(paper.number), paper.onDay && t.dated(day(paper.onDay))]
            .filter(Boolean)
            .join(', ');
          return (
            <li key={paper.id}>
              <div>
                {name}
                {about && <span className="small soft"> {about}</span>}
              </div>
              {paper.hasFile && secret ? (
                <Button small look="quiet" aria-label={`${t.open}: ${name}`} onClick={() => setWanted(paper)}>
                  {file.protection === 'opened' && paper.fileName ? paper.fileName : t.open}
                </Button>
              ) : paper.hasFile ? (
                <a
                  className="small paper-file"
                  href={`/api/cases/${encodeURIComponent(file.code)}/documents/${paper.id}/file`}
                  download={paper.fileName ?? true}
                  aria-label={`${t.open}: ${name}`}
                >
                  {paper.fileName ?? t.open}
                </a>
              ) : (
                <span className="small soft">{t.noScan}</span>
              )}
            </li>
          );
        })}
      </ul>
      {wanted && <DownloadSecret file={file} paper={wanted} onClose={() => setWanted(undefined)} />}
    </Section>
  );
}
