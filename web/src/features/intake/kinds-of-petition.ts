import type { Text } from '../../text/language.js';

export const variants = ['complaint', 'denunciation', 'proposal', 'reflection', 'request'] as const;
export type Variant = (typeof variants)[number];

interface KindOfPetition {
  name: string;
  /** Asked of the clerk; yes means this kind. */
  question: string;
  means: string;
  article: string;
}

/** What the law calls a letter, in the order in which the questions are asked. */
export const kindsOfPetition: Text<Record<Variant, KindOfPetition>> = {
  vi: {
    complaint: {
      name: 'Khiếu nại',
      question: 'Người gửi yêu cầu xem lại một quyết định, việc làm của cơ quan nhà nước đã ảnh hưởng đến chính mình?',
      means:
        'Đề nghị xem xét lại quyết định hành chính, hành vi hành chính khi cho rằng trái pháp luật, xâm phạm quyền, lợi ích hợp pháp của chính người gửi.',
      article: 'Điều 2 khoản 1 Luật Khiếu nại 2011',
    },
    denunciation: {
      name: 'Tố cáo',
      question: 'Người gửi báo một người hay cơ quan vi phạm pháp luật?',
      means:
        'Cá nhân báo hành vi vi phạm pháp luật của bất kỳ ai gây thiệt hại hoặc đe dọa gây thiệt hại đến lợi ích Nhà nước, quyền và lợi ích của cơ quan, tổ chức, cá nhân. Phải giữ bí mật người tố cáo.',
      article: 'Điều 2 khoản 1 Luật Tố cáo 2018',
    },
    proposal: {
      name: 'Kiến nghị',
      question: 'Người gửi nêu ý kiến, đề xuất giải pháp về chính sách hay việc quản lý?',
      means:
        'Trình bày ý kiến, nguyện vọng, đề xuất giải pháp với cơ quan có thẩm quyền về chủ trương, chính sách, pháp luật, công tác quản lý.',
      article: 'Điều 2 khoản 2 Luật Tiếp công dân 2013',
    },
    reflection: {
      name: 'Phản ánh',
      question: 'Người gửi cho biết một sự việc để cơ quan nắm, không đòi quyền lợi riêng?',
      means: 'Cung cấp thông tin về sự việc thuộc trách nhiệm quản lý của cơ quan.',
      article: 'Điều 2 khoản 2 Luật Tiếp công dân 2013',
    },
    request: {
      name: 'Đề nghị',
      question: 'Người gửi xin giải quyết một việc của mình, chưa có quyết định nào để khiếu nại?',
      means:
        'Luật không có định nghĩa riêng; xử lý như kiến nghị, phản ánh. Nếu là thủ tục hành chính thì theo thời hạn của thủ tục đó; nếu là tranh chấp đất đai thì hòa giải tại phường.',
      article: 'Điều 26 khoản 2 Luật Tiếp công dân 2013',
    },
  },
  en: {
    complaint: {
      name: 'Complaint',
      question: 'Does the person ask to review a decision or act of an authority that touched them?',
      means:
        'Asks to review an administrative decision or act held to be unlawful and to infringe the own rights of the sender.',
      article: 'Điều 2 khoản 1 Luật Khiếu nại 2011',
    },
    denunciation: {
      name: 'Denunciation',
      question: 'Does the person report that somebody broke the law?',
      means:
        'Reports an unlawful act of anybody that harms or threatens public or private interests. The name is kept secret.',
      article: 'Điều 2 khoản 1 Luật Tố cáo 2018',
    },
    proposal: {
      name: 'Proposal',
      question: 'Does the person propose something about policy or administration?',
      means: 'States opinions, wishes or solutions on policy, law and administration.',
      article: 'Điều 2 khoản 2 Luật Tiếp công dân 2013',
    },
    reflection: {
      name: 'Reflection',
      question: 'Does the person tell of a fact, without asking for something of their own?',
      means: 'Gives information on a matter in the care of the authority.',
      article: 'Điều 2 khoản 2 Luật Tiếp công dân 2013',
    },
    request: {
      name: 'Request',
      question: 'Does the person ask to settle a matter of their own, with no decision to complain of yet?',
      means:
        'Not defined by law; handled like a proposal. An administrative procedure has its own term; a land dispute goes to mediation.',
      article: 'Điều 26 khoản 2 Luật Tiếp công dân 2013',
    },
  },
};
