import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { say } from '../../../ui/toast.js';
import { Panel } from './filter-popover.js';
import { useListSearch } from './list-search.js';
import { RemoveView, ViewDialog } from './view-dialogs.js';
import { searchOf, searchText, useViewWrites, viewsQuery, type SavedView } from './views-data.js';
import { viewsText } from './views.text.js';

/** Pinned lists as tabs above the list. */
export function PinnedViews() {
  const t = useText(viewsText);
  const { search } = useListSearch();
  const views = useQuery(viewsQuery).data ?? [];
  const current = views.find((view) => String(view.id) === search.view);
  const tabs = views.filter((view) => view.pinned || view === current);
  if (tabs.length === 0) return null;
  const tab = { activeOptions: { exact: true }, activeProps: {} };
  return (
    <nav className="view-tabs no-print" aria-label={t.pinned}>
      <Link
        {...tab}
        to="/ho-so"
        search={{}}
        className={current ? 'view-tab' : 'view-tab here'}
        aria-current={current ? undefined : 'page'}
      >
        {t.all}
      </Link>
      {tabs.map((view) => (
        <Link
          {...tab}
          key={view.id}
          to="/ho-so"
          search={searchOf(view)}
          className={view === current ? 'view-tab here' : 'view-tab'}
          aria-current={view === current ? 'page' : undefined}
        >
          {view.name}
        </Link>
      ))}
      {current && current.search !== searchText(search) && <Differs view={current} />}
    </nav>
  );
}

function Differs({ view }: { view: SavedView }) {
  const t = useText(viewsText);
  const { search } = useListSearch();
  const { change } = useViewWrites();
  const update = async () => {
    try {
      await change(view.id, { search: searchText(search) });
      say(t.saved(view.name));
    } catch (error) {
      say((error as Error).message, true);
    }
  };
  return (
    <span className="row small">
      <span className="soft">{t.differs}</span>
      <Link to="/ho-so" search={searchOf(view)} className="nowrap">
        {view.name}
      </Link>
      {view.mayChange && (
        <Button small onClick={() => void update()}>
          {t.update}
        </Button>
      )}
    </span>
  );
}

/** All saved lists: open, pin, edit, delete; and save the present one. */
export function ViewsMenu() {
  const t = useText(viewsText);
  const [dialog, setDialog] = useState<{ edit?: SavedView; remove?: SavedView }>();
  const close = () => setDialog(undefined);
  return (
    <>
      <Panel label={t.menu}>
        <ViewsPanel onDialog={setDialog} />
      </Panel>
      {dialog &&
        (dialog.remove ? (
          <RemoveView view={dialog.remove} onClose={close} />
        ) : (
          <ViewDialog view={dialog.edit} onClose={close} />
        ))}
    </>
  );
}

function ViewsPanel({ onDialog }: { onDialog(dialog: { edit?: SavedView; remove?: SavedView }): void }) {
  const t = useText(viewsText);
  const { change } = useViewWrites();
  const views = useQuery(viewsQuery).data ?? [];
  const groups = [
    { label: t.mine, views: views.filter((view) => !view.shared) },
    { label: t.shared, views: views.filter((view) => view.shared) },
  ].filter((group) => group.views.length > 0);
  const pin = async (view: SavedView) => {
    try {
      await change(view.id, { pinned: !view.pinned });
    } catch (error) {
      say((error as Error).message, true);
    }
  };
  return (
    <>
      <Button small look="primary" data-leaves onClick={() => onDialog({})}>
        {t.save}
      </Button>
      {groups.length === 0 && <p className="soft">{t.none}</p>}
      {groups.map((group) => (
        <section key={group.label} className="stack" aria-label={group.label}>
          <div className="label small soft">{group.label}</div>
          <ul className="view-lines">
            {group.views.map((view) => (
              <li key={view.id}>
                <Link to="/ho-so" search={searchOf(view)} className="grow">
                  {view.name}
                  {view.shared && <span className="soft small"> {t.by(view.owner)}</span>}
                </Link>
                {view.mayChange && (
                  <>
                    <Button
                      small
                      look="quiet"
                      aria-pressed={view.pinned}
                      aria-label={view.pinned ? t.unpinOne(view.name) : t.pinOne(view.name)}
                      title={view.pinned ? t.unpinOne(view.name) : t.pinOne(view.name)}
                      onClick={() => void pin(view)}
                    >
                      {view.pinned ? '★' : '☆'}
                    </Button>
                    <Button
                      small
                      look="quiet"
                      data-leaves
                      aria-label={t.renameOne(view.name)}
                      onClick={() => onDialog({ edit: view })}
                    >
                      {t.rename}
                    </Button>
                    <Button
                      small
                      look="quiet"
                      data-leaves
                      aria-label={t.removeOne(view.name)}
                      onClick={() => onDialog({ remove: view })}
                    >
                      {t.remove}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
