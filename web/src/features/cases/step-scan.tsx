import { useId, useState, type ChangeEvent } from 'react';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { stepText } from './step.text.js';

/** The kinds the server takes. */
const accepted = 'application/pdf,image/jpeg,image/png,.docx,.xlsx';

/** A scan from the disk, or a photo straight from the camera of a phone (`capture` alone would bar stored files). */
export function ScanPicker({ file, onFile }: { file: File | undefined; onFile(file: File | undefined): void }) {
  const t = useText(stepText);
  const id = useId();
  const [empty, setEmpty] = useState(false);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    setEmpty(chosen?.size === 0);
    if (chosen && chosen.size > 0) onFile(chosen);
    event.target.value = '';
  };
  if (file)
    return (
      <div className="row step-scan">
        <span className="step-file">{file.name}</span>
        <Button small onClick={() => onFile(undefined)}>
          {t.removeScan}
        </Button>
      </div>
    );
  return (
    <div className="row step-scan">
      <input className="sr-only" type="file" id={id} accept={accepted} onChange={take} />
      <label className="btn small" htmlFor={id}>
        {t.scan}
      </label>
      <input
        className="sr-only step-camera"
        type="file"
        id={`${id}-camera`}
        accept="image/*"
        capture="environment"
        onChange={take}
      />
      <label className="btn small step-camera" htmlFor={`${id}-camera`}>
        {t.photo}
      </label>
      {empty && (
        <span className="error" role="alert">
          {t.emptyFile}
        </span>
      )}
    </div>
  );
}
