import type { IconName } from '../ui/icons.js';
import type { shellText } from './shell.text.js';

type Role = 'clerk' | 'officer' | 'supervisor' | 'auditor' | 'admin';
interface Place {
  to: string;
  icon: IconName;
  text: keyof typeof shellText.vi.places;
  for: Role[];
}
const staff: Role[] = ['clerk', 'officer', 'supervisor'];
const readers: Role[] = [...staff, 'auditor'];
/** The screens, in the order of a working day; an administrator sees no case. */
const places: Place[] = [
  { to: '/', icon: 'work', text: 'work', for: staff },
  { to: '/bang-dieu-hanh', icon: 'board', text: 'board', for: ['supervisor', 'auditor'] },
  { to: '/ho-so', icon: 'cases', text: 'cases', for: readers },
  { to: '/chua-dong-y', icon: 'holdouts', text: 'holdouts', for: readers },
  { to: '/du-an', icon: 'projects', text: 'projects', for: readers },
  { to: '/mo', icon: 'graves', text: 'graves', for: readers },
  { to: '/nhan-don', icon: 'intake', text: 'intake', for: staff },
  { to: '/tiep-dan', icon: 'reception', text: 'reception', for: readers },
  { to: '/bao-cao', icon: 'reports', text: 'reports', for: readers },
  { to: '/van-ban-di', icon: 'letters', text: 'letterBook', for: staff },
  { to: '/mau-van-ban', icon: 'templates', text: 'letterTemplates', for: [...staff, 'admin'] },
  { to: '/nhap-excel', icon: 'import', text: 'import', for: [...staff, 'admin'] },
  { to: '/tinh-han', icon: 'calculator', text: 'calculator', for: readers },
  { to: '/luu-giu', icon: 'retention', text: 'retention', for: ['supervisor'] },
  { to: '/quan-tri/nguoi-dung', icon: 'admin', text: 'admin', for: ['admin'] },
  { to: '/nhat-ky', icon: 'log', text: 'log', for: ['supervisor', 'auditor', 'admin'] },
];

/** The screens of a role; the first is where it starts. */
export const placesFor = (role: string) => places.filter((place) => place.for.includes(role as Role));
