import { useState, type FormEvent } from 'react';
import { everydayWords } from '../../../text/everyday-words.js';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { CheckField, TextField } from '../../../ui/fields.js';
import { say } from '../../../ui/toast.js';
import { useListSearch } from './list-search.js';
import { searchText, useViewWrites, type SavedView } from './views-data.js';
import { viewsText } from './views.text.js';

/** A new saved list of the present address, or the name and reach of an old one. */
export function ViewDialog({ view, onClose }: { view?: SavedView; onClose(): void }) {
  const t = useText(viewsText);
  const c = useText(everydayWords);
  const { search, change: go } = useListSearch();
  const writes = useViewWrites();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [pinned, setPinned] = useState(view?.pinned ?? true);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setError(t.mustName);
    setError(undefined);
    setBusy(true);
    const kept = { name: name.trim(), shared, pinned };
    try {
      const saved = view
        ? await writes.change(view.id, kept)
        : await writes.save({ ...kept, search: searchText(search) });
      if (!view) go({ view: String(saved.id) }, true);
      say(t.saved(saved.name));
      onClose();
    } catch (failed) {
      setError((failed as Error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog title={view ? t.editTitle : t.saveTitle} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t.name}
          hint={view ? undefined : t.saveHint}
          required
          error={error}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
        />
        <CheckField label={t.pin} checked={pinned} onChange={setPinned} />
        <CheckField label={t.share} checked={shared} onChange={setShared} />
        <div className="row">
          <Button type="submit" look="primary" disabled={busy}>
            {busy ? c.saving : c.save}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

export function RemoveView({ view, onClose }: { view: SavedView; onClose(): void }) {
  const t = useText(viewsText);
  const c = useText(everydayWords);
  const { search, change } = useListSearch();
  const writes = useViewWrites();
  const [error, setError] = useState<string>();
  const remove = async () => {
    try {
      await writes.remove(view.id);
      if (search.view === String(view.id)) change({ view: undefined }, true);
      say(t.removed(view.name));
      onClose();
    } catch (failed) {
      setError((failed as Error).message);
    }
  };
  return (
    <Dialog title={t.removeOne(view.name)} onClose={onClose}>
      <p>{t.removeAsk(view.name)}</p>
      {error && (
        <p className="note late" role="alert">
          {error}
        </p>
      )}
      <div className="row">
        <Button look="danger" onClick={() => void remove()}>
          {t.remove}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}
