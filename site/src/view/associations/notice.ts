import type { Association } from '@trame/cms/domain/contract/site/association';
import { holdsOn, type Notice } from '@trame/cms/domain/notice';

/** What an association says for a time, while it holds; null after its last day. @param today of the build, `YYYY-MM-DD` */
export const noticeOn = ({ notice }: Pick<Association, 'notice'>, today: string): Notice | null =>
  notice !== undefined && holdsOn(notice, today) ? notice : null;
