import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { Day } from '../../ui/show.js';
import { useNames, useText } from '../../text/language.js';
import { RuleBadge } from '../cases/page/rule-badge.js';
import type { Draft } from './intake-draft.js';
import { firstClocksQuery, similarQuery } from './intake-queries.js';
import { text } from './intake.text.js';
import { useSettled } from './use-settled.js';

interface Props {
  draft: Draft;
  put(change: Partial<Draft>): void;
}

/** What the clerk should see before saving: earlier files, the same matter, the terms that begin. */
export function SidePanel({ draft, put }: Props) {
  return (
    <aside className="stack intake-side">
      {draft.sender.files && !draft.anonymous && <FilesOf files={draft.sender.files} />}
      <Similar draft={draft} put={put} />
      {draft.receivedOn && <FirstClocks on={draft.receivedOn} channel={draft.channel} />}
    </aside>
  );
}

/** A link that leaves what is typed alone. */
function CaseLink({ code }: { code: string }) {
  const t = useText(text);
  return (
    <a href={`/ho-so/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer">
      {code}
      <span className="sr-only"> ({t.newTab})</span>
    </a>
  );
}

function FilesOf({ files }: { files: NonNullable<Draft['sender']['files']> }) {
  const t = useText(text);
  const names = useNames();
  return (
    <section className="card stack" aria-labelledby="files-of">
      <h2 id="files-of">
        {t.files} <span className="soft">({files.length})</span>
      </h2>
      {files.length === 0 && <p className="soft">{t.noFiles}</p>}
      <ul className="stack">
        {files.map((file) => (
          <li key={file.id} className="side-case">
            <CaseLink code={file.code} /> <span className="badge">{names({ vi: file.stateVi, en: file.stateEn })}</span>
            <div>{file.title}</div>
            <div className="soft small">
              {names({ vi: file.kindVi, en: file.kindEn })} · <Day of={file.openedOn} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Similar({ draft, put }: Props) {
  const t = useText(text);
  const names = useNames();
  const content = useSettled(draft.content, 400);
  const { data, isFetching } = useQuery(similarQuery(content, draft.sender.personId));
  const items = content.trim().length >= 12 ? (data?.items ?? []) : [];
  return (
    <section className="card stack" aria-labelledby="similar" aria-live="polite">
      <h2 id="similar">
        {t.similar} {items.length > 0 && <span className="soft">({items.length})</span>}
      </h2>
      {items.length === 0 && (
        <p className="soft">{content.trim().length < 12 ? t.typeMore : isFetching ? t.searching : t.noSimilar}</p>
      )}
      <ul className="stack">
        {items.map((file) => {
          const into = draft.mergeInto === file.code;
          return (
            <li key={file.id} className={into ? 'side-case chosen' : 'side-case'}>
              <CaseLink code={file.code} />{' '}
              <span className="badge">{names({ vi: file.stateVi, en: file.stateEn })}</span>
              {file.samePerson && <span className="badge soon">{t.samePerson}</span>}
              <div>{file.title}</div>
              <div className="soft small">
                {t.received} <Day of={file.openedOn} />
              </div>
              {file.phase !== 'closed' && (
                <Button small aria-pressed={into} onClick={() => put({ mergeInto: into ? undefined : file.code })}>
                  {into ? t.mergeStop : t.merge}
                </Button>
              )}
              {into && (
                <p className="small">
                  <strong>{t.merging(file.code)}.</strong> {t.mergeWhy}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FirstClocks({ on, channel }: { on: string; channel: string }) {
  const t = useText(text);
  const names = useNames();
  const { data, error } = useQuery(firstClocksQuery(on, channel));
  return (
    <section className="card stack" aria-labelledby="first-clocks" aria-live="polite">
      <h2 id="first-clocks">{t.clocks}</h2>
      {error && <p className="late">{error.message}</p>}
      {!data && !error && <p className="soft">{t.searching}</p>}
      {data?.clocks.length === 0 && <p className="soft">{t.clocksEmpty}</p>}
      <ul className="stack">
        {data?.clocks.map((clock) => (
          <li key={clock.clock} className="side-case">
            <div className="row spread">
              <strong>{names({ vi: clock.vi, en: clock.en })}</strong>
              <strong className="nowrap">{clock.dueOn ? <Day of={clock.dueOn} /> : t.noDate}</strong>
            </div>
            <div className="soft small" lang="vi">
              {clock.words}
            </div>
            <RuleBadge rule={clock.rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}
