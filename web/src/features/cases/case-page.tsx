import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { moment } from '../../text/format.js';
import { defineText, useText } from '../../text/language.js';
import { Loaded } from '../../ui/show.js';
import { Letters } from '../letters/letters-section.js';
import { Actions } from './page/actions.js';
import { CaseDialogs } from './page/case-dialogs.js';
import { caseQuery, workflowQuery } from './page/case-query.js';
import type { CaseView, WorkflowView } from './page/case-types.js';
import { Clocks } from './page/clocks.js';
import { Contacts } from './page/contacts.js';
import { Facts } from './page/facts.js';
import { Header } from './page/header.js';
import { History } from './page/history.js';
import { Links } from './page/links.js';
import { OpenSecrets, ProtectionNote } from './page/open-secrets.js';
import { Papers } from './page/papers.js';
import { People } from './page/people.js';
import { Petition } from './page/petition.js';
import { PrintFoot, PrintHead } from './page/print-head.js';
import { Reminders } from './page/reminders.js';
import { Road } from './page/road.js';
import { MayWork } from './page/section.js';
import { Shares } from './page/shares.js';
import { dialogNames, useDialog } from './page/use-dialog.js';
import { useOpenForPrint } from './page/use-open-for-print.js';
import './case-page.css';

const text = defineText(
  {
    readOnly: 'Bạn xem được hồ sơ này nhưng không thay đổi được.',
    erased: (at: string) => `Tên, địa chỉ, nội dung và giấy tờ đã xóa theo thời hạn lưu giữ lúc ${at}.`,
  },
  {
    readOnly: 'You may read this case and change nothing.',
    erased: (at: string) => `Names, texts and papers were erased by rule on ${at}.`,
  },
);

/** One case: where it stands, what may be done next, by when, and all that was done. */
export function CasePage() {
  const { code } = useParams({ from: '/inside/ho-so/$code' });
  return (
    <Loaded query={caseQuery(code)}>
      {(file) => (
        <Loaded query={workflowQuery(file.kind)}>
          {(workflow) => <Page key={file.id} file={file} workflow={workflow} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Page({ file: read, workflow }: { file: CaseView; workflow: WorkflowView }) {
  const me = useMe();
  const t = useText(text);
  const [opened, setOpened] = useState<CaseView>();
  // Opened with a reason: shown until somebody changes the case or the page is left, and asked again after that.
  const file = opened?.version === read.version ? opened : read;
  const { viec, open, close } = useDialog('/ho-so/$code');
  useOpenForPrint();
  const unknown =
    viec !== undefined &&
    !(dialogNames as readonly string[]).includes(viec) &&
    !file.actions.some(({ action }) => action === viec);
  const talks = file.kind === 'household-file' || file.kind === 'grave-relocation';
  return (
    <MayWork value={file.mayWork}>
      <div className="case-page">
        <PrintHead file={file} />
        <Header file={file} workflow={workflow} role={me.role} onOpen={open} />
        <div className="case-columns">
          <div className="stack case-main">
            <ProtectionNote file={file} onOpen={() => open('mo-xem')} onHide={() => setOpened(undefined)} />
            {!file.mayWork && <p className="note">{t.readOnly}</p>}
            {file.erasedAt && <p className="note">{t.erased(moment(file.erasedAt))}</p>}
            <Actions file={file} workflow={workflow} unknown={unknown} onAct={open} />
            <Clocks file={file} />
            <Road file={file} workflow={workflow} onAct={open} />
            {talks && <Contacts file={file} workflow={workflow} onAdd={() => open('tiep-xuc')} />}
            <History file={file} workflow={workflow} onNote={() => open('ghi-chu')} />
          </div>
          <div className="stack case-side">
            <Petition file={file} onMerge={() => open('nhap-don')} onUndo={() => open('bo-nhap')} />
            <Facts file={file} workflow={workflow} />
            {file.kind !== 'compensation-project' && (
              <People file={file} onAdd={() => open('them-nguoi')} onNumbers={() => open('mo-xem')} />
            )}
            <Papers file={file} onAdd={() => open('them-giay-to')} />
            <Letters file={file} />
            <Links file={file} onTie={() => open('gan-ho-so')} />
            <Reminders file={file} />
            <Shares file={file} onShare={() => open('chia-se')} />
          </div>
        </div>
        <PrintFoot />
        {viec === 'mo-xem' && <OpenSecrets file={file} onOpened={setOpened} onClose={close} />}
        {viec && viec !== 'mo-xem' && file.mayWork && (
          <CaseDialogs viec={viec} file={file} workflow={workflow} onClose={close} onOpen={open} />
        )}
      </div>
    </MayWork>
  );
}
