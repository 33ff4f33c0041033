import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { everydayWords } from '../text/everyday-words.js';
import { useText } from '../text/language.js';
import { Button } from './button.js';

/** A dialog over the page: focus goes in, stays in, and returns to the opener. */
export function Dialog({
  title,
  wide,
  onClose,
  children,
}: {
  title: string;
  wide?: boolean;
  onClose(): void;
  children: ReactNode;
}) {
  const t = useText(everydayWords);
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className="overlay">
      <Modal className={wide ? 'dialog wide' : 'dialog'}>
        <AriaDialog aria-label={title} className="stack">
          <div className="row spread dialog-head">
            <h2>{title}</h2>
            <Button look="quiet" small onClick={onClose} aria-label={t.close}>
              ✕
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
