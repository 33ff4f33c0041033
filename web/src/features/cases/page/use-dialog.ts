import { useNavigate, useSearch } from '@tanstack/react-router';

/** Forms of the case page that are not steps of a workflow; their names share the address with step names. */
export const dialogNames = [
  'giao-nguoi',
  'dinh-chinh',
  'mo-lai',
  'them-giay-to',
  'tiep-xuc',
  'van-dong',
  'them-nguoi',
  'ghi-chu',
  'gan-ho-so',
  'nhap-don',
  'bo-nhap',
  'chia-se',
  'mo-xem',
  'giu-ho-so',
] as const;
export type DialogName = (typeof dialogNames)[number];

/** The form now open is in the address (`viec`), so that it can be sent and Back closes it. */
export function useDialog(route: '/ho-so/$code' | '/chua-dong-y/$code') {
  const navigate = useNavigate({ from: route });
  const { viec } = useSearch({ from: `/inside${route}` });
  return {
    viec,
    open: (name: string) => void navigate({ search: { viec: name }, resetScroll: false }),
    close: () => void navigate({ search: {}, resetScroll: false, replace: true }),
  };
}
