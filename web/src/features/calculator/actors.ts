import { useLanguage } from '../../text/language.js';

/** The law pack names who acts mostly in English; here is what the ward calls them. */
const inVietnamese: Readonly<Record<string, string>> = {
  'Body that approved the plan': 'Cơ quan đã duyệt kế hoạch',
  'Body that resolved it': 'Cơ quan đã giải quyết',
  'Compensation organisation': 'Đơn vị bồi thường',
  'Compensation organisation (Trung tâm phát triển quỹ đất / Hội đồng bồi thường)':
    'Đơn vị bồi thường (Trung tâm phát triển quỹ đất, Hội đồng bồi thường)',
  'Compensation organisation + ward UBND': 'Đơn vị bồi thường cùng UBND phường',
  'Compensation organisation with the ward UBND': 'Đơn vị bồi thường phối hợp UBND phường',
  'Compensation organisation; province sets the rate': 'Đơn vị bồi thường; tỉnh quy định mức bồi thường',
  Complainant: 'Người khiếu nại',
  'District chair': 'Chủ tịch UBND cấp huyện',
  'District chair / UBND of Sông Công city (UBND huyện/thành phố); compensation organisation; ward supports':
    'Chủ tịch, UBND thành phố Sông Công; đơn vị bồi thường; phường phối hợp',
  'Enforcement board': 'Ban cưỡng chế',
  'Enforcement board; district chair': 'Ban cưỡng chế; Chủ tịch UBND cấp huyện',
  'Head of the receiving body': 'Người đứng đầu cơ quan tiếp công dân',
  'Head of the superior body': 'Người đứng đầu cơ quan cấp trên',
  'Holder; enforcement board': 'Người có đất; ban cưỡng chế',
  'Officer assigned': 'Cán bộ được giao',
  Organiser: 'Cơ quan tổ chức',
  Payer: 'Cơ quan chi trả',
  'Payer; funded by the budget of the approving level': 'Cơ quan chi trả; tiền từ ngân sách của cấp phê duyệt',
  'Petition officer': 'Cán bộ xử lý đơn',
  'Province; from 01/07/2025 ward UBND provides cemetery land (NĐ 151/2025 art 14 cl 2 pt b)':
    'Tỉnh; từ 01/07/2025 UBND cấp xã bố trí đất nghĩa trang (NĐ 151/2025 Điều 14 khoản 2 điểm b)',
  'Provincial UBND decides or delegates': 'UBND tỉnh quyết định hoặc phân cấp',
  'Provincial UBND for mixed cases': 'UBND tỉnh, với dự án đã duyệt một phần',
  'Provincial UBND may choose the applicable rules for the rest of a part-approved project':
    'UBND tỉnh được chọn quy định áp dụng cho phần còn lại của dự án đã duyệt một phần',
  Receiver: 'Cơ quan nhận đơn',
  'Reception officer': 'Người tiếp công dân',
  Resolver: 'Người giải quyết',
  'Resolver (ward chair for civil servants managed directly)':
    'Người giải quyết (Chủ tịch UBND phường, với công chức do mình quản lý)',
  'Resolver (ward chair for the ward’s own decisions and acts)':
    'Người giải quyết (Chủ tịch UBND phường, với quyết định, hành vi của phường)',
  'Second-instance resolver': 'Người giải quyết lần hai',
  'Second-instance resolver (to 30/06/2025: chair of Sông Công city; from 01/07/2025: provincial chair)':
    'Người giải quyết lần hai (đến 30/06/2025: Chủ tịch UBND thành phố Sông Công; từ 01/07/2025: Chủ tịch UBND tỉnh)',
  'Superior, then resolver': 'Cấp trên, sau đó người giải quyết',
  'To 30/06/2025: district land office. Then: the ward body in charge of land':
    'Đến 30/06/2025: cơ quan đất đai cấp huyện; sau đó: cơ quan quản lý đất đai cấp xã',
  'To 30/06/2025: district. From 01/07/2025: ward/commune chair (NĐ 151/2025 art 5). From 31/01/2026: body designated by the provincial UBND (NĐ 49/2026 art 14), normally the ward/commune chair':
    'Đến 30/06/2025: cấp huyện; từ 01/07/2025: Chủ tịch UBND cấp xã (NĐ 151/2025 Điều 5); từ 31/01/2026: theo phân cấp của UBND tỉnh (NĐ 49/2026 Điều 14), thường là Chủ tịch UBND cấp xã',
  'Ward UBND': 'UBND phường',
  'Ward UBND + Fatherland Front + compensation organisation': 'UBND phường, Mặt trận Tổ quốc, đơn vị bồi thường',
  'Ward UBND + Fatherland Front persuade; District chair / UBND of Sông Công city (UBND huyện/thành phố); compensation organisation; ward supports signs':
    'UBND phường, Mặt trận Tổ quốc vận động; Chủ tịch UBND thành phố Sông Công ký',
  'Ward UBND / compensation organisation': 'UBND phường, đơn vị bồi thường',
  'Ward UBND chair': 'Chủ tịch UBND phường',
  'Ward chair in person (no delegation to deputies)': 'Chủ tịch UBND phường trực tiếp, không giao cấp phó',
  'Ward/commune chair': 'Chủ tịch UBND cấp xã',
};

/** Who acts, in the language chosen; undefined where only the other language knows. */
export function useActor() {
  const { language } = useLanguage();
  return (actor: string): string | undefined => {
    if (actor === '—') return undefined;
    if (language === 'en') return actor;
    return inVietnamese[actor] ?? (/^(Chủ tịch|Theo|UBND)/.test(actor) ? actor : undefined);
  };
}
