import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Refusal } from '../api/client.js';
import { MyWork } from '../features/my-work/my-work.js';
import { Broken, Nowhere } from './broken.js';
import { Shell } from './shell.js';
import { meQuery } from './session.js';
import { queryClient } from './query-client.js';
import { many, one, parseSearch, stringifySearch } from './search.js';

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  // `buoc=ma`: the password, or the identity server, has been satisfied and the code of the second factor is next.
  validateSearch: (search: Record<string, unknown>): { den?: string; buoc?: string } => ({
    den: one(search.den),
    buoc: one(search.buoc),
  }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in.js'), 'SignIn'),
});

const oidcReturn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap/tra-ve',
  component: lazyRouteComponent(() => import('../features/sign-in/oidc-return.js'), 'OidcReturn'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/loi-moi',
  component: lazyRouteComponent(() => import('../features/sign-in/invitation.js'), 'Invitation'),
});

/** Everything behind the sign-in; without a session the address is kept and returned to. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery);
      // Nothing else answers before the second factor the unit demands is set up.
      if (me.mustSetUpSecondFactor && location.pathname !== '/ca-nhan') throw redirect({ to: '/ca-nhan' });
    } catch (error) {
      if (error instanceof Refusal && error.status === 401)
        throw redirect({ to: '/dang-nhap', search: { den: location.href } });
      throw error;
    }
  },
  component: Shell,
});

const under = <const P extends string>(path: P) => ({ getParentRoute: () => inside, path });

const myWork = createRoute({ ...under('/'), component: MyWork });

const caseList = createRoute({
  ...under('/ho-so'),
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    kind?: string[];
    state?: string[];
    phase?: string[];
    variant?: string[];
    assignee?: string[];
    residentialGroup?: string[];
    project?: string[];
    overdue?: string;
    shown?: string;
    dueBefore?: string;
    dueAfter?: string;
    sinceBefore?: string;
    sinceAfter?: string;
    overdueBy?: string;
    q?: string;
    sort?: string;
    descending?: string;
    columns?: string[];
    view?: string;
  } => ({
    kind: many(search.kind),
    state: many(search.state),
    phase: many(search.phase),
    variant: many(search.variant),
    assignee: many(search.assignee),
    residentialGroup: many(search.residentialGroup),
    project: many(search.project),
    overdue: one(search.overdue),
    shown: one(search.shown),
    dueBefore: one(search.dueBefore),
    dueAfter: one(search.dueAfter),
    sinceBefore: one(search.sinceBefore),
    sinceAfter: one(search.sinceAfter),
    overdueBy: one(search.overdueBy),
    q: one(search.q),
    sort: one(search.sort),
    descending: one(search.descending),
    columns: many(search.columns),
    view: one(search.view),
  }),
  component: lazyRouteComponent(() => import('../features/cases/case-list.js'), 'CaseList'),
});

const casePage = createRoute({
  ...under('/ho-so/$code'),
  validateSearch: (search: Record<string, unknown>): { viec?: string } => ({ viec: one(search.viec) }),
  component: lazyRouteComponent(() => import('../features/cases/case-page.js'), 'CasePage'),
});

const holdouts = createRoute({
  ...under('/chua-dong-y'),
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    project?: string;
    state?: string;
    cause?: string;
    days?: string;
    contact?: string;
    group?: string;
    sort?: string;
    descending?: string;
  } => ({
    project: one(search.project),
    state: one(search.state),
    cause: one(search.cause),
    days: one(search.days),
    contact: one(search.contact),
    group: one(search.group),
    sort: one(search.sort),
    descending: one(search.descending),
  }),
  component: lazyRouteComponent(() => import('../features/holdouts/holdouts.js'), 'Holdouts'),
});

const holdoutPage = createRoute({
  ...under('/chua-dong-y/$code'),
  validateSearch: (search: Record<string, unknown>): { viec?: string } => ({ viec: one(search.viec) }),
  component: lazyRouteComponent(() => import('../features/holdouts/holdout-page.js'), 'HoldoutPage'),
});

const graves = createRoute({
  ...under('/mo'),
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    project?: string;
    kin?: string;
    paid?: string;
    state?: string[];
    sort?: string;
    descending?: string;
  } => ({
    project: one(search.project),
    kin: one(search.kin),
    paid: one(search.paid),
    state: many(search.state),
    sort: one(search.sort),
    descending: one(search.descending),
  }),
  component: lazyRouteComponent(() => import('../features/graves/graves.js'), 'Graves'),
});

const projects = createRoute({
  ...under('/du-an'),
  component: lazyRouteComponent(() => import('../features/projects/projects.js'), 'Projects'),
});

const intake = createRoute({
  ...under('/nhan-don'),
  // `buoi`: the reception session the petition was handed in at.
  validateSearch: (search: Record<string, unknown>): { buoi?: string; project?: string; household?: string } => ({
    buoi: one(search.buoi),
    project: one(search.project),
    household: one(search.household),
  }),
  component: lazyRouteComponent(() => import('../features/intake/intake.js'), 'Intake'),
});

const openCase = createRoute({
  ...under('/mo-ho-so'),
  validateSearch: (search: Record<string, unknown>): { kind?: string; project?: string } => ({
    kind: one(search.kind),
    project: one(search.project),
  }),
  component: lazyRouteComponent(() => import('../features/cases/open-case.js'), 'OpenCase'),
});

const receipt = createRoute({
  ...under('/nhan-don/$code/bien-nhan'),
  validateSearch: (search: Record<string, unknown>): { kho?: string } => ({ kho: one(search.kho) }),
  component: lazyRouteComponent(() => import('../features/intake/receipt.js'), 'Receipt'),
});

const reception = createRoute({
  ...under('/tiep-dan'),
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string; ngay?: string } => ({
    from: one(search.from),
    to: one(search.to),
    ngay: one(search.ngay),
  }),
  component: lazyRouteComponent(() => import('../features/reception/reception.js'), 'Reception'),
});

const board = createRoute({
  ...under('/bang-dieu-hanh'),
  validateSearch: (search: Record<string, unknown>): { tv?: string; lat?: string; of?: string } => ({
    tv: one(search.tv),
    lat: one(search.lat),
    of: one(search.of),
  }),
  component: lazyRouteComponent(() => import('../features/board/board.js'), 'Board'),
});

const letterTemplates = createRoute({
  ...under('/mau-van-ban'),
  component: lazyRouteComponent(() => import('../features/letters/letter-templates.js'), 'LetterTemplates'),
});

const letterBook = createRoute({
  ...under('/van-ban-di'),
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => ({
    from: one(search.from),
    to: one(search.to),
  }),
  component: lazyRouteComponent(() => import('../features/letters/letter-book.js'), 'LetterBook'),
});

const retention = createRoute({
  ...under('/luu-giu'),
  component: lazyRouteComponent(() => import('../features/retention/retention.js'), 'RetentionPage'),
});

const reports = createRoute({
  ...under('/bao-cao'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { bieu?: string; ky?: string; nam?: string; quy?: string; tu?: string; den?: string } => ({
    bieu: one(search.bieu),
    ky: one(search.ky),
    nam: one(search.nam),
    quy: one(search.quy),
    tu: one(search.tu),
    den: one(search.den),
  }),
  component: lazyRouteComponent(() => import('../features/reports/reports.js'), 'ReportsPage'),
});

const importPage = createRoute({
  ...under('/nhap-excel'),
  validateSearch: (search: Record<string, unknown>): { lan?: string } => ({ lan: one(search.lan) }),
  component: lazyRouteComponent(() => import('../features/import/import.js'), 'ImportPage'),
});

const notices = createRoute({
  ...under('/thong-bao'),
  component: lazyRouteComponent(() => import('../features/notices/notices.js'), 'Notices'),
});

const calculator = createRoute({
  ...under('/tinh-han'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { rule?: string; trigger?: string; days?: string; q?: string } => ({
    rule: one(search.rule),
    trigger: one(search.trigger),
    days: one(search.days),
    q: one(search.q),
  }),
  component: lazyRouteComponent(() => import('../features/calculator/calculator.js'), 'Calculator'),
});

const admin = createRoute({
  ...under('/quan-tri/$tab'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { year?: string; q?: string; status?: string; domain?: string; limit?: string } => ({
    year: one(search.year),
    q: one(search.q),
    status: one(search.status),
    domain: one(search.domain),
    limit: one(search.limit),
  }),
  component: lazyRouteComponent(() => import('../features/admin/admin.js'), 'Admin'),
});

const audit = createRoute({
  ...under('/nhat-ky'),
  validateSearch: (
    search: Record<string, unknown>,
  ): { person?: string; case?: string; action?: string; from?: string; to?: string; before?: string } => ({
    person: one(search.person),
    case: one(search.case),
    action: one(search.action),
    from: one(search.from),
    to: one(search.to),
    before: one(search.before),
  }),
  component: lazyRouteComponent(() => import('../features/audit/audit.js'), 'Audit'),
});

const profile = createRoute({
  ...under('/ca-nhan'),
  component: lazyRouteComponent(() => import('../features/profile/profile.js'), 'Profile'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    oidcReturn,
    invitation,
    inside.addChildren([
      myWork,
      caseList,
      casePage,
      openCase,
      holdouts,
      holdoutPage,
      graves,
      projects,
      intake,
      receipt,
      reception,
      board,
      reports,
      notices,
      calculator,
      admin,
      audit,
      profile,
      retention,
      letterTemplates,
      letterBook,
      importPage,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Nowhere,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
