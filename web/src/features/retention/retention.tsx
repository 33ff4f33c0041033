import { useState } from 'react';
import { queryOptions } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { defineText, useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { CheckField, LongTextField } from '../../ui/fields.js';
import { Day, Empty, Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { PersonalData } from './personal-data.js';
import { RetentionRules } from './retention-rules.js';

const text = defineText(
  {
    title: 'Dữ liệu đến hạn xóa',
    about:
      'Hồ sơ đã kết thúc quá thời hạn lưu giữ. Xóa là bỏ tên, số giấy tờ, địa chỉ, nội dung và giấy tờ; mã, ngày, trạng thái, thời hạn và số liệu vẫn còn. Không có gì tự xóa.',
    none: 'Chưa có hồ sơ nào đến hạn xóa.',
    due: (n: number) => `${n} hồ sơ đến hạn`,
    closed: 'Kết thúc',
    since: 'Được xóa từ',
    all: 'Chọn tất cả',
    reason: 'Căn cứ quyết định xóa',
    reasonHint: 'Ví dụ: Quyết định tiêu hủy tài liệu số 12/QĐ-UBND ngày 01/06. Lý do này còn lại trong nhật ký.',
    erase: (n: number) => `Xóa dữ liệu của ${n} hồ sơ`,
    sure: 'Tôi hiểu rằng dữ liệu đã xóa không lấy lại được.',
    done: (n: number) => `Đã xóa dữ liệu của ${n} hồ sơ.`,
    held: 'Đang giữ, không xóa',
    noneHeld: 'Không có hồ sơ nào đang giữ.',
  },
  {
    title: 'Data due for erasure',
    about:
      'Cases closed longer ago than they are kept. Erasing takes names, numbers, addresses, texts and papers; code, days, states, clocks and figures stay. Nothing erases itself.',
    none: 'No case is due.',
    due: (n: number) => `${n} cases due`,
    closed: 'Closed',
    since: 'Erasable from',
    all: 'Choose all',
    reason: 'On what ground',
    reasonHint: 'For example: decision 12/QĐ-UBND of 1 June. It stays in the log.',
    erase: (n: number) => `Erase the data of ${n} cases`,
    sure: 'I understand that erased data cannot be brought back.',
    done: (n: number) => `The data of ${n} cases is erased.`,
    held: 'On hold, not erased',
    noneHeld: 'No case is on hold.',
  },
);

const askRetention = () => ask(api.GET('/api/retention'));
type Retention = Awaited<ReturnType<typeof askRetention>>;
const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: askRetention });

/** What the rules say is due, confirmed by a supervisor; what is on hold; and one citizen's own data. */
export function RetentionPage() {
  const t = useText(text);
  return (
    <>
      <h1>{t.title}</h1>
      <p className="soft">{t.about}</p>
      <Loaded query={retentionQuery}>
        {(retention) => (
          <div className="stack">
            <Due due={retention.due} />
            <section className="card stack">
              <h2>{t.held}</h2>
              {retention.held.length === 0 ? <p className="soft">{t.noneHeld}</p> : <Cases cases={retention.held} />}
            </section>
            <PersonalData />
            <RetentionRules rules={retention.rules} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Due({ due }: { due: Retention['due'] }) {
  const t = useText(text);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const write = useWrite({ reason: t.reason });
  if (due.length === 0) return <Empty>{t.none}</Empty>;
  const toggle = (id: number) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  const erase = async () => {
    const answer = await write.run((headers) =>
      api.POST('/api/retention/erase', { headers, body: { cases: [...chosen], reason: reason.trim() } }),
    );
    if (!answer) return;
    say(t.done(answer.erased.length));
    setChosen(new Set());
    setReason('');
    setSure(false);
  };
  return (
    <section className="card stack">
      <div className="row spread">
        <h2>{t.due(due.length)}</h2>
        <Button small onClick={() => setChosen(new Set(due.map(({ id }) => id)))}>
          {t.all}
        </Button>
      </div>
      <Cases cases={due} chosen={chosen} onToggle={toggle} />
      {chosen.size > 0 && (
        <>
          <LongTextField
            label={t.reason}
            hint={t.reasonHint}
            required
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={write.fault('reason')}
          />
          <CheckField label={t.sure} checked={sure} onChange={setSure} />
          <div className="row">
            <Button
              look="primary"
              disabled={write.busy || !sure || reason.trim().length < 5}
              onClick={() => void erase()}
            >
              {t.erase(chosen.size)}
            </Button>
          </div>
        </>
      )}
      <WriteNotes write={write} />
    </section>
  );
}

interface CasesProps {
  cases: Retention['due'];
  chosen?: ReadonlySet<number>;
  onToggle?(id: number): void;
}

function Cases({ cases, chosen, onToggle }: CasesProps) {
  const t = useText(text);
  const name = useNames();
  return (
    <ul className="stack retained">
      {cases.map((file) => (
        <li key={file.id} className="row">
          {onToggle && (
            <CheckField label={file.code} checked={chosen?.has(file.id) ?? false} onChange={() => onToggle(file.id)} />
          )}
          <span className="grow">
            <Link to="/ho-so/$code" params={{ code: file.code }} search={{}}>
              {onToggle ? file.title : `${file.code} – ${file.title}`}
            </Link>{' '}
            <span className="soft small">
              {name({ vi: file.kindVi, en: file.kindEn })}
              {file.closedOn && (
                <>
                  {' · '}
                  {t.closed} <Day of={file.closedOn} />
                </>
              )}
              {file.erasableFrom && (
                <>
                  {' · '}
                  {t.since} <Day of={file.erasableFrom} />
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
