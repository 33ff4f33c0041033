import { useState, type ComponentProps } from 'react';
import { ActForm } from './act-form.js';
import { AddNote } from './add-note.js';
import { AddPaper } from './add-paper.js';
import { AddPeople } from './add-people.js';
import { AssignForm } from './assign-form.js';
import type { CaseView, OpenAction, WorkflowView } from './case-types.js';
import { ContactForm } from './contact-form.js';
import { CorrectForm } from './correct-form.js';
import { HoldForm } from './hold-form.js';
import { LinkForm } from './link-form.js';
import { MergeForm, UndoMergeForm } from './merge-form.js';
import { ShareForm } from './share-form.js';
import { ReopenForm } from './reopen-form.js';

interface Props {
  viec: string;
  file: CaseView;
  workflow: WorkflowView;
  onClose(): void;
  onOpen(viec: string): void;
}

/** The form the address names: one of the page's own, or a step of the workflow. */
export function CaseDialogs({ viec, file, workflow, onClose, onOpen }: Props) {
  const both = { file, workflow, onClose };
  switch (viec) {
    case 'giao-nguoi':
      return <AssignForm {...both} />;
    case 'dinh-chinh':
      return <CorrectForm {...both} />;
    case 'mo-lai':
      return <ReopenForm {...both} />;
    case 'them-giay-to':
      return <AddPaper {...both} />;
    case 'tiep-xuc':
      return <ContactForm {...both} />;
    case 'van-dong':
      return <ContactForm {...both} first="persuasion" />;
    case 'them-nguoi':
      return <AddPeople {...both} />;
    case 'ghi-chu':
      return <AddNote {...both} />;
    case 'gan-ho-so':
      return <LinkForm {...both} />;
    case 'nhap-don':
      return <MergeForm {...both} />;
    case 'giu-ho-so':
      return <HoldForm {...both} />;
    case 'chia-se':
      return <ShareForm {...both} />;
    case 'bo-nhap':
      return <UndoMergeForm {...both} />;
    default:
      return (
        <StepDialog
          key={viec}
          action={file.actions.find((each) => each.action === viec)}
          {...both}
          onPersuade={() => onOpen('van-dong')}
        />
      );
  }
}

/** What the step asked for when it was opened stays, even when the case moves on underneath. */
function StepDialog({
  action,
  ...rest
}: { action: OpenAction | undefined } & Omit<ComponentProps<typeof ActForm>, 'asks'>) {
  const [asks] = useState(action);
  return asks ? <ActForm asks={asks} {...rest} /> : null;
}
